import { Text, View } from '@tarojs/components'
import type { ItemRow } from '@contract/policies/rows'
import { useToday } from '@/stores/catalogue'
import { daysLeft, showShortDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { openPolicies } from '@/stores/policy-view'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { isMoney } from '@/ui/policy/amount'
import css from './EndingSoon.module.scss'

/** What ends soon, equal days under one date: nobody needs to read "37 天" four times. */
export function EndingSoon({ rows, count }: { rows: readonly ItemRow[]; count: number }) {
  const today = useToday()
  if (rows.length === 0) return null
  const days = [...new Set(rows.map((row) => row.deadline!))]
  return (
    <Section title='即将截止' count={`${count} 项`} onMore={() => openPolicies({ ending: ['soon'] }, 'endingSoon')}>
      <Card>
        {days.map((day) => (
          <View key={day}>
            <View className={css.day}>
              <Text>{`${showShortDay(day)}截止`}</Text>
              <Text className={css.left}>{daysLeft(day, today)}</Text>
            </View>
            {rows.filter((row) => row.deadline === day).map((row) => (
              <Row key={row.itemId} strong warm={row.amount !== null && isMoney(row.amount)} title={row.name} sub={row.amount ?? row.title} onClick={() => go('item', { itemId: row.itemId, policyId: row.policyId })} />
            ))}
          </View>
        ))}
      </Card>
    </Section>
  )
}

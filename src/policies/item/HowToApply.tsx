import type { Item } from '@contract/policies/schemas'
import { MODE_LABELS, WINDOW_LABELS, type Mode } from '@contract/policies/enums'
import { windowOf } from '@contract/policies/validity'
import { daysLeft, showDay } from '@/lib/dates'
import { Facts } from '@/ui/list/Facts'
import { Card, Section } from '@/ui/list/Section'

/** What each way of having a benefit asks of the enterprise. */
const MODE_STEPS = {
  automatic: '符合条件就能得到，不用提交申请。主管部门按已有数据核定。',
  selfDeclared: '在纳税申报或办理业务时自行享受，有关资料留存备查。',
  application: '在申报期内向主管部门提交材料，审核通过后兑现。',
  certification: '先提出认定申请，取得资格后享受。',
} as const satisfies Record<Mode, string>

/** How and when: the way of applying in plain words, and the application window with the days left. */
export const HowToApply = ({ item, today }: { item: Item; today: string }) => (
  <Section title='怎么办理'>
    <Card>
      <Facts facts={[
        ['办理方式', item.mode && `${MODE_LABELS[item.mode]}。${MODE_STEPS[item.mode]}`],
        ['申报时间', windowText(item, today)],
      ]}
      />
    </Card>
  </Section>
)

function windowText(item: Item, today: string): string | null {
  const state = windowOf(item, today)
  if (state === 'unstated') return null
  const { applyFrom, applyUntil } = item
  const span = applyFrom && applyUntil ? `${showDay(applyFrom)}至${showDay(applyUntil)}` : applyUntil ? `至${showDay(applyUntil)}` : `${showDay(applyFrom!)}起`
  const left = applyUntil !== null && (state === 'open' || state === 'closingSoon') ? `，${daysLeft(applyUntil, today)}` : ''
  return `${span}（${WINDOW_LABELS[state]}${left}）`
}

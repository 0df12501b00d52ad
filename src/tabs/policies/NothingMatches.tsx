import { View } from '@tarojs/components'
import { FILTER_KEYS, type FilterKey, type Filters } from '@contract/policies/browse'
import { Empty } from '@/ui/feedback/Empty'
import { Button } from '@/ui/form/Button'
import { Row } from '@/ui/list/Row'
import { Card } from '@/ui/list/Section'
import { chosenLabel, FILTER_GROUPS } from './filter-groups'
import css from './NothingMatches.module.scss'

const labelOf = (key: FilterKey) => FILTER_GROUPS.find((group) => group.key === key)!.label

/** An empty list says which filter to loosen and how many items that brings. */
export function NothingMatches({ filters, loosen, onChange, onClear }: { filters: Filters; loosen: readonly { key: FilterKey; count: number }[]; onChange: (filters: Filters) => void; onClear: () => void }) {
  const inUse = FILTER_KEYS.filter((key) => filters[key]?.length)
  const without = (key: FilterKey) => inUse.filter((each) => each !== key).map((each) => chosenLabel(filters, each)).join('、')
  return (
    <View className={css.page}>
      <Card>
        <Empty icon='filter' title={inUse.length > 1 ? `没有同时满足 ${inUse.length} 项筛选的政策` : '没有符合筛选的政策'} {...(loosen.length > 0 && { why: '放宽一项试试' })} />
        {loosen.map(({ key, count }) => (
          <Row
            key={key} end={`${count} 项`} onClick={() => onChange({ ...filters, [key]: undefined })}
            title={without(key) === '' ? `不限${labelOf(key)}` : `不限${labelOf(key)}，只看${without(key)}`}
          />
        ))}
      </Card>
      <Button kind='secondary' onClick={onClear}>清除全部筛选</Button>
    </View>
  )
}

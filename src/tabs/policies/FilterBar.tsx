import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { FilterKey, Filters } from '@contract/policies/browse'
import { countFilters } from '@/lib/filter-query'
import { Chip } from '@/ui/form/Chip'
import { Icon } from '@/ui/icons/Icon'
import { chosenLabel, FILTER_GROUPS } from './filter-groups'
import css from './FilterBar.module.scss'

/** The three filters used most, and a way to all of them with how many are in use. */
export function FilterBar({ filters, onOpen }: { filters: Filters; onOpen: (key: FilterKey | 'all') => void }) {
  const inUse = countFilters(filters)
  return (
    <View className={css.bar}>
      <View className={css.chips}>
        {FILTER_GROUPS.slice(0, 3).map(({ key }) => (
          <Chip key={key} opens on={Boolean(filters[key]?.length)} label={chosenLabel(filters, key)} onClick={() => onOpen(key)} />
        ))}
      </View>
      <View {...a11y('button', inUse === 0 ? '全部筛选' : `全部筛选，已选 ${inUse} 项`)} className={css.all} hoverClass='pressed' onClick={() => onOpen('all')}>
        <Icon name='filter' />
        {inUse > 0 && <Text className={css.count}>{inUse}</Text>}
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FilterKey, Filters } from '@contract/policies/browse'
import { useBrowseCount } from '@/stores/catalogue'
import { Button } from '@/ui/form/Button'
import { Chip } from '@/ui/form/Chip'
import { Sheet } from '@/ui/page/Sheet'
import { FILTER_GROUPS, toggled } from './filter-groups'
import css from './FilterSheet.module.scss'

interface Props {
  filters: Filters
  /** One group of choices, or all of them. */
  only: FilterKey | 'all'
  onApply: (filters: Filters) => void
  onClose: () => void
}

/** Choosing filters. The button says how many would show before the list changes. */
export function FilterSheet({ filters, only, onApply, onClose }: Props) {
  const [draft, setDraft] = useState(filters)
  const count = useBrowseCount(draft)
  const groups = FILTER_GROUPS.filter(({ key }) => only === 'all' || key === only)
  const clear = () => setDraft(groups.reduce<Filters>((rest, { key }) => ({ ...rest, [key]: undefined }), draft))
  return (
    <Sheet
      title={only === 'all' ? '筛选' : groups[0]!.label} onClose={onClose}
      footer={<>
        <Button kind='soft' onClick={clear}>清空</Button>
        <Button wide onClick={() => onApply(draft)}>{count === null ? '看结果' : count === 0 ? '没有符合的，去看看放宽哪项' : `看 ${count} 项`}</Button>
      </>}
    >
      {groups.map(({ key, label, options }) => (
        <View key={key} className={css.group}>
          {only === 'all' && <View className={css.label}>{label}</View>}
          <View className={css.chips}>
            {Object.keys(options).map((option) => (
              <Chip key={option} label={options[option]!} on={(draft[key] as readonly string[] | undefined)?.includes(option) ?? false} onClick={() => setDraft(toggled(draft, key, option))} />
            ))}
          </View>
        </View>
      ))}
    </Sheet>
  )
}

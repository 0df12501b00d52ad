import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { SORT_LABELS, type Sort } from '@contract/policies/browse'
import { Icon } from '@/ui/icons/Icon'
import css from './ListHead.module.scss'

interface Props {
  total: number
  /** How many show without any filter; null when the filters reach beyond those, as to lapsed texts. */
  of: number | null
  narrowed: boolean
  sort: Sort
  /** Asks for another order. */
  onSort: () => void
}

/** How many there are, out of how many, and in which order. */
export function ListHead({ total, of, narrowed, sort, onSort }: Props) {
  return (
    <View className={css.head}>
      <View className={css.count}>
        <Text className={css.total}>{`${total} 项`}</Text>
        {narrowed ? ' 符合筛选' : ' 现在可查'}
        {narrowed && of !== null && <Text className={css.of}>{` 共 ${of} 项`}</Text>}
      </View>
      <View {...a11y('button', `排序：${SORT_LABELS[sort]}`)} className={css.sort} onClick={onSort}>{SORT_LABELS[sort]}<Icon name='down' className={css.arrow!} /></View>
    </View>
  )
}

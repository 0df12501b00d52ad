import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import Taro from '@tarojs/taro'
import { SORT_LABELS, type Sort } from '@contract/policies/browse'
import { Icon } from '@/ui/icons/Icon'
import css from './ListHead.module.scss'

const SORTS = Object.keys(SORT_LABELS) as Sort[]

/** How many there are, out of how many, and in which order. */
export function ListHead({ total, of, narrowed, sort, onSort }: { total: number; of: number; narrowed: boolean; sort: Sort; onSort: (sort: Sort) => void }) {
  const choose = () => {
    Taro.showActionSheet({ itemList: SORTS.map((each) => SORT_LABELS[each]) })
      .then(({ tapIndex }) => onSort(SORTS[tapIndex]!))
      .catch(() => { /* dismissed: keep the order */ })
  }
  return (
    <View className={css.head}>
      <View className={css.count}>
        <Text className={css.total}>{`${total} 项`}</Text>
        {narrowed ? ' 符合筛选' : ' 现在可查'}
        {narrowed && <Text className={css.of}>{` 共 ${of} 项`}</Text>}
      </View>
      <View {...a11y('button', `排序：${SORT_LABELS[sort]}`)} className={css.sort} onClick={choose}>{SORT_LABELS[sort]}<Icon name='down' className={css.arrow!} /></View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { SORT_LABELS, type Sort } from '@contract/policies/browse'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icons/Icon'
import { Sheet } from '@/ui/page/Sheet'
import css from './SortSheet.module.scss'

const SORTS = Object.keys(SORT_LABELS) as Sort[]

/** Choosing the order of the list; a choice takes effect at once. */
export const SortSheet = ({ sort, onSort, onClose }: { sort: Sort; onSort: (sort: Sort) => void; onClose: () => void }) => (
  <Sheet title='排序' onClose={onClose}>
    <View {...a11y('radiogroup', '排序')} className={css.list}>
      {SORTS.map((each) => (
        <View {...a11y('radio', undefined, each === sort)} key={each} className={`${css.row} ${each === sort ? css.on : ''}`} hoverClass='pressed' onClick={() => { onSort(each); onClose() }}>
          {SORT_LABELS[each]}
          {each === sort && <Icon name='check' />}
        </View>
      ))}
    </View>
  </Sheet>
)

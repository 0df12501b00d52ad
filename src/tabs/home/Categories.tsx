import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Highlights } from '@contract/policies/browse'
import { CATEGORY_LABELS } from '@contract/policies/enums'
import { openPolicies } from '@/stores/policy-view'
import { Section } from '@/ui/list/Section'
import css from './Categories.module.scss'

/** All categories with how many items each has. */
export const Categories = ({ categories }: { categories: Highlights['categories'] }) => (
  <Section title='按类别找'>
    <View className={css.grid}>
      {categories.map(({ category, count }) => (
        <View {...a11y('link')} key={category} className={css.cell} hoverClass='pressed' hoverStayTime={70} onClick={() => openPolicies({ category: [category] }, 'newest')}>
          {CATEGORY_LABELS[category]}
          <Text className={css.count}>{count}</Text>
        </View>
      ))}
    </View>
  </Section>
)

import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Highlights } from '@contract/policies/browse'
import { openPolicies } from '@/stores/policy-view'
import { Card } from '@/ui/list/Section'
import css from './Summary.module.scss'

/** The answer first: how much there is to have, how much of it comes by itself, how much ends soon. */
export const Summary = ({ highlights }: { highlights: Highlights }) => (
  <Card>
    <View {...a11y('link')} className={css.lead} hoverClass='pressed' onClick={() => openPolicies({}, 'newest')}>
      <Text className={css.title}>{`${highlights.itemCount} 项惠企政策可以查`}</Text>
      <Text className={css.sub}>{`出自 ${highlights.policyCount} 份国家、自治区、包头市和高新区文件`}</Text>
    </View>
    <View className={css.figures}>
      <View {...a11y('link')} className={css.figure} hoverClass='pressed' onClick={() => openPolicies({ ending: ['soon'] }, 'endingSoon')}>
        <View className={css.warm}>{highlights.endingSoonCount}<Text className={css.unit}>项</Text></View>
        60 天内截止
      </View>
      <View {...a11y('link')} className={css.figure} hoverClass='pressed' onClick={() => openPolicies({ mode: ['automatic'] }, 'newest')}>
        <View className={css.number}>{highlights.automaticCount}<Text className={css.unit}>项</Text></View>
        免申即享，不用申请
      </View>
    </View>
  </Card>
)

import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Validity as ValidityState } from '@contract/policies/enums'
import { isLapsed } from '@contract/policies/validity'
import { Validity } from '@/ui/policy/Validity'
import css from './DetailTitle.module.scss'

/** The head of a detail page: its force first, then where it belongs, then its whole name. */
export const DetailTitle = ({ title, kind, validity, toVerify }: { title: string; kind: string; validity: ValidityState; toVerify: boolean }) => (
  <View className={css.head}>
    <View className={css.tags}>
      <Validity tag validity={validity} toVerify={toVerify} />
      <Text className={css.kind}>{kind}</Text>
    </View>
    <View {...a11y('heading')} className={`${css.title} ${isLapsed(validity) ? css.lapsed : ''}`}>{title}</View>
  </View>
)

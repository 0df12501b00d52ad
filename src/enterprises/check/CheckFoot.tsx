import { View } from '@tarojs/components'
import { Empty } from '@/ui/feedback/Empty'
import { Card } from '@/ui/list/Section'
import type { Tab } from './tabs'
import css from './CheckFoot.module.scss'

const NOTHING: Record<Tab, string> = {
  eligible: '条件都符合、又写全了的还没有。先看“可能”，那里写着还差什么。',
  possible: '没有还不能确定的。',
  ineligible: '没有不符合的。',
}

/** Under the results: why there are none, and what they are worth. */
export const CheckFoot = ({ empty, tab }: { empty: boolean; tab: Tab }) => (
  <View className={css.foot}>
    {empty && <Card><Empty icon='checklist' title='这里还没有' why={NOTHING[tab]} /></Card>}
    <View className={css.small}>合计只加写明的最高额，不代表实际能得。比对只作提示，以发文机关和窗口答复为准。</View>
  </View>
)

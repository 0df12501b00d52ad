import { View } from '@tarojs/components'
import { VERDICT_LABELS, type Verdict } from '@contract/matching'
import css from './VerdictTag.module.scss'

/** 可享, 可能 or 不符: sign, word and colour together. */
export const VerdictTag = ({ verdict }: { verdict: Verdict }) => <View className={`${css.tag} ${css[verdict]}`}>{VERDICT_LABELS[verdict]}</View>

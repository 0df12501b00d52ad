import { View } from '@tarojs/components'
import css from './Facts.module.scss'

/** Label and value pairs; values the source does not give are said as 未载明, never left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: string | null])[] }) => (
  <View className={css.facts}>
    {facts.map(([label, value]) => (
      <View key={label} className={css.fact}>
        <View className={css.label}>{label}</View>
        <View className={css.value}>{value ?? '未载明'}</View>
      </View>
    ))}
  </View>
)

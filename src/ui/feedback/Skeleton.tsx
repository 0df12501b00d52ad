import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import css from './Skeleton.module.scss'

/** Rows still to come, with the geometry of the rows themselves. */
export const RowSkeleton = ({ rows }: { rows: number }) => (
  <View {...a11y('status', '正在加载')} className={css.list}>
    {Array.from({ length: rows }, (_, n) => (
      <View key={n} className={css.row}>
        <View className={css.title} style={{ width: `${[82, 68, 90][n % 3]}%` }} />
        <View className={css.line} />
      </View>
    ))}
  </View>
)

/** Policy cards still to come. */
export const CardSkeleton = ({ cards }: { cards: number }) => (
  <View {...a11y('status', '正在加载')} className={css.cards}>
    {Array.from({ length: cards }, (_, n) => (
      <View key={n} className={css.card}>
        <View className={css.title} style={{ width: `${[64, 78, 56][n % 3]}%` }} />
        <View className={css.line} style={{ width: '88%' }} />
        <View className={css.line} />
      </View>
    ))}
  </View>
)

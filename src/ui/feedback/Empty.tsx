import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/Icon'
import css from './Empty.module.scss'

/** Why there is nothing here, and what to do next. */
export const Empty = ({ icon, title, why, children }: { icon: IconName; title: string; why?: string; children?: ReactNode }) => (
  <View className={css.empty}>
    <Icon name={icon} className={css.icon!} />
    <Text className={css.title}>{title}</Text>
    {why && <Text className={css.why}>{why}</Text>}
    {children && <View className={css.next}>{children}</View>}
  </View>
)

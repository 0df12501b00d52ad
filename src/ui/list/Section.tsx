import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ReactNode } from 'react'
import { Icon } from '../icons/Icon'
import css from './Section.module.scss'

/** A titled part of a page, with a way to all of it where there is more. */
export const Section = ({ title, count, more, onMore, children }: { title: string; count?: string | undefined; more?: string | undefined; onMore?: () => void; children: ReactNode }) => (
  <View className={css.section}>
    <View className={css.head}>
      <Text {...a11y('heading')} className={css.title}>{title}{count && <Text className={css.count}>{count}</Text>}</Text>
      {onMore && <View {...a11y('link')} className={css.more} onClick={onMore}>{more ?? '全部'}<Icon name='right' className={css.arrow!} /></View>}
    </View>
    {children}
  </View>
)

/** White ground under rows. */
export const Card = ({ children, className = '' }: { children: ReactNode; className?: string }) => <View className={`${css.card} ${className}`}>{children}</View>

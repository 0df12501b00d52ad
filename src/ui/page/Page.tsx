import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useTextSize } from '@/stores/settings'
import css from './Page.module.scss'

interface Props {
  children: ReactNode
  /** Keeps the page at the height of the screen, for one that scrolls inside. */
  fill?: boolean
  /** Leaves room for an ActionBar at the bottom. */
  bar?: boolean
}

/** The root of every page: tokens, paper, text size. */
export function Page({ children, fill = false, bar = false }: Props) {
  const large = useTextSize() === 'large'
  const classes = ['root', large && 'text-large', fill && css.fill, bar && css.bar].filter(Boolean).join(' ')
  return <View className={classes}>{children}</View>
}

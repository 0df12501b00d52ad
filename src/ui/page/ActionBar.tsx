import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './ActionBar.module.scss'

/** Actions fixed to the bottom of a page; the page's root takes `bar` to leave room. */
export const ActionBar = ({ children }: { children: ReactNode }) => <View className={css.bar}>{children}</View>

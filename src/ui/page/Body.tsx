import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './Body.module.scss'

/** A page's content below its NavBar, inside the gutters. */
export const Body = ({ children }: { children: ReactNode }) => <View className={css.body}>{children}</View>

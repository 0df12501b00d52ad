import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/Icon'
import css from './Banner.module.scss'

const ICON: Record<'info' | 'wait' | 'bad' | 'mute', IconName> = { info: 'info', wait: 'warning', bad: 'warning', mute: 'offline' }

/** One calm sentence about the state of things. `edge` runs it from side to side. */
export const Banner = ({ tone, children, edge = false, icon = ICON[tone] }: { tone: keyof typeof ICON; children: ReactNode; edge?: boolean; icon?: IconName }) => (
  <View {...a11y('status')} className={`${css.banner} ${css[tone]} ${edge ? css.edge : ''}`}>
    <Icon name={icon} className={css.icon!} />
    <View className={css.text}>{children}</View>
  </View>
)

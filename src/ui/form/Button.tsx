import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ReactNode } from 'react'
import css from './Button.module.scss'

interface Props {
  children: ReactNode
  /** One `primary` a screen. */
  kind?: 'primary' | 'secondary' | 'soft' | 'quiet'
  small?: boolean
  wide?: boolean
  busy?: boolean
  onClick: () => void
}

/** Says what happens when tapped. While `busy` it takes no further taps. */
export function Button({ children, kind = 'primary', small = false, wide = false, busy = false, onClick }: Props) {
  const classes = [css.button, css[kind], small && css.small, wide && css.wide, busy && css.busy].filter(Boolean).join(' ')
  return (
    <View {...a11y('button')} className={classes} hoverClass={css.down!} hoverStayTime={70} onClick={() => { if (!busy) onClick() }}>
      {children}
    </View>
  )
}

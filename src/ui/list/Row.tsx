import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/Icon'
import css from './Row.module.scss'

interface Props {
  title: ReactNode
  /** Second line, quieter. */
  sub?: ReactNode
  /** The second line is money or time. */
  warm?: boolean
  strong?: boolean
  icon?: IconName
  /** At the right end: a count or a word. */
  end?: ReactNode
  onClick?: () => void
}

/** A row of a card. With `onClick` it leads somewhere and shows an arrow. */
export const Row = ({ title, sub, warm = false, strong = false, icon, end, onClick }: Props) => (
  <View className={css.row} hoverClass={onClick ? 'pressed' : 'none'} hoverStayTime={70} {...(onClick && { ...a11y('link'), onClick })}>
    {icon && <Icon name={icon} className={css.icon!} />}
    <View className={css.text}>
      <View className={strong ? css.strong : ''}>{title}</View>
      {sub && <View className={warm ? css.warm : css.sub}>{sub}</View>}
    </View>
    {end && <View className={css.end}>{end}</View>}
    {onClick && <Icon name='right' className={css.arrow!} />}
  </View>
)

import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ReactNode } from 'react'
import { goBack } from '@/lib/navigation'
import { Icon } from '../icons/Icon'
import { topInsets } from './device'
import css from './NavBar.module.scss'

interface Props {
  title: string
  /** `tab`: title at the left, nothing to go back to. `page`: back button and centred title. */
  kind: 'tab' | 'page'
  /** `brand` is the home page's dark header, `paper` melts into the page. */
  ground?: 'surface' | 'brand' | 'paper'
  /** What else sticks to the top: a search box, filters. */
  children?: ReactNode
}

/** The top of a page: clear of the status bar and of WeChat's capsule, sticky, with what belongs to it. */
export function NavBar({ title, kind, ground = 'surface', children }: Props) {
  const { statusBar, navHeight, capsuleWidth } = topInsets()
  return (
    <View className={`${css.top} ${css[ground]}`} style={{ paddingTop: `${statusBar}px` }}>
      <View className={`${css.nav} ${css[kind]}`} style={{ height: `${navHeight}px`, paddingRight: `${capsuleWidth}px` }}>
        {kind === 'page' && (
          <View {...a11y('button', '返回')} className={css.back} hoverClass='pressed' hoverStayTime={70} onClick={goBack}><Icon name='back' /></View>
        )}
        <Text {...a11y('heading')} className={css.title}>{title}</Text>
      </View>
      {children}
    </View>
  )
}

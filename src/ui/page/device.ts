import Taro from '@tarojs/taro'

/** Where the phone leaves room at the top, in CSS px. In a browser there is no status bar and no capsule. */
export interface TopInsets { statusBar: number; navHeight: number; capsuleWidth: number }

let known: TopInsets | undefined

/** Measured once a launch: WeChat's capsule button decides where a page's own header may sit. */
export function topInsets(): TopInsets {
  if (known) return known
  if (process.env.TARO_ENV === 'h5') return (known = { statusBar: 0, navHeight: 48, capsuleWidth: 0 })
  const statusBar = Taro.getWindowInfo().statusBarHeight ?? 20
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(4, capsule.top - statusBar)
  const { windowWidth } = Taro.getWindowInfo()
  return (known = { statusBar, navHeight: capsule.height + 2 * gap, capsuleWidth: windowWidth - capsule.left })
}

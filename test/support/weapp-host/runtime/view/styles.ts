import { bundle } from '../bridge'
import { BASE_CSS } from './base-css'
import { h } from './dom'

const pageStyle = h('style')

/** Puts in order: the host's, app.wxss, components, the page on top. */
export function installStyles() {
  const { app, ...rest } = bundle.sheets
  const components = Object.entries(rest).filter(([path]) => !bundle.pages.includes(path)).map(([, css]) => css)
  document.head.append(h('style', { textContent: BASE_CSS }), h('style', { textContent: app ?? '' }), h('style', { textContent: components.join('\n') }), pageStyle)
}

/** A page's styles apply to that page only: in WeChat each page is a document of its own. */
export function usePageStyle(path: string) {
  const css = bundle.sheets[path] ?? ''
  if (pageStyle.textContent !== css) pageStyle.textContent = css
}

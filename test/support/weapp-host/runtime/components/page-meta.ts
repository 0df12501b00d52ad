import { setBarColor, setTitle } from '../view/bars'
import { top } from '../pages/stack'
import type { Definition } from './define'

const pageMeta: Definition = {
  props: ['backgroundColor', 'pageStyle', 'scrollTop', 'rootFontSize', 'backgroundTextStyle'],
  update({ element, props }) {
    element.style.display = 'contents'
    const page = element.closest<HTMLElement>('wx-page')
    if (page && props.pageStyle) page.style.cssText = String(props.pageStyle)
    const scroller = element.closest<HTMLElement>('.host-scroller')
    if (scroller && props.backgroundColor) scroller.style.background = String(props.backgroundColor)
  },
}

const navigationBar: Definition = {
  props: ['title', 'loading', 'frontColor', 'backgroundColor'],
  update({ element, props }) {
    if (!element.isConnected || !top().container.contains(element)) return
    if (props.title) setTitle(String(props.title))
    if (props.frontColor || props.backgroundColor) setBarColor(String(props.frontColor ?? ''), String(props.backgroundColor ?? ''))
  },
}

/** Declared settings of a page. */
export const pageMetaComponents: Record<string, Definition> = { 'page-meta': pageMeta, 'navigation-bar': navigationBar }

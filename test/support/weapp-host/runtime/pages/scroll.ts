import { h } from '../view/dom'
import { onPan } from '../view/gestures'
import { callHook, type OpenPage } from './stack'

const PULL_DISTANCE = 50
const spinner = h('div', { class: 'host-refreshing', textContent: '…' })

/** Page scrolling: onPageScroll, onReachBottom and pull-down. */
export function watchScroll(page: OpenPage) {
  const { scroller } = page
  let atBottom = false
  scroller.addEventListener('scroll', () => {
    callHook(page, 'onPageScroll', { scrollTop: scroller.scrollTop })
    const distance = page.config.onReachBottomDistance ?? 50
    const near = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - distance
    // Once each time the bottom comes near, not with every pixel.
    if (near && !atBottom && scroller.scrollTop > 0) callHook(page, 'onReachBottom')
    atBottom = near
  })
  onPan(scroller, {
    start: () => Boolean(page.config.enablePullDownRefresh) && scroller.scrollTop <= 0,
    end: ({ dy }) => { if (dy > PULL_DISTANCE) startPullDown(page) },
  })
}

/** Pull-down by finger or by wx.startPullDownRefresh. */
export function startPullDown(page: OpenPage) {
  page.scroller.prepend(spinner)
  callHook(page, 'onPullDownRefresh')
}

export const stopPullDown = () => spinner.remove()

export const isPullingDown = () => spinner.isConnected

/** wx.pageScrollTo, without animation: tests should not wait for one. */
export function scrollPage(page: OpenPage, target: { scrollTop?: number; selector?: string; offsetTop?: number }) {
  if (target.selector === undefined) { page.scroller.scrollTop = target.scrollTop ?? 0; return }
  const element = page.component.shadowRoot && (page.component.getShadowRoot()!.querySelector(target.selector)?.$$ as unknown as HTMLElement | undefined)
  if (element) page.scroller.scrollTop += element.getBoundingClientRect().top - page.scroller.getBoundingClientRect().top + (target.offsetTop ?? 0)
}

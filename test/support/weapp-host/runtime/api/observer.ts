import { adopt } from '../logic/realm'
import { top, type Instance } from '../pages/stack'
import { callBack } from './define'

interface Options { thresholds?: number[]; initialRatio?: number; observeAll?: boolean; nativeMode?: boolean }
interface Margins { left?: number; right?: number; top?: number; bottom?: number }

/** wx.createIntersectionObserver: Chromium's own observer, rooted at the page or an element of it. */
export function createIntersectionObserver(scope?: Instance, options: Options = {}) {
  const component = scope ?? top().instance
  const page = top()
  const observers: IntersectionObserver[] = []
  let root: Element = page.scroller
  let margins: Margins = {}
  const shadow = () => component._$.getShadowRoot()
  const observer: object = adopt({
    relativeTo(selector: string, given: Margins = {}) {
      const found = shadow().querySelector(selector)?.$$ as Element | undefined
      if (found) root = found
      margins = given
      return observer
    },
    relativeToViewport(given: Margins = {}) { root = page.scroller; margins = given; return observer },
    observe(selector: string, callback: (result: unknown) => void) {
      const { top: above = 0, right = 0, bottom = 0, left = 0 } = margins
      let first = true
      const native = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          // Like WeChat, the initial state is told only when it differs from initialRatio.
          if (first && entry.intersectionRatio === (options.initialRatio ?? 0) && !entry.isIntersecting) continue
          const element = (entry.target as Element & { __wxElement?: { id: string; dataset: object } }).__wxElement
          const box = ({ left: l, right: r, top: t, bottom: b, width, height }: DOMRectReadOnly) => ({ left: l, right: r, top: t, bottom: b, width, height })
          callBack(callback, adopt({
            id: element?.id ?? '', dataset: { ...element?.dataset }, time: Date.now(), intersectionRatio: entry.intersectionRatio,
            intersectionRect: box(entry.intersectionRect), boundingClientRect: box(entry.boundingClientRect), relativeRect: box(entry.rootBounds ?? entry.boundingClientRect),
          }))
        }
        first = false
      }, { root, rootMargin: `${above}px ${right}px ${bottom}px ${left}px`, threshold: options.thresholds ?? [0] })
      const targets = options.observeAll ? shadow().querySelectorAll(selector) : [shadow().querySelector(selector)].filter(Boolean)
      for (const target of targets) native.observe(target.$$ as Element)
      observers.push(native)
    },
    disconnect() { for (const native of observers.splice(0)) native.disconnect() },
  })
  return observer
}

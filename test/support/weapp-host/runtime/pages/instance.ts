import { createIntersectionObserver } from '../api/observer'
import { createSelectorQuery } from '../api/query'
import { appSpace, createRoot } from '../logic/code-space'
import { crossToView, rootOf, type Caller } from './set-data'
import { allPages } from './stack'

/**
 * Gives pages and components (`this`) what WeChat's have and the adapter's have not, or have differently.
 * All instances share one prototype; built-ins are not among them.
 */
export function extendInstances() {
  appSpace().component('__probe').definition({}).register()
  let prototype = Object.getPrototypeOf(createRoot('wx-view', '__probe').get()) as Caller
  while (!Object.hasOwn(prototype, 'setData')) prototype = Object.getPrototypeOf(prototype) as Caller
  const { setData } = prototype
  Object.assign(prototype, {
    setData(this: Caller, data: object, callback?: () => void) { setData.call(this, crossToView(this, data), callback) },
    getTabBar(this: Caller) { return allPages().find((page) => page.component === rootOf(this._$))?.tabBar ?? null },
    getPageId(this: Caller) { return String(allPages().find((page) => page.component === rootOf(this._$))?.id ?? '') },
    createSelectorQuery(this: Caller) { return createSelectorQuery(this) },
    createIntersectionObserver(this: Caller, options?: object) { return createIntersectionObserver(this, options) },
  })
}

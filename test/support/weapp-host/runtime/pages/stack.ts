import type * as easel from 'glass-easel'
import { boot, bundle, device } from '../bridge'
import { appSpace, createRoot, loadWithComponents, type Root } from '../logic/code-space'
import { hasModule } from '../logic/loader'
import { adopt, reportAppError } from '../logic/realm'
import { isTab, showBars, windowHeight } from '../view/bars'
import { h } from '../view/dom'
import { usePageStyle } from '../view/styles'
import { watchScroll } from './scroll'
import type { PageConfig } from '../../types'

export const STACK_LIMIT = 10

export type Instance = Record<string, any>

/** One open page: what the logic layer sees (`instance`) and what the view shows (`element`). */
export interface OpenPage {
  id: number
  path: string
  query: Record<string, string>
  config: PageConfig
  instance: Instance
  component: easel.GeneralComponent
  element: HTMLElement
  scroller: HTMLElement
  container: HTMLElement
  tabBar?: Instance
  ready: boolean
  visible: boolean
  release(): void
}

/** Where pages stand on the screen. */
export const pagesArea = h('div', { id: 'host-pages' })

export const stack: OpenPage[] = []
/** Tab pages stay alive when another tab is shown. */
const keptTabs = new Map<string, OpenPage>()

let nextId = boot.launchNumber * 10_000

export function top(): OpenPage {
  const page = stack.at(-1)
  if (!page) throw new Error('no page is open')
  return page
}

/** An open page or a tab page kept in the background. */
export const allPages = () => [...new Set([...stack, ...keptTabs.values()])]

/** Calls a page's hook if the page has it. An error there does not stop the page, but is reported. */
export function callHook(page: OpenPage, name: string, ...args: unknown[]): any {
  const hook = page.instance[name] as unknown
  if (typeof hook !== 'function') return undefined
  try { return (hook as (...args: unknown[]) => unknown).apply(page.instance, args.map(adopt)) } catch (error) { reportAppError(error) }
}

/** Creates a page on top of the stack and shows it. */
export function push(path: string, query: Record<string, string>, prepare?: (page: OpenPage) => void) {
  const page = createPage(path, query)
  prepare?.(page)
  if (isTab(path)) keptTabs.set(path, page)
  stack.push(page)
  callHook(page, 'onLoad', query)
  appear(page)
}

/** Shows the page on top (again). */
export function appear(page: OpenPage) {
  for (const other of allPages()) other.container.hidden = other !== page
  usePageStyle(page.path)
  showBars(page.path, page.config, stack.length)
  page.container.style.setProperty('--page-vh', `${windowHeight(page.path, page.config) / 100}px`)
  page.visible = true
  page.component.triggerPageLifetime('show', [])
  callHook(page, 'onShow')
  if (!page.ready) {
    page.ready = true
    callHook(page, 'onReady')
  }
}

export function disappear(page: OpenPage) {
  if (!page.visible) return
  page.visible = false
  page.component.triggerPageLifetime('hide', [])
  callHook(page, 'onHide')
}

/** Takes the top page away; a tab page is only put aside. `force` ends tab pages too. */
export function pop(force = false) {
  const page = stack.pop()!
  if (!force && keptTabs.get(page.path) === page) { disappear(page); return }
  destroy(page)
}

/** Ends every page, also the tabs in the background. */
export function clear() {
  while (stack.length) pop(true)
  for (const page of keptTabs.values()) destroy(page)
  keptTabs.clear()
}

/** Shows a tab: the one already alive, or a new one. */
export function showTab(path: string) {
  const kept = keptTabs.get(path)
  if (!kept) return push(path, {})
  stack.push(kept)
  appear(kept)
}

function destroy(page: OpenPage) {
  if (keptTabs.get(page.path) === page) keptTabs.delete(page.path)
  callHook(page, 'onUnload')
  page.release()
}

function createPage(path: string, query: Record<string, string>): OpenPage {
  loadWithComponents(path)
  if (!appSpace().getComponentSpace().getComponentByUrlWithoutDefault(path, '')) throw new Error(`${path}.js registers no page: it calls neither Page() nor Component()`)
  const root = createRoot('wx-page', path)
  const instance = root.get() as unknown as Instance
  const component = root.getComponent()
  const config = { ...bundle.app.window, ...bundle.json[path] }
  const place = h('div')
  const scroller = h('div', { class: 'host-scroller' }, place)
  const container = h('div', { class: 'host-page' }, scroller)
  scroller.style.background = config.backgroundColor ?? ''
  if (config.disableScroll) scroller.style.overflow = 'hidden'
  container.style.setProperty('--page-vh', `${windowHeight(path, config) / 100}px`)
  pagesArea.append(container)
  const page: OpenPage = {
    id: nextId++, path, query, config, instance, component, scroller, container, ready: false, visible: false,
    get element() { return component.$$ as unknown as HTMLElement },
    release() { root.release(); tabBar?.release(); container.remove() },
  }
  Object.assign(instance, adopt({ route: path, __route__: path, options: query, __wxWebviewId__: page.id, __displayReporter: { showReferpagepath: path } }))
  root.attach(scroller as never, place as never)
  const tabBar = isTab(path) && bundle.app.tabBar?.custom ? attachCustomTabBar(container) : undefined
  page.tabBar = tabBar?.get() as Instance | undefined
  watchScroll(page)
  return page
}

/** WeChat gives each tab page its own instance of custom-tab-bar/index. */
function attachCustomTabBar(container: HTMLElement): Root {
  const path = 'custom-tab-bar/index'
  if (!hasModule(path)) throw new Error('tabBar.custom is true, but custom-tab-bar/index is missing')
  loadWithComponents(path)
  const root = createRoot('wx-custom-tab-bar', path)
  const place = h('div')
  container.append(place)
  root.attach(container as never, place as never)
  return root
}

/** The window's size as the page on top has it. */
export function windowSize() {
  const page = stack.at(-1)
  return { windowWidth: device.width, windowHeight: page ? windowHeight(page.path, page.config) : device.height }
}

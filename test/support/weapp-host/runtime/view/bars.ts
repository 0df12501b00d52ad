import { bundle, device } from '../bridge'
import { h } from './dom'
import type { PageConfig } from '../../types'

const title = h('span')
const back = h('div', { class: 'host-back', textContent: '‹' })
const bar = h('div', { id: 'host-bar' }, back, title)
const capsule = h('div', { id: 'host-capsule' })
const tabs = h('div', { id: 'host-tabs' })

/** The button in the corner, where WeChat draws it on this device. */
export const capsuleRect = (() => {
  const width = 87, height = 32, top = device.statusBar + (device.navBar - height) / 2, right = device.width - 7
  return { width, height, top, right, bottom: top + height, left: right - width }
})()

export const tabList = () => bundle.app.tabBar?.list ?? []
export const hasNativeTabs = () => tabList().length > 0 && !bundle.app.tabBar?.custom
export const isTab = (path: string) => tabList().some((tab) => tab.pagePath === path)

let tabsHidden = false
let shown: { path: string; config: PageConfig } | undefined

/** Adds the native frame around the pages' area. */
export function installBars(pages: HTMLElement, actions: { back(): void; tab(path: string): void; menu(): void }) {
  Object.assign(bar.style, { paddingTop: `${device.statusBar}px`, height: `${device.statusBar + device.navBar}px` })
  Object.assign(capsule.style, { left: `${capsuleRect.left}px`, top: `${capsuleRect.top}px`, width: `${capsuleRect.width}px`, height: `${capsuleRect.height}px` })
  tabs.style.height = `${device.tabBar}px`
  back.onclick = actions.back
  capsule.onclick = actions.menu
  tabs.append(...tabList().map((tab) => {
    const icon = tab.iconPath ? [h('img', { src: `/package/${tab.iconPath}`, alt: '' })] : []
    return h('div', { onclick: () => actions.tab(tab.pagePath) }, ...icon, h('span', { textContent: tab.text }))
  }))
  document.body.append(bar, pages, tabs, capsule)
}

/** Draws the bars for the page on top. */
export function showBars(path: string, config: PageConfig, depth: number) {
  shown = { path, config }
  const custom = config.navigationStyle === 'custom'
  bar.style.display = custom ? 'none' : ''
  bar.style.background = config.navigationBarBackgroundColor ?? '#fff'
  bar.style.color = config.navigationBarTextStyle === 'white' ? '#fff' : '#000'
  back.style.display = depth > 1 ? '' : 'none'
  title.textContent = config.navigationBarTitleText ?? ''
  tabs.style.display = hasNativeTabs() && isTab(path) && !tabsHidden ? '' : 'none'
  tabList().forEach((tab, index) => {
    const entry = tabs.children[index] as HTMLElement
    const on = tab.pagePath === path
    entry.style.color = (on ? bundle.app.tabBar?.selectedColor : bundle.app.tabBar?.color) ?? ''
    const icon = entry.querySelector('img')
    if (icon) icon.src = `/package/${(on && tab.selectedIconPath) || tab.iconPath}`
  })
}

export const setTitle = (text: string) => { title.textContent = text }

export function setBarColor(front: string, background: string) {
  bar.style.color = front
  bar.style.background = background
}

export function setTabsHidden(hidden: boolean) {
  tabsHidden = hidden
  if (shown) showBars(shown.path, shown.config, back.style.display === 'none' ? 1 : 2)
}

/** A tab's red dot or number; null takes it away. */
export function setBadge(index: number, text: string | null) {
  const entry = tabs.children[index]
  if (!entry) return
  entry.querySelector('.host-badge')?.remove()
  if (text !== null) entry.append(h('span', { class: 'host-badge', textContent: text }))
}

export function setTabText(index: number, text: string) {
  const label = tabs.children[index]?.querySelector('span')
  if (label) label.textContent = text
}

/** Height left for a page. */
export function windowHeight(path: string, config: PageConfig): number {
  const top = config.navigationStyle === 'custom' ? 0 : device.statusBar + device.navBar
  return device.height - top - (hasNativeTabs() && isTab(path) && !tabsHidden ? device.tabBar : 0)
}

import { ApiFailure, bundle } from '../bridge'
import { resolvePath } from '../logic/loader'
import { isTab } from '../view/bars'
import { ensurePackage, preloadFor } from './packages'
import { appear, clear, disappear, pop, push, showTab, stack, STACK_LIMIT, top, type OpenPage } from './stack'

interface Target { path: string; query: Record<string, string> }

/** Splits a page URL. WeChat does not decode the query: neither do we. */
export function parseUrl(url: unknown): Target {
  if (typeof url !== 'string') throw new ApiFailure(`parameter error: parameter.url should be String instead of ${url === undefined ? 'Undefined' : typeof url};`)
  const [location, search = ''] = url.split('?') as [string, string?]
  const path = resolvePath(stack.at(-1)?.path ?? '', location)
  if (!bundle.pages.includes(path)) throw new ApiFailure(`page "${path}" is not found`)
  const pairs = search.split('&').filter(Boolean).map((pair) => [pair.split('=')[0]!, pair.split('=').slice(1).join('=')])
  return { path, query: Object.fromEntries(pairs) as Record<string, string> }
}

let busy: Promise<unknown> = Promise.resolve()

/** Routes one after another: a page that navigates in onLoad waits until it is on the stack. */
function inTurn(step: () => Promise<void>): Promise<void> {
  const result = busy.then(step)
  busy = result.catch(() => undefined)
  return result
}

type Prepare = (page: OpenPage) => void

const open = (target: Target, prepare?: Prepare) => { push(target.path, target.query, prepare); preloadFor(target.path) }

/** `prepare` sees the new page before its onLoad. */
export const navigateTo = (url: unknown, prepare?: Prepare) => inTurn(async () => {
  const target = parseUrl(url)
  if (isTab(target.path)) throw new ApiFailure('can not navigateTo a tabbar page')
  if (stack.length >= STACK_LIMIT) throw new ApiFailure(`webview count limit exceed (${STACK_LIMIT} pages are open)`)
  await ensurePackage(target.path)
  disappear(top())
  open(target, prepare)
})

export const redirectTo = (url: unknown) => inTurn(async () => {
  const target = parseUrl(url)
  if (isTab(target.path)) throw new ApiFailure('can not redirectTo a tabbar page')
  await ensurePackage(target.path)
  pop(true)
  open(target)
})

export const reLaunch = (url: unknown) => inTurn(async () => {
  const target = parseUrl(url)
  await ensurePackage(target.path)
  clear()
  open(target)
})

export const switchTab = (url: unknown) => inTurn(async () => {
  const { path } = parseUrl(url)
  if (!isTab(path)) throw new ApiFailure('can not switch to no-tabBar page')
  if (stack.length === 1 && top().path === path) return
  while (stack.length) pop()
  showTab(path)
  preloadFor(path)
})

export const navigateBack = (delta: number) => inTurn(async () => {
  if (stack.length === 1) throw new ApiFailure('cannot navigate back at first page.')
  for (let left = Math.min(delta, stack.length - 1); left > 0; left--) pop()
  appear(top())
})

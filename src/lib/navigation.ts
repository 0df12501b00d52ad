import Taro, { useRouter } from '@tarojs/taro'
import { ROUTES, pathOf, type Route, type RouteParams } from './routes'

export { pathOf } from './routes'

// WeChat keeps at most ten pages on its stack and refuses the eleventh.
const MOST_PAGES = 10
// A second tap lands while the page is still coming.
const DOUBLE_TAP_MS = 600
let last = { url: '', at: 0 }

type Needed<R extends Route> = Record<never, never> extends RouteParams[R] ? [params?: RouteParams[R]] : [params: RouteParams[R]]

/** Opens a page with what it needs; a tab by switching to it. A tap that cannot be followed, or the second of a double tap, is dropped quietly. */
export function go<R extends Route>(route: R, ...[params]: Needed<R>): void {
  const url = pathOf(route, params)
  if (url === last.url && Date.now() - last.at < DOUBLE_TAP_MS) return
  last = { url, at: Date.now() }
  const opened = ROUTES[route].tab
    ? Taro.switchTab({ url: ROUTES[route].path })
    : Taro.getCurrentPages().length >= MOST_PAGES ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })
  // What failed may be tried again at once.
  opened.catch(forgetLast)
}

const forgetLast = (): void => { last = { url: '', at: 0 } }

/** One page back, or home when this page was opened directly, e.g. from a shared link. */
export function goBack(): void {
  forgetLast()
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else go('home')
}

/** What the page was opened with, decoded. Shared links may lack anything, so everything may be absent. */
export function useParams<R extends Route>(_route: R): Partial<RouteParams[R]> {
  const { params } = useRouter()
  return decodeParams(params) as Partial<RouteParams[R]>
}

/** WeChat hands query values over still encoded, H5 decoded; a stray `%` stays as it is. */
export function decodeParams(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const decoded: Record<string, string> = {}
  for (const [key, value] of Object.entries(params)) if (typeof value === 'string') decoded[key] = decode(value)
  return decoded
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

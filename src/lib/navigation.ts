import Taro, { useRouter } from '@tarojs/taro'
import { ROUTES, pathOf, type Route, type RouteParams } from './routes'

export { ROUTES, pathOf, type Route, type RouteParams } from './routes'

// WeChat keeps at most ten pages on its stack and refuses the eleventh.
const MOST_PAGES = 10

type Needed<R extends Route> = Record<never, never> extends RouteParams[R] ? [params?: RouteParams[R]] : [params: RouteParams[R]]

/** Opens a page with what it needs; a tab by switching to it. A tap that cannot be followed is dropped quietly. */
export function go<R extends Route>(route: R, ...[params]: Needed<R>): void {
  const url = pathOf(route, params)
  const opened = ROUTES[route].tab
    ? Taro.switchTab({ url: ROUTES[route].path })
    : Taro.getCurrentPages().length >= MOST_PAGES ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })
  opened.catch(() => undefined)
}

/** One page back, or home when this page was opened directly, e.g. from a shared link. */
export function goBack(): void {
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

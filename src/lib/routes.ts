/** Every page by name. Tab pages open with `switchTab`, which takes no query. */
export const ROUTES = {
  home: { path: '/tabs/home/index', tab: true },
  policies: { path: '/tabs/policies/index', tab: true },
  services: { path: '/tabs/services/index', tab: true },
  me: { path: '/tabs/me/index', tab: true },
  policy: { path: '/policies/policy/index', tab: false },
  item: { path: '/policies/item/index', tab: false },
  search: { path: '/policies/search/index', tab: false },
  favourites: { path: '/policies/favourites/index', tab: false },
  signIn: { path: '/people/sign-in/index', tab: false },
  check: { path: '/enterprises/check/index', tab: false },
  facts: { path: '/enterprises/facts/index', tab: false },
  question: { path: '/enterprises/question/index', tab: false },
} as const satisfies Record<string, { path: string; tab: boolean }>

/** What each page is opened with. */
export interface RouteParams {
  home: Nothing
  policies: Nothing
  services: Nothing
  me: Nothing
  policy: { policyId: string }
  item: { policyId: string; itemId: string }
  search: { text?: string }
  favourites: Nothing
  signIn: Nothing
  check: Nothing
  facts: Nothing
  /** One fact; with `alone` it is asked by itself, else the next one follows. */
  question: { fact: string; alone?: string }
}
type Nothing = Record<never, never>
export type Route = keyof RouteParams

/** `a=1&b=2`, encoded; absent and empty values left out. */
export const toQuery = (params: object): string =>
  (Object.entries(params) as [string, unknown][])
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&')

/** The address of a page, for sharing and for the router. */
export function pathOf<R extends Route>(route: R, params?: RouteParams[R]): string {
  const query = toQuery(params ?? {})
  return query ? `${ROUTES[route].path}?${query}` : ROUTES[route].path
}

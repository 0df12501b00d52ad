declare const window: {
  location: { pathname: string; search: string }
  history: { state: unknown; replaceState(state: unknown, title: string, url: string): void }
}
declare const URLSearchParams: new (query: string) => { forEach(take: (value: string, key: string) => void): void }

/** Shows the state of a page in the address bar, without a new history entry, so that it can be copied and reloaded. */
export function replacePageQuery(path: string, query: string): void {
  // The router may be on another page by now: only the page's own address is rewritten.
  if (window.location.pathname !== path) return
  window.history.replaceState(window.history.state, '', query ? `${path}?${query}` : path)
}

/** The query of a page; empty while the address bar shows another one. */
export function pageQuery(path: string): Record<string, string> {
  const query: Record<string, string> = {}
  if (window.location.pathname !== path) return query
  new URLSearchParams(window.location.search).forEach((value, key) => { query[key] = value })
  return query
}

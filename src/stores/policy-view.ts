import Taro from '@tarojs/taro'
import type { Filters, Sort } from '@contract/policies/browse'
import { create } from 'zustand'
import { DEFAULT_SORT, filtersFromQuery, filtersToQuery } from '@/lib/filter-query'
import { pageQuery, replacePageQuery } from '@/lib/page-url'
import { ROUTES, toQuery } from '@/lib/routes'

interface PolicyView { filters: Filters; sort: Sort }

/**
 * How the policies tab is narrowed and sorted. Kept beside the page, as tab pages take no query in WeChat;
 * on H5 it is mirrored in the address bar, so that it survives a reload and can be passed on.
 */
const useView = create<PolicyView>(() => filtersFromQuery(pageQuery(ROUTES.policies.path)))
useView.subscribe(writeToUrl)
// Whether the view is this launch's own. Until then the address knows better.
let settled = false

export const usePolicyView = (): PolicyView => useView()
export const setFilters = (filters: Filters): void => useView.setState({ filters })
export const setSort = (sort: Sort): void => useView.setState({ sort })
export const clearFilters = (): void => useView.setState({ filters: {} })

/** Opens the policies tab narrowed as given. */
export function openPolicies(filters: Filters, sort: Sort = DEFAULT_SORT): void {
  settled = true
  useView.setState({ filters, sort })
  Taro.switchTab({ url: ROUTES.policies.path }).then(showInUrl, () => undefined)
}

/**
 * Coming to the tab gives it the bare address again: call on `useDidShow` of the policies tab.
 * The first time the address may be from before a reload, of the detail page in front of it: then it is taken over instead.
 */
export function showInUrl(): void {
  if (!settled) useView.setState(filtersFromQuery(pageQuery(ROUTES.policies.path)))
  settled = true
  writeToUrl()
}

function writeToUrl(): void {
  const { filters, sort } = useView.getState()
  replacePageQuery(ROUTES.policies.path, toQuery(filtersToQuery(filters, sort)))
}

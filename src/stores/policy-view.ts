import Taro from '@tarojs/taro'
import type { Filters, Sort } from '@contract/policies/browse'
import { create } from 'zustand'
import { DEFAULT_SORT, filtersFromQuery, filtersToQuery } from '@/lib/filter-query'
import { openingQuery, replacePageQuery } from '@/lib/page-url'
import { ROUTES, toQuery } from '@/lib/routes'

export interface PolicyView { filters: Filters; sort: Sort }

/**
 * How the policies tab is narrowed and sorted. Kept beside the page, as tab pages take no query in WeChat;
 * on H5 it is mirrored in the address bar, so that it survives a reload and can be passed on.
 */
const useView = create<PolicyView>(() => filtersFromQuery(openingQuery()))
useView.subscribe(({ filters, sort }) => replacePageQuery(ROUTES.policies.path, toQuery(filtersToQuery(filters, sort))))

export const usePolicyView = (): PolicyView => useView()
export const setFilters = (filters: Filters): void => useView.setState({ filters })
export const setSort = (sort: Sort): void => useView.setState({ sort })
export const clearFilters = (): void => useView.setState({ filters: {} })

/** Opens the policies tab narrowed as given. */
export function openPolicies(filters: Filters, sort: Sort = DEFAULT_SORT): void {
  useView.setState({ filters, sort })
  Taro.switchTab({ url: ROUTES.policies.path }).then(showInUrl, () => undefined)
}

/** Coming to the tab gives it the bare address again: call on `useDidShow` of the policies tab. */
export function showInUrl(): void {
  const { filters, sort } = useView.getState()
  replacePageQuery(ROUTES.policies.path, toQuery(filtersToQuery(filters, sort)))
}

import { useMemo } from 'react'
import { browse, loosen, passes, type FilterKey, type Filters, type Sort } from '@contract/policies/browse'
import type { ItemRow } from '@contract/policies/rows'
import type { Failure } from '@/api/failure'
import { useCatalogue, useCatalogueSource } from './use-catalogue'
import { useServerPages } from './use-server-pages'

interface Browsed {
  /** From the phone: all matches. From the server: the pages loaded so far. */
  rows: readonly ItemRow[]
  /** How many match, and how many would show without any filter. */
  total: number
  of: number
  from: 'phone' | 'server' | null
  state: 'loading' | 'ready' | 'failed'
  hasMore: boolean
  loadingMore: boolean
  /** Of the first page (`state` is 'failed'), or of a further one (the rows stay). */
  failure: Failure | null
  loadMore: () => void
  retry: () => void
  /** For an empty list: which filter to loosen, and how many rows would show then. Known from the phone's copy only. */
  loosen: { key: FilterKey; count: number }[]
}

const idle = () => undefined

/** The policy list, filtered and sorted: at once from the phone's copy, or page by page from the server while there is none. */
export function useBrowse(filters: Filters, sort: Sort): Browsed {
  const all = useCatalogue((state) => state.rows)
  const server = useServerPages(useCatalogueSource() === 'none', filters, sort)
  const key = JSON.stringify([filters, sort])

  const own = useMemo((): Browsed | null => {
    if (all === null) return null
    const rows = browse(all, filters, sort)
    return {
      rows, total: rows.length, of: all.filter((row) => passes(row, {})).length, from: 'phone', state: 'ready',
      hasMore: false, loadingMore: false, failure: null, loadMore: idle, retry: idle,
      loosen: rows.length === 0 ? loosen(all, filters) : [],
    }
    // `key` stands for filters and sort, whose objects may be new at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [all, key])
  if (own) return own

  const { ready, ...pages } = server
  return {
    ...pages,
    from: ready ? 'server' : null,
    state: ready ? 'ready' : pages.failure ? 'failed' : 'loading',
    hasMore: pages.rows.length < pages.total,
    loosen: [],
  }
}

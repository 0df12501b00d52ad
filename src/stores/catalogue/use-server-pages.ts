import { useCallback, useEffect, useRef, useState } from 'react'
import type { Filters, Sort } from '@contract/policies/browse'
import { browsePolicies } from '@contract/policies/operations'
import type { ItemRow } from '@contract/policies/rows'
import { call } from '@/api/call'
import { failureOf, type Failure } from '@/api/failure'

const PAGE_SIZE = 20

interface ServerPages {
  rows: readonly ItemRow[]
  total: number
  of: number
  loadingMore: boolean
  /** Whether the first page is there. */
  ready: boolean
  failure: Failure | null
}

const NOTHING: ServerPages = { rows: [], total: 0, of: 0, loadingMore: false, ready: false, failure: null }

/** The policy list page by page from the server, for a phone without a copy. @param wanted whether to ask at all */
export function useServerPages(wanted: boolean, filters: Filters, sort: Sort): ServerPages & { loadMore: () => void; retry: () => void } {
  const key = JSON.stringify([filters, sort])
  const [{ pages, of }, set] = useState({ pages: NOTHING, of: key })
  const [attempt, setAttempt] = useState(0)
  const current = of === key ? pages : NOTHING
  // Answers to an older question are dropped: `turn` is the question now open.
  const turn = useRef(0)
  const busy = useRef(false)

  const ask = useCallback(async (before: ServerPages) => {
    const mine = (turn.current += 1)
    busy.current = true
    const show = (next: ServerPages) => { if (mine === turn.current) set({ pages: next, of: key }) }
    const after = before.rows[before.rows.length - 1]?.itemId
    try {
      const page = await call(browsePolicies, { filters, sort, limit: PAGE_SIZE, ...(after !== undefined && { after }) })
      show({ rows: [...before.rows, ...page.rows], total: page.total, of: page.of, loadingMore: false, ready: true, failure: null })
    } catch (thrown) {
      const failure = failureOf(thrown)
      // The list changed under the reader's thumb: from the start, once.
      if (failure.code === 'CONFLICT' && after !== undefined && mine === turn.current) setAttempt((count) => count + 1)
      else show({ ...before, loadingMore: false, failure })
    } finally {
      if (mine === turn.current) busy.current = false
    }
    // `key` stands for filters and sort, whose objects may be new at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])

  useEffect(() => {
    if (wanted) void ask(NOTHING)
    return () => { turn.current += 1 }
  }, [wanted, ask, attempt])

  const loadMore = useCallback(() => {
    // By a ref, not by state: a list may ask twice before it is drawn again.
    if (!wanted || !current.ready || busy.current || current.rows.length >= current.total) return
    const loading = { ...current, loadingMore: true, failure: null }
    set({ pages: loading, of: key })
    void ask(loading)
  }, [wanted, current, key, ask])

  const retry = useCallback(() => {
    if (current.ready) loadMore()
    else { set({ pages: NOTHING, of: key }); setAttempt((count) => count + 1) }
  }, [current, key, loadMore])

  return { ...current, loadMore, retry }
}

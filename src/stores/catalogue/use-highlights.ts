import { useMemo, useRef } from 'react'
import { highlightsOf, type Highlights } from '@contract/policies/browse'
import { getHighlights } from '@contract/policies/operations'
import { call } from '@/api/call'
import type { Failure } from '@/api/failure'
import { isSameContent, useAnswer } from './use-answer'
import { useCatalogue, useCatalogueSource } from './use-catalogue'

interface ShownHighlights {
  data: Highlights | null
  from: 'phone' | 'server' | null
  state: 'loading' | 'ready' | 'failed'
  failure: Failure | null
  retry: () => void
}

/** What the home page shows: from the phone's copy, or from the server while there is none. */
export function useHighlights(): ShownHighlights {
  const rows = useCatalogue((state) => state.rows)
  const day = useCatalogue((state) => state.day)
  const source = useCatalogueSource()
  const own = useMemo(() => rows && highlightsOf(rows), [rows])
  const answer = useAnswer('highlights', day, source === 'none' ? () => call(getHighlights, {}) : null)

  const shown = useRef<Pick<ShownHighlights, 'data' | 'from'>>({ data: null, from: null })
  const data = own ?? answer.data
  // The copy that arrives after the server's answer mostly says the same: then nothing is drawn again.
  if (data !== null && !isSameContent(shown.current.data, data)) shown.current = { data, from: own ? 'phone' : 'server' }
  const { data: kept, from } = shown.current

  const failure = kept === null ? answer.failure : null
  const { retry } = answer
  return useMemo(() => ({ data: kept, from, state: kept ? 'ready' : failure ? 'failed' : 'loading', failure, retry }), [kept, from, failure, retry])
}

import { useEffect, useMemo, useState } from 'react'
import { search, type SearchIndex, type SearchResult } from '@/search'
import { SearchShelf } from './search-index'
import { catalogue } from './the-catalogue'
import { useCatalogue, useCatalogueSource } from './use-catalogue'

interface Searched {
  /** `noCopy`: the policies are still on their way to the phone; `preparing`: the index is being built. */
  state: 'idle' | 'preparing' | 'noCopy' | 'ready'
  /** Null unless `state` is 'ready'. */
  result: SearchResult | null
}

const shelf = new SearchShelf()

/** Searches the phone's copy as one types; no network is asked. */
export function useSearch(text: string, options: { includeLapsed?: boolean; limit?: number } = {}): Searched {
  const { includeLapsed = false, limit } = options
  const index = useSearchIndex()
  const source = useCatalogueSource()
  const query = text.trim()
  const result = useMemo(
    () => (index && query !== '' ? search(index, query, { includeLapsed, ...(limit !== undefined && { limit }) }) : null),
    [index, query, includeLapsed, limit],
  )
  return useMemo(() => {
    if (query === '') return { state: 'idle', result: null }
    return { state: result ? 'ready' : source === 'none' ? 'noCopy' : 'preparing', result }
  }, [query, result, source])
}

/** The index of the present copy. An older one serves until the new one is made, so that results do not flicker. */
function useSearchIndex(): SearchIndex | null {
  const edition = useCatalogue((state) => state.edition)
  const day = useCatalogue((state) => state.day)
  const hasCopy = useCatalogue(({ rows }) => rows !== null)
  const [index, setIndex] = useState(shelf.index)
  useEffect(() => {
    if (!hasCopy) { setIndex(null); return undefined }
    // After the page has been drawn: with 10,000 policies the build takes a moment.
    const timer = setTimeout(() => setIndex(shelf.indexOf(catalogue.entries(), day)))
    return () => clearTimeout(timer)
  }, [hasCopy, edition, day])
  return index
}

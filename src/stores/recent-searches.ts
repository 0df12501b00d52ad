import { create } from 'zustand'
import { keep } from '@/lib/kept'
import { readStored } from '@/lib/storage'

const KEY = 'search.recent'
const MOST = 10
const LONGEST = 50
// One spoilt element must not hide the others.
const read = (): string[] => (readStored(KEY, Array.isArray) ?? []).filter((text): text is string => typeof text === 'string').slice(0, MOST)

// They stay on this phone: what somebody looks for is nobody else's business.
const useRecent = create(() => ({ texts: read() }))
const kept = keep<string[]>(KEY, { read, get: () => useRecent.getState().texts, show: (texts) => useRecent.setState({ texts }) })

/** What was searched for, latest first; at most ten. */
export const useRecentSearches = (): string[] => useRecent(({ texts }) => texts)

/** Remembers a search; one that is there already moves to the front. */
export function rememberSearch(text: string): void {
  const wanted = text.trim().slice(0, LONGEST)
  const texts = kept.latest()
  if (wanted === '' || wanted === texts[0]) return
  kept.put([wanted, ...texts.filter((known) => known !== wanted)].slice(0, MOST))
}

export const forgetSearch = (text: string): void => { kept.put(kept.latest().filter((known) => known !== text)) }

export const clearSearches = (): void => { kept.put([]) }

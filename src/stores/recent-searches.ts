import { create } from 'zustand'
import { keepStored, readStored } from '@/lib/storage'

const KEY = 'search.recent'
const MOST = 10
const LONGEST = 50
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((text) => typeof text === 'string')

// They stay on this phone: what somebody looks for is nobody else's business.
const useRecent = create(() => ({ texts: (readStored(KEY, isTexts) ?? []).slice(0, MOST) }))
keepStored(useRecent, KEY, ({ texts }) => texts)

/** What was searched for, latest first; at most ten. */
export const useRecentSearches = (): string[] => useRecent(({ texts }) => texts)

/** Remembers a search; one that is there already moves to the front. */
export function rememberSearch(text: string): void {
  const wanted = text.trim().slice(0, LONGEST)
  const { texts } = useRecent.getState()
  if (wanted === '' || wanted === texts[0]) return
  useRecent.setState({ texts: [wanted, ...texts.filter((known) => known !== wanted)].slice(0, MOST) })
}

export const forgetSearch = (text: string): void =>
  useRecent.setState(({ texts }) => ({ texts: texts.filter((known) => known !== text) }))

export const clearSearches = (): void => useRecent.setState({ texts: [] })

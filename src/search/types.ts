/** An item as search knows it. Texts are as people see them; absent ones are empty. */
export interface SearchItem {
  id: string
  name: string
  namePinyin: string
  support: string
  category: string
  benefit: string
  audience: string
  amount: string
  /** Nobody can apply under it any more: counted, but shown only on request. */
  lapsed: boolean
}

/** A policy with its items. Pinyin keys are in the format of the contract's `pinyin.ts`; an empty one is never found by pinyin. */
export interface SearchPolicy {
  id: string
  title: string
  titlePinyin: string
  number: string
  issuer: string
  level: string
  items: SearchItem[]
}

export type Field = 'name' | 'title' | 'number' | 'issuer' | 'level' | 'support' | 'category' | 'benefit' | 'audience' | 'amount'

/** Part of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span { start: number; end: number }

/** One item that was found, with the parts of its texts that the words hit. */
export interface Hit {
  itemId: string
  policyId: string
  score: number
  spans: Partial<Record<Field, Span[]>>
}

/** `exact`: as typed. `pinyin`: some hit by pinyin only. `split`: one word taken apart. `typo`: a word corrected. `partial`: a word left out. */
export type How = 'exact' | 'pinyin' | 'split' | 'typo' | 'partial' | 'none'

/** Items that have all of `words`, best first. */
export interface Group {
  how: How
  /** What was actually looked for. Differs from what was typed when `how` is split, typo or partial. */
  words: string[]
  hits: Hit[]
  /** Items in all, of which `hits` are the first; lapsed ones count only when they were asked for. */
  total: number
  lapsedHidden: number
  /** For hits by pinyin: the Chinese that the letters stood for in most of the hits. */
  matchedText?: string
}

export interface SearchResult extends Group {
  /** Further groups in the order to show them: other corrections, then what has only some of the words. */
  others: Group[]
}

export interface SearchOptions {
  /** Hits to return in each group; 50 unless told. */
  limit?: number
  includeLapsed?: boolean
  /** Further filters of the page. What they refuse is neither shown nor counted. */
  only?: (itemId: string) => boolean
}

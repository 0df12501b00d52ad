import type { SearchIndex } from './build'

// What a place is worth: first where it is, then how early, one more when it is the whole name. Words add up.
export const NAME = 128
export const TITLE = 96
export const NUMBER = 64
export const REST = 1
export const EARLY = 31
export const WORD_MAX = NAME + EARLY + 1

/** The items that have a word, or all of several. */
export interface Found {
  /** For each block of the index what its item is worth, 0 where the word is not. */
  scores: Uint8Array | Uint16Array
  /** The blocks of the items, each once, in the index's order: the order of equally good hits. */
  items: number[] | Int32Array
  /** Whether any of them has the word as typed, not only by pinyin. */
  literal: boolean
}

/** Being collected. */
export type Finding = Found & { items: number[] }

export const nothing = (index: SearchIndex): Finding => ({ scores: new Uint8Array(index.blocks.length), items: [], literal: false })

/** Adds an item, or what is better about it. */
export function add({ scores, items }: Finding, block: number, score: number): void {
  if (scores[block] === 0) items.push(block)
  if (scores[block]! < score) scores[block] = score
}

/** The items that have all words. */
export function all(founds: readonly Found[]): Found {
  // Fewest first: the others are only looked up.
  const [first, ...others] = [...founds].sort((a, b) => a.items.length - b.items.length) as [Found, ...Found[]]
  if (others.length === 0) return first
  const scores = new Uint16Array(first.scores)
  const items: number[] = []
  for (let n = 0; n < first.items.length; n++) {
    const block = first.items[n]!
    let sum = scores[block]!
    for (const other of others) sum = sum > 0 && other.scores[block]! > 0 ? sum + other.scores[block]! : 0
    scores[block] = sum
    if (sum > 0) items.push(block)
  }
  return { scores, items, literal: founds.every(({ literal }) => literal) }
}

/** What is in `found` and not in `other`. */
export const without = (found: Found, other: Found): Found =>
  ({ ...found, items: Array.from(found.items).filter((block) => !other.scores[block]) })

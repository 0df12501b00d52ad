import { RECORD } from './text'

/**
 * One string for all blocks, one block after the other: a single native `indexOf` runs over ten thousand policies in
 * a fraction of the time of ten thousand calls, above all where JavaScript is interpreted (iOS).
 * Block n is `text.slice(starts[n], starts[n + 1] - 1)`.
 */
export interface Column { text: string; starts: Int32Array }

/** A column of `count` blocks from its joined text; null when some block contained a separator itself. */
export function columnOf(text: string, count: number): Column | null {
  const starts = new Int32Array(count + 1)
  let at = 0
  for (let block = 0; block < count; block++) {
    starts[block] = at
    at = text.indexOf(RECORD, at) + 1
  }
  if (count > 0) starts[count] = text.length + 1
  return at > 0 ? null : { text, starts }
}

// Letters of pinyin from the rare to the frequent.
const RARE_FIRST = 'vkrpwmftqbldcsxjyzhoegauni'

/**
 * Looks for a word again and again: `from => text.indexOf(word, from)`, but faster without a JIT. The engine looks for a
 * needle's first unit and compares where it is: so the needle begins at a rare letter. And for seven units or more V8
 * takes a method that does not pay: so the needle has six at most, and the rest is compared here.
 */
export function seeker(text: string, word: string): (from: number) => number {
  let skip = 0
  if (/^[a-z]+$/.test(word)) {
    for (let n = 1; n <= word.length - 3; n++) if (rarity(word, n) < rarity(word, skip)) skip = n
  }
  const needle = word.slice(skip, skip + 6)
  if (needle.length === word.length) return (from) => text.indexOf(word, from)
  return (from) => {
    let at = text.indexOf(needle, from + skip)
    while (at >= 0 && !text.startsWith(word, at - skip)) at = text.indexOf(needle, at + 1)
    return at < 0 ? at : at - skip
  }
}

const rarity = (word: string, place: number): number => RARE_FIRST.indexOf(word.charAt(place))

export const blockOf = ({ text, starts }: Column, block: number): string => text.slice(starts[block], starts[block + 1]! - 1)

/** Runs of neighbouring blocks: from, up to not including. */
export type Run = readonly [from: number, to: number]

/** A column of the fresh blocks followed by the kept runs of the old one: copied, not folded or joined again. */
export function splice(old: Column, kept: readonly Run[], fresh: Column): Column {
  const texts = kept.map(([from, to]) => old.text.slice(old.starts[from], old.starts[to]! - 1))
  const count = kept.reduce((sum, [from, to]) => sum + to - from, fresh.starts.length - 1)
  return columnOf((fresh.starts.length > 1 ? [fresh.text, ...texts] : texts).join(RECORD), count)!
}

/**
 * The first place of a word in each block that has it, as pairs: block, offset in the block, block, offset …
 * @param capitals the column's text with capitals where a syllable begins: hits elsewhere do not count
 * @param most blocks that are enough
 */
export function placesOf({ text, starts }: Column, word: string, capitals?: string, most = Infinity): number[] {
  const places: number[] = []
  const seek = seeker(text, word)
  let block = 0
  let next = starts[1]!
  for (let at = seek(0); at >= 0 && places.length < most * 2;) {
    if (capitals !== undefined && isSmallLetter(capitals.charCodeAt(at))) {
      at = seek(at + 1)
      continue
    }
    if (at >= next) {
      // Mostly a block near by: widen, then halve.
      let step = 1
      while (starts[block + step]! <= at) {
        block += step
        step *= 2
      }
      while (step > 1) {
        step /= 2
        if (starts[block + step]! <= at) block += step
      }
      next = starts[block + 1]!
    }
    places.push(block, at - starts[block]!)
    at = seek(next)
    next = starts[++block + 1]!
  }
  return places
}

export const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122

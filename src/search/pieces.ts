import type { SearchIndex } from './build'
import { seeker } from './column'

/** The longest start of a word that is in a name, title, number or label, or its longest end. */
export function knownPart({ heads, labels }: SearchIndex, word: string, fromEnd: boolean): string {
  let best = ''
  for (const { text } of [heads, labels]) {
    let at = 0
    for (let length = 1; length <= word.length; length++) {
      const part = fromEnd ? word.slice(-length) : word.slice(0, length)
      // One unit longer at the end begins where the shorter is; one longer at the start begins a unit earlier.
      at = seeker(text, part)(fromEnd ? Math.max(0, at - 1) : at)
      if (at < 0) break
      if (length > best.length) best = part
    }
  }
  return best
}

/** The longer of a word's known parts, and what is left of the word. */
export function soundPart(index: SearchIndex, word: string): { sound: string; rest: string; isEnd: boolean } {
  const [start, end] = [knownPart(index, word, false), knownPart(index, word, true)]
  return end.length >= start.length
    ? { sound: end, rest: word.slice(0, word.length - end.length), isEnd: true }
    : { sound: start, rest: word.slice(start.length), isEnd: false }
}

/** A word taken apart into words of two characters or more that are there; none when that cannot be done. */
export function apart(index: SearchIndex, word: string, fromEnd: boolean): string[] {
  const pieces: string[] = []
  for (let rest = word; rest !== '';) {
    const piece = knownPart(index, rest, fromEnd)
    if (piece.length < 2) return []
    rest = fromEnd ? rest.slice(0, -piece.length) : rest.slice(piece.length)
    pieces.push(piece)
  }
  return fromEnd ? pieces.reverse() : pieces
}

/** Letters, numbers and Chinese apart: gaoxin企业 is gaoxin and 企业, 财政部2023年103号 is 财政部, 2023 and 103号. */
export const byScript = (word: string): string[] => word.match(/[a-z]+|\d+号?|[^a-z\d年第号()]{2,}/g) || []

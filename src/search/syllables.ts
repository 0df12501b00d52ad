import type { Span } from './types'

/**
 * Where a word of letters, Chinese or both is in a text: each unit is met by itself, by its syllable, or by the
 * beginning of its syllable (`gxjs`, `gaoxin企业`, `gaox`).
 * @param text folded
 * @param tokens of the text's pinyin key, one a unit
 */
export function matchIn(word: string, text: string, tokens: readonly string[]): Span | null {
  const syllables = tokens.map((token) => token.toLowerCase())
  for (let start = 0; start < text.length; start++) {
    const end = matchAt(word, 0, text, syllables, start)
    if (end > start) return { start, end }
  }
  return null
}

/** The unit after a match from `place` on, or -1. */
function matchAt(word: string, from: number, text: string, syllables: readonly string[], place: number): number {
  if (from === word.length) return place
  if (place >= text.length) return -1
  const syllable = syllables[place] || ''
  let same = 0
  while (same < syllable.length && from + same < word.length && word.charAt(from + same) === syllable.charAt(same)) same += 1
  // The whole syllable before its beginning: `gao` is 高 before it is g-a-o.
  for (let length = same; length > 0; length--) {
    const end = matchAt(word, from + length, text, syllables, place + 1)
    if (end >= 0) return end
  }
  return word.charAt(from) === text.charAt(place) ? matchAt(word, from + 1, text, syllables, place + 1) : -1
}

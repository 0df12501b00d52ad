import { tokensOf } from '@contract/policies/pinyin'
import type { SearchIndex } from './build'
import { blockOf, placesOf } from './column'

/**
 * Whether two Chinese words that differ in one character sound the same: the commonest slip of people who type pinyin.
 * The phone has no dictionary, but the catalogue's titles and names have each character's syllable beside it.
 */
export function soundAlike(index: SearchIndex, word: string, other: string): boolean {
  let place = 0
  while (word.charAt(place) === other.charAt(place)) place += 1
  const typed = syllableOf(index, word.charAt(place))
  return typed !== '' && typed === syllableOf(index, other.charAt(place))
}

function syllableOf({ heads, pinyin, capitals }: SearchIndex, character: string): string {
  // A character of a number has no syllable beside it: hence a few places.
  const places = placesOf(heads, character, undefined, 5)
  for (let n = 0; n < places.length; n += 2) {
    const token = tokensOf(blockOf({ ...pinyin, text: capitals }, places[n]!))[places[n + 1]!]
    if (token !== undefined) return token
  }
  return ''
}

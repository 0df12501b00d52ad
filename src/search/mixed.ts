import { tokensOf } from '@contract/policies/pinyin'
import type { SearchIndex } from './build'
import { blockOf, placesOf } from './column'
import { add, NAME, nothing, TITLE, type Finding, type Found } from './found'
import { matchIn } from './syllables'
import { fold } from './text'
import type { SearchItem, SearchPolicy } from './types'

/** Letters and Chinese in one word (`gaoxin企业`): candidates have every run of it, then the word is tried on them. */
export function findMixed(index: SearchIndex, word: string, found: Finding): void {
  const { pinyin, capitals, initials, heads, owners, blocks } = index
  let candidates: Set<number> | null = null
  for (const run of word.match(/[a-z]+|[^a-z]+/g) || []) {
    const isChinese = !/[a-z]/.test(run)
    let places = placesOf(isChinese ? heads : initials, isChinese ? run : initialsOf(run))
    // Letters alone are tried here only when they are nowhere as they are.
    if (!isChinese && run !== word) places = places.concat(placesOf(pinyin, run, capitals))
    candidates = blocksIn(places, candidates)
    if (candidates.size === 0) return
  }
  // What is this frequent is better searched for with more letters.
  if (candidates && candidates.size < 1000) candidates.forEach((block) => {
    const record = blocks[block] as SearchPolicy | SearchItem
    const text = fold('title' in record ? record.title : record.name)
    if (!matchIn(word, text, tokensOf(blockOf({ ...pinyin, text: capitals }, block)))) return
    if (owners[block] !== block) add(found, block, NAME)
    else for (let item = block + 1; owners[item] === block; item++) add(found, item, TITLE)
  })
}

/** Full syllables and initials in one word (`gaoxjs`). Tried only when nothing else is found: it finds much by chance. */
export function findAbbreviated(index: SearchIndex, word: string): Found {
  const found = nothing(index)
  // Without a lone initial in it, it would have been found as it is.
  if (syllablesOf(word).some((piece) => /^[^aeiouv]+$/.test(piece))) findMixed(index, word, found)
  return { ...found, items: new Int32Array(found.items).sort() }
}

function blocksIn(places: readonly number[], among: Set<number> | null): Set<number> {
  const blocks = new Set<number>()
  for (let n = 0; n < places.length; n += 2) if (!among || among.has(places[n]!)) blocks.add(places[n]!)
  return blocks
}

// A syllable as people type it: an initial, a final, or both. `fangan` is read fan'gan: a wrong reading only costs hits
// for abbreviations, full pinyin is found without taking it apart.
const PIECES = /(?:[zcs]h?|[b-df-hj-np-tw-y])?[aeiouv]*(?:ng?(?![aeiouv])|r(?![aeiouv]))?/g

const syllablesOf = (letters: string): string[] => letters.match(PIECES) || []
const initialsOf = (letters: string): string => syllablesOf(letters).map((piece) => piece.charAt(0)).join('')

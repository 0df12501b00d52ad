import type { SearchIndex } from './build'
import { placesOf } from './column'
import { EARLY, NAME, nothing, NUMBER, REST, TITLE, type Finding, type Found } from './found'
import { findMixed } from './mixed'
import { isLetters, RECORD } from './text'
import type { SearchItem, SearchPolicy } from './types'

/** The items that have a word as typed, or whose name or title has it by pinyin. */
export function find(index: SearchIndex, word: string): Found {
  const found = nothing(index)
  const { scores, items } = found
  const letters = /[a-z]+/.exec(word)
  let ordered = 0
  if (!letters || index.latin.indexOf(letters[0]) >= 0) {
    addHeads(index, found, placesOf(index.heads, word), 1, word)
    ordered = items.length
    addRest(found, placesOf(index.rest, word), 2)
    index.labels.text.split(RECORD).forEach((label, n) => {
      if (label.indexOf(word) >= 0) addRest(found, index.labels.items[n]!, 1)
    })
  }
  const literal = items.length > 0
  if (letters) byPinyin(index, word, found)
  return { scores, items: items.length > ordered ? new Int32Array(items).sort() : items, literal }
}

/** Adds items, at every so manyth of some numbers, where the word is in no better place. */
function addRest({ scores, items }: Finding, blocks: readonly number[], every: number): void {
  for (let n = 0; n < blocks.length; n += every) {
    const block = blocks[n]!
    if (scores[block] !== 0) continue
    scores[block] = REST
    items.push(block)
  }
}

/**
 * Adds the items whose name, or whose policy's title, has a word. The inner loop of a frequent word: no calls.
 * @param unitsEach units of the column for one of the text
 * @param word when the column is the text itself: then a policy's number counts too, and a whole name counts more
 */
function addHeads(index: SearchIndex, found: Finding, places: readonly number[], unitsEach: number, word?: string): void {
  const { owners, blocks } = index
  const { scores, items } = found
  for (let n = 0; n < places.length; n += 2) {
    const block = places[n]!
    const offset = places[n + 1]!
    const record = blocks[block]!
    // Bitwise, for a call costs more than all else here.
    const early = offset < EARLY * unitsEach ? EARLY - ((offset / unitsEach) | 0) : 0
    if (owners[block] !== block) {
      const score = NAME + early + (word !== undefined && offset === 0 && (record as SearchItem).name.length === word.length ? 1 : 0)
      if (scores[block] === 0) items.push(block)
      if (scores[block]! < score) scores[block] = score
      continue
    }
    const inTitle = word === undefined || offset < (record as SearchPolicy).title.length
    const score = inTitle ? TITLE + early : numberScore(index, block, offset, word)
    for (let item = block + 1; owners[item] === block; item++) {
      if (scores[item] === 0) items.push(item)
      if (scores[item]! < score) scores[item] = score
    }
  }
}

/** `3号` in `103号`: a number, but not the one that was typed. */
function numberScore({ heads }: SearchIndex, block: number, offset: number, word: string): number {
  return /^\d/.test(word) && /\d/.test(heads.text.charAt(heads.starts[block]! + offset - 1)) ? NUMBER / 2 : NUMBER
}

function byPinyin(index: SearchIndex, word: string, found: Finding): void {
  if (word.length < 2) return
  if (!isLetters(word)) return findMixed(index, word, found)
  // Two letters begin one syllable or are two initials; looking for the capital passes over all other `an` and `in`.
  const full = word.length > 2
    ? placesOf(index.pinyin, word, index.capitals)
    : placesOf({ ...index.pinyin, text: index.capitals }, word.charAt(0).toUpperCase() + word.charAt(1))
  // A syllable has about three letters.
  addHeads(index, found, full, 3)
  addHeads(index, found, placesOf(index.initials, word), 1)
}

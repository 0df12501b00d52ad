import type { SearchIndex } from './build'
import { blockOf, isSmallLetter } from './column'
import type { Found } from './found'
import { bestCut, countOf, near, slipOf, type Spellings } from './near'
import { soundAlike } from './sounds'
import { isLetters } from './text'

export interface Respelling { spelling: string; isSure: boolean; likelihood: number }

const RECORDS = 300

/**
 * Spellings of a word that are in the catalogue, one slip away, likeliest first.
 * @param within only among the best of these items
 */
export function respelled(index: SearchIndex, word: string, within?: Found): Respelling[] {
  const letters = isLetters(word)
  // Three letters are near everything, three characters near some sentence.
  if (word.length < (letters ? 4 : 2)) return []
  if (within) return likeliest(index, word, spellingsAmong(index, word, within))
  for (const { text } of letters ? [index.pinyin, index.initials] : [index.heads, index.labels, index.rest].slice(0, word.length < 4 ? 2 : 3)) {
    const begins = text === index.pinyin.text ? (at: number) => !isSmallLetter(index.capitals.charCodeAt(at)) : undefined
    const spellings: Spellings = new Map()
    const cut = bestCut(text, word)
    near(text, word, cut, spellings, begins)
    const swapped = word.slice(0, cut - 1) + word.charAt(cut) + word.charAt(cut - 1) + word.slice(cut + 1)
    const places = countOf(text, swapped)
    if (places > 0) spellings.set(swapped, places)
    if (spellings.size > 0) return likeliest(index, word, spellings)
  }
  return []
}

function spellingsAmong(index: SearchIndex, word: string, { items }: Found): Spellings {
  const spellings: Spellings = new Map()
  const column = isLetters(word) ? index.pinyin : index.heads
  for (let n = 0; n < items.length && n < RECORDS; n++) {
    const block = items[n]!
    for (const one of [block, index.owners[block]!]) near(blockOf(column, one), word, word.length >> 1, spellings)
  }
  return spellings
}

// With all that was typed in it, a spelling is likelier than one that replaces a character; a shorter one is found
// wherever a longer one is, so it has many places by nature.
const LIKELY = { swapped: 8, missing: 3, wrong: 1, extra: 0.2 }
const SOUNDS_ALIKE = 10
const MOST_SOUNDS = 100

function likeliest(index: SearchIndex, word: string, spellings: Spellings): Respelling[] {
  const list: Respelling[] = []
  const letters = isLetters(word)
  spellings.forEach((count, spelling) => {
    const slip = slipOf(word, spelling)!
    const alike = slip === 'wrong' && !letters && list.length < MOST_SOUNDS && soundAlike(index, word, spelling)
    list.push({ spelling, isSure: slip === 'swapped' || slip === 'missing' || alike, likelihood: Math.sqrt(count) * LIKELY[slip] * (alike ? SOUNDS_ALIKE : 1) })
  })
  return list.sort((a, b) => b.likelihood - a.likelihood).slice(0, 3)
}

import type { SearchIndex } from './build'
import { find } from './find'
import { all, without, type Found } from './found'
import { hitsOf, matchedBy } from './hits'
import { apart, soundPart } from './pieces'
import { ranked } from './rank'
import { repair, type Attempt } from './repair'
import { isLetters, wordsOf } from './text'
import type { Group, How, SearchOptions, SearchResult } from './types'

// With fewer hits than this, what comes less near is worth showing too.
const ENOUGH = 10
const MOST = 3

/**
 * Searches the catalogue. All words must be in an item or its policy, in any fields; only when no item has them all are
 * words taken apart, corrected, or left out, and the result says so.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult {
  const words = wordsOf(query)
  const groups: Group[] = []
  const shown: Found[] = []
  const known = new Map<string, Found>()
  let hits = 0
  const attempt: Attempt = {
    index,
    look(word) {
      const found = known.get(word) || find(index, word)
      known.set(word, found)
      return found
    },
    isEmpty: () => groups.length === 0,
    learn: (word, found) => void known.set(word, found),
    show(how, these) {
      const found = shown.reduce(without, all(these.map(attempt.look)))
      if (found.items.length > 0) {
        groups.push(groupOf(index, how === 'exact' && !found.literal ? 'pinyin' : how, these, found, options))
        shown.push(found)
        hits += groups[groups.length - 1]!.hits.length
      }
      return hits >= ENOUGH || groups.length >= MOST
    },
  }
  if (words.length > 0) {
    attempt.show('exact', words)
    if (groups.length === 0 && !repair(attempt, words)) showParts(attempt, groups[0]?.words ?? words)
  }
  const [main = { how: 'none' as const, words, hits: [], total: 0, lapsedHidden: 0 }, ...others] = groups
  return { ...main, others }
}

/** Shows what has some of the words: as many as can be, and of as many those with the fewest items, which say most. */
function showParts({ index, look, show }: Attempt, words: readonly string[]): void {
  let there = words.filter((word) => look(word).items.length > 0)
  // A single word, nowhere: its known pieces are the words then.
  if (there.length === 0) there = apart(index, words[0]!, true)
  if (there.length === 0) there = [soundPart(index, words[0]!).sound].filter((part) => part.length > 1 && !isLetters(part))
  const parts = [there, ...there.map((left) => there.filter((word) => word !== left)), ...there.map((word) => [word])]
  const best = parts.filter((part) => part.length > 0 && part.join() !== words.join())
    .map((part) => ({ part, size: all(part.map(look)).items.length }))
    .sort((a, b) => b.part.length - a.part.length || a.size - b.size)
    .find(({ size }) => size > 0)
  if (best) show('partial', best.part)
}

function groupOf(index: SearchIndex, how: How, words: readonly string[], found: Found, options: SearchOptions): Group {
  const { blocks, total, lapsedHidden } = ranked(index, found, words.length, options)
  const matchedText = matchedBy(index, blocks, words)
  const group: Group = { how, words: [...words], hits: hitsOf(index, blocks, found, words), total, lapsedHidden }
  return matchedText === '' ? group : { ...group, matchedText }
}

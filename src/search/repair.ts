import type { SearchIndex } from './build'
import { all, type Found } from './found'
import { findAbbreviated } from './mixed'
import { apart, byScript, soundPart } from './pieces'
import { countOf } from './near'
import { respelled } from './respell'
import { isLetters, printedNumbers } from './text'
import type { How } from './types'

/** What a repair needs of the search it is for. */
export interface Attempt {
  index: SearchIndex
  /** The items that have a word; remembered for the length of a search. */
  look(word: string): Found
  /** From now on a word has these items. */
  learn(word: string, found: Found): void
  /** Whether nothing was shown so far. */
  isEmpty(): boolean
  /** Shows what has all the words, if anything has. @returns whether that is enough */
  show(how: How, words: readonly string[]): boolean
}

/**
 * Shows what else may have been meant when no item has all words, best first, until it is enough.
 * Where all words are there, only never together, leaving one out is all that remains: that is for the caller.
 */
export function repair(attempt: Attempt, words: readonly string[], how: How = 'none'): boolean {
  const there = words.filter((word) => attempt.look(word).items.length > 0)
  const broken = words.find((word) => there.indexOf(word) < 0)
  if (broken === undefined) return attempt.show(how, words)
  const within = there.length > 0 ? all(there.map((word) => attempt.look(word))) : undefined
  for (const way of waysFor(attempt, broken, within)) {
    const instead = way()
    // Only what is there: else it would be broken again.
    if (!instead || instead.words.some((word) => attempt.look(word).items.length === 0)) continue
    const next = words.reduce<string[]>((list, word) => list.concat(word === broken ? instead.words : word), [])
    const isEnough = repair(attempt, next, how === 'typo' ? how : instead.how)
    // With more than one word broken only the likeliest way of each is tried: all together would be too many.
    if (isEnough || there.length < words.length - 1) return isEnough
  }
  return false
}

interface Instead { how: How; words: string[] }
type Way = () => Instead | null

/** Words instead of one that is nowhere. Each way costs time only when it is gone. */
function waysFor(attempt: Attempt, word: string, within: Found | undefined): Way[] {
  const { index, look } = attempt
  const near = within ? respelled(index, word, within) : []
  const spellings = near.length > 0 ? near : respelled(index, word)
  const typos = spellings.map(({ spelling }): Way => () => ({ how: 'typo', words: [spelling] }))
  if (isLetters(word)) {
    // `gaoxjs` abbreviates, `gaoxn` is mistyped: what finds more is what was meant.
    const short = findAbbreviated(index, word)
    const typo = spellings[0] ? look(spellings[0].spelling).items.length : 0
    if (short.items.length <= typo) return typos
    attempt.learn(word, short)
    return [() => ({ how: 'pinyin', words: [word] }), ...typos]
  }
  const split = (words: string[]): Instead | null => (words.length > 1 ? { how: 'split', words } : null)
  const isSure = spellings.length > 0 && spellings[0]!.isSure
  const pieces = isSure ? [] : apart(index, word, true)
  const splits: Way[] = [() => split(pieces), () => split(apart(index, word, false))]
  // Where all characters are there, only apart, a changed one is the lesser guess, unless it makes the commoner word;
  // a left-out one is not: 专精新 is no 专精 and 新.
  const least = spellings.length > 0 ? countOf(index.heads.text, spellings[0]!.spelling) : 0
  const isApart = !isSure && pieces.every((piece) => countOf(index.heads.text, piece) >= least)
  return [
    ...printedNumbers(word).map((number): Way => () => ({ how: 'exact', words: [number] })),
    () => split(byScript(word)),
    ...(isApart ? [...splits, ...typos] : isSure ? typos : [...typos, ...splits]),
    () => (attempt.isEmpty() ? halfRepaired(attempt, word) : null),
  ]
}

/** Two words written as one, one of them mistyped: 稀士贴息 is 稀土 and 贴息. */
function halfRepaired({ index, look }: Attempt, word: string): Instead | null {
  const { sound, rest, isEnd } = soundPart(index, word)
  const [best] = sound.length < 2 ? [] : respelled(index, rest, look(sound))
  return best ? { how: 'typo', words: isEnd ? [best.spelling, sound] : [sound, best.spelling] } : null
}

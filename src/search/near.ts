import { seeker } from './column'

/** Spellings found in a text within one edit of a word, with how often. */
export type Spellings = Map<string, number>

// Enough to know the commonest spelling; keeps a search short when a word's sound part is everywhere.
const MAX_PLACES = 2000
const MAX_SPELLINGS = 200

// Between fields and blocks; and what else no word of the catalogue has, when the typed one has none either.
const SEPARATORS = /[\n\t]/
const MARKS = /[\0-/:-`{-\u2e7f\u3000-\u303f]/

/** What went wrong when a word was typed instead of another; null when it takes more than one edit. */
export function slipOf(typed: string, meant: string): 'wrong' | 'missing' | 'extra' | 'swapped' | null {
  let same = 0
  while (same < typed.length && typed.charAt(same) === meant.charAt(same)) same += 1
  const rest = typed.slice(same + 1)
  if (meant.length === typed.length + 1) return typed.slice(same) === meant.slice(same + 1) ? 'missing' : null
  if (meant.length === typed.length - 1) return rest === meant.slice(same) ? 'extra' : null
  if (meant.length !== typed.length || same === typed.length) return null
  if (rest === meant.slice(same + 1)) return 'wrong'
  return typed.charAt(same + 1) + typed.charAt(same) + rest.slice(1) === meant.slice(same) ? 'swapped' : null
}

/**
 * Collects spellings of a word that is not in a text. One slip leaves the part before a cut or the part after it as it
 * is, so only places of these two parts are looked at. (A swap across the cut breaks both: the caller tries that one.)
 * @param accepts whether a spelling may begin at a place of the text
 */
export function near(text: string, word: string, cut: number, spellings: Spellings, accepts?: (at: number) => boolean): void {
  const left = word.slice(0, cut)
  const right = word.slice(cut)
  const { length } = word
  // What has most of the typed first: 财部 is 财政部 before it is 财政, 稀土企叶 is 稀土企业 before it is 稀土企.
  const lengths = [length + 1, length, length - 1]
  const never = MARKS.test(word) ? SEPARATORS : MARKS
  let room = MAX_SPELLINGS
  const take = (from: number, perUnit: number): void => {
    for (const long of lengths) {
      const at = from + perUnit * long
      const spelling = at < 0 || long < 2 ? '' : text.slice(at, at + long)
      if (!slipOf(word, spelling) || never.test(spelling) || (accepts && !accepts(at))) continue
      spellings.set(spelling, (spellings.get(spelling) || 0) + 1)
      room -= 1
      return
    }
  }
  const look = (part: string, step: number, first: string, second: string): void => {
    let places = MAX_PLACES
    const beside = step > 0 ? part.length : -1
    const seek = seeker(text, part)
    for (let at = part ? seek(0) : -1; at >= 0 && places-- > 0 && room > 0; at = seek(at + 1)) {
      // Of the two units beside a sound part one slip leaves at least one that is there, at its place or the next.
      const one = text.charAt(at + beside)
      const two = text.charAt(at + beside + step)
      if (second && one !== first && one !== second && two !== first && two !== second) continue
      if (step > 0) take(at, 0)
      else take(at + part.length, -1)
    }
  }
  look(left, 1, right.charAt(0), right.charAt(1))
  room = MAX_SPELLINGS
  look(right, -1, left.charAt(cut - 1), left.charAt(cut - 2))
}

const SAMPLE = 20_000

/** Where to cut a word so that its two parts have the fewest places in a text, judged by a sample; of equals the middle. */
export function bestCut(text: string, word: string): number {
  const sample = text.slice(text.length >> 1, (text.length >> 1) + SAMPLE)
  let best = 1
  let fewest = Infinity
  for (let cut = 1; cut < word.length; cut++) {
    const places = countOf(sample, word.slice(0, cut)) + countOf(sample, word.slice(cut)) + Math.abs(word.length - 2 * cut) / 100
    if (places < fewest) {
      fewest = places
      best = cut
    }
  }
  return best
}

/** How often a part is in a text, counted up to 200. */
export function countOf(text: string, part: string): number {
  let count = 0
  const seek = seeker(text, part)
  for (let at = seek(0); at >= 0 && count < 200; at = seek(at + 1)) count += 1
  return count
}

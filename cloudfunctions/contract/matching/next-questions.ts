import type { Fact } from '../policies/enums'
import type { ItemMatch } from './match'
import { FACT_NAMES } from './profile'

/** A fact worth asking for. All counts are of items that are 可能 now. */
export interface Question {
  readonly fact: Fact
  /** Items that some clause waits for this fact in. */
  readonly touches: number
  /** Items that come out 可享 or 不符, whatever is answered, once this and all earlier questions are. */
  readonly certain: number
  /** Items of which no clause waits any longer then; some stay 可能 for other reasons. */
  readonly decided: number
  /** The items first decided by this question. */
  readonly decides: readonly string[]
}

/** An item that waits: for which facts, as bits, and whether these are all that stands between it and certainty. */
interface Waiting { readonly itemId: string; readonly mask: number; readonly canBeCertain: boolean }

/**
 * The questions that settle most, best first, at most `most`. Clauses of an item hold together, so single facts often
 * settle nothing: what is weighed is the whole set that some item waits for, by the items it settles per question.
 * The promise holds for any answer: a filled-in fact leaves none of its clauses open.
 */
export function nextQuestions(matches: readonly ItemMatch[], most = 3): Question[] {
  const waiting = matches.flatMap(waitingOf)
  const questions: Question[] = []
  let asked = 0
  while (questions.length < most) {
    const set = bestSet(waiting, asked, most - questions.length)
    if (set === 0) break
    for (let left = set; left !== 0;) {
      const bit = bestBit(waiting, asked, left)
      const before = asked
      asked |= bit
      left &= ~bit
      questions.push(questionOf(waiting, bit, before, asked))
    }
  }
  return questions
}

function waitingOf({ item, verdict, requirements, missing }: ItemMatch): Waiting[] {
  if (verdict !== 'possible' || missing.length === 0 || item.standing.kind !== 'open') return []
  const mask = missing.reduce((bits, fact) => bits | (1 << FACT_NAMES.indexOf(fact)), 0)
  return [{ itemId: item.row.itemId, mask, canBeCertain: item.ceiling !== 'possible' && !requirements.includes('unknown') }]
}

/** The facts still to ask for one of the items, chosen by what they settle per question. 0 when nothing fits. */
function bestSet(waiting: readonly Waiting[], asked: number, budget: number): number {
  let best = 0
  let bestWorth = -1
  for (const set of new Set(waiting.map(({ mask }) => mask & ~asked))) {
    const cost = bitsIn(set)
    if (cost === 0 || cost > budget) continue
    const worth = worthOf(waiting, asked, asked | set) / cost
    if (worth > bestWorth) [best, bestWorth] = [set, worth]
  }
  return best
}

function bestBit(waiting: readonly Waiting[], asked: number, among: number): number {
  const bits = FACT_NAMES.map((_, place) => 1 << place).filter((bit) => (among & bit) !== 0)
  const worth = (bit: number): number => worthOf(waiting, asked, asked | bit) + touching(waiting, bit) * 1e-10
  return bits.reduce((best, bit) => (worth(bit) > worth(best) ? bit : best))
}

/** Certainty first; among equals, items that at least need no more facts. In steps that no catalogue is large enough to bridge. */
function worthOf(waiting: readonly Waiting[], before: number, after: number): number {
  let worth = 0
  for (const { mask, canBeCertain } of waiting) if ((mask & ~after) === 0 && (mask & ~before) !== 0) worth += canBeCertain ? 1 : 1e-5
  return worth
}

function questionOf(waiting: readonly Waiting[], bit: number, before: number, after: number): Question {
  const decided = waiting.filter(({ mask }) => (mask & ~after) === 0)
  return {
    fact: FACT_NAMES[31 - Math.clz32(bit)]!,
    touches: touching(waiting, bit),
    certain: decided.filter(({ canBeCertain }) => canBeCertain).length,
    decided: decided.length,
    decides: decided.filter(({ mask }) => (mask & ~before) !== 0).map(({ itemId }) => itemId),
  }
}

const touching = (waiting: readonly Waiting[], bit: number): number => waiting.filter(({ mask }) => (mask & bit) !== 0).length

function bitsIn(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count++
  return count
}

import { REGION_WITHIN } from '../policies/facts'
import type { Condition } from '../policies/schemas'
import type { Facts } from './profile'
import type { ClauseState } from './words'

/** A clause without its words. */
export type Clause = Pick<Condition, 'fact' | 'op' | 'value'>

/**
 * Holds one clause against the facts: the one place that says what an operator means. A fact that is null is not known,
 * whatever the clause; an empty list is known, and has nothing in it.
 */
export function clauseState(clause: Clause, facts: Facts): ClauseState {
  const value = facts[clause.fact]
  if (value === null) return 'unknown'
  return test(clause, value) ? 'holds' : 'fails'
}

function test({ fact, op, value: asked }: Clause, value: number | string | readonly string[]): boolean {
  if (typeof value === 'number') return compare(value, op, asked as number)
  if (op === '=') return value === asked
  // Within Baotou is within Inner Mongolia, though the enterprise says only the narrower.
  const own = typeof value !== 'string' ? value : fact === 'region' ? withWider(value) : [value]
  const list = asked as readonly string[]
  if (op === 'hasAll') return list.every((each) => own.includes(each))
  return own.some((each) => list.includes(each)) !== (op === 'notIn')
}

function compare(value: number, op: Clause['op'], asked: number): boolean {
  switch (op) {
    case '<': return value < asked
    case '<=': return value <= asked
    case '>': return value > asked
    case '>=': return value >= asked
    default: return value === asked
  }
}

function withWider(region: string): string[] {
  const places = [region]
  for (let wider = REGION_WITHIN[region]; wider !== undefined; wider = REGION_WITHIN[wider]) places.push(wider)
  return places
}

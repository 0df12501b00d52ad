import type { Fact } from '../policies/enums'
import { FACTS } from '../policies/facts'
import { clauseState, type Clause } from './clause'
import type { Facts } from './profile'

// The digits of an outcome's number.
export const HOLDS = 0
export const UNKNOWN = 1
export const FAILS = 2

type Value = number | string | readonly string[]

/** Everything the catalogue asks of one fact, ready to be looked up by the enterprise's value. */
export interface FactTable {
  readonly fact: Fact
  /** Number of its first clause, and how many there are. */
  readonly first: number
  readonly size: number
  /** Writes the states of its clauses for a value that is known. */
  fill(value: Value, states: Uint8Array): void
}

export function factTable(fact: Fact, first: number, clauses: readonly Clause[]): FactTable {
  const { kind } = FACTS[fact]
  const fill = kind === 'tags' ? fillByTags(first, clauses) : kind === 'number' ? fillByNumber(first, clauses) : fillByChoice(first, clauses)
  return { fact, first, size: clauses.length, fill }
}

/** The states of a fact's clauses at one value, by the one definition of what a clause means. */
export const columnOf = (clauses: readonly Clause[], value: Value): Uint8Array =>
  Uint8Array.from(clauses, (clause) => (clauseState(clause, { [clause.fact]: value } as unknown as Facts) === 'holds' ? HOLDS : FAILS))

function fillByChoice(first: number, clauses: readonly Clause[]): FactTable['fill'] {
  const columns = new Map<Value, Uint8Array>()
  return (value, states) => {
    let column = columns.get(value)
    if (column === undefined) columns.set(value, column = columnOf(clauses, value))
    states.set(column, first)
  }
}

/** The bounds that clauses draw, each once, rising. Between two neighbours all values are alike. */
export const boundsOf = (clauses: readonly Clause[]): number[] =>
  [...new Set(clauses.map(({ value }) => value as number))].sort((a, b) => a - b)

/** Where a number lies among bounds: 2n below bound n, 2n + 1 on it. */
export function stretchOf(value: number, bounds: readonly number[]): number {
  let n = 0
  while (n < bounds.length && value > bounds[n]!) n++
  return n < bounds.length && value === bounds[n] ? 2 * n + 1 : 2 * n
}

/** One value in each stretch. */
export const samplesOf = (bounds: readonly number[]): number[] =>
  [...bounds.flatMap((bound, n) => [n === 0 ? bound - 1 : (bounds[n - 1]! + bound) / 2, bound]), (bounds[bounds.length - 1] ?? 0) + 1]

function fillByNumber(first: number, clauses: readonly Clause[]): FactTable['fill'] {
  const bounds = boundsOf(clauses)
  const columns = samplesOf(bounds).map((sample) => columnOf(clauses, sample))
  return (value, states) => states.set(columns[stretchOf(value as number, bounds)]!, first)
}

/** Starts from a list with nothing in it and lets each tag turn the clauses that name it. */
function fillByTags(first: number, clauses: readonly Clause[]): FactTable['fill'] {
  const empty = columnOf(clauses, [])
  const turnedBy = new Map<string, number[]>()
  const whole: { number: number; tags: readonly string[] }[] = []
  clauses.forEach(({ op, value }, place) => {
    const tags = value as readonly string[]
    if (op === 'hasAll') whole.push({ number: first + place, tags })
    else for (const tag of new Set(tags)) turnedBy.set(tag, [...turnedBy.get(tag) ?? [], place])
  })
  const turned = empty.map((state) => HOLDS + FAILS - state)
  return (value, states) => {
    const own = value as readonly string[]
    states.set(empty, first)
    for (let n = 0; n < own.length; n++) {
      const places = turnedBy.get(own[n]!)
      if (places !== undefined) for (let m = 0; m < places.length; m++) states[first + places[m]!] = turned[places[m]!]!
    }
    for (const { number, tags } of whole) states[number] = tags.every((tag) => own.includes(tag)) ? HOLDS : FAILS
  }
}

import type { Fact } from '../policies/enums'
import { factTable, UNKNOWN, type FactTable } from './fact-table'
import type { Clause } from './clause'
import type { MatchItem } from './item'
import { answersTo, itemMatch, type ItemMatch } from './match'
import { FACT_NAMES, type Facts } from './profile'
import type { Subject } from './subject'
import type { ClauseState } from './words'

/** A catalogue made ready once and then matched against any number of enterprises. */
export interface Compiled {
  readonly items: readonly MatchItem[]
  /** Clauses that occur in the catalogue, each once; those of a fact side by side, in the order of `tables`. */
  readonly clauses: readonly Clause[]
  readonly tables: readonly FactTable[]
  /** For each item the numbers of its clauses. */
  readonly clausesOf: readonly (readonly number[])[]
  /** All items against one enterprise, in the order of `items`, with reasons. */
  match(subject: Subject): ItemMatch[]
}

/** Clauses of an item up to which outcomes are kept: more would be numbers too large to keep, and no real item has them. */
const MOST_KEPT = 12

const STATES: readonly ClauseState[] = ['holds', 'unknown', 'fails']

/**
 * Two savings make it fast without generated code. Each distinct clause is looked at once for an enterprise, by a table
 * of its fact. And the states of an item's clauses, read as digits, name its outcome: the match with its reasons is made
 * the first time it is met, then shared.
 */
export function compile(items: readonly MatchItem[]): Compiled {
  const { clauses, clausesOf } = numbered(items)
  const tables = FACT_NAMES.flatMap((fact) => tableOf(fact, clauses))
  const places = new Map(items.map(({ row }, place) => [row.itemId, place]))
  const outcomes: ItemMatch[][] = items.map(() => [])
  const states = new Uint8Array(clauses.length)
  const count = items.length

  const statesOf = (place: number): ClauseState[] => clausesOf[place]!.map((clause) => STATES[states[clause]!]!)
  const unanswered = items.map((item) => answersTo(item, {}))

  return {
    items, clauses, tables, clausesOf,
    match({ facts, confirmations }) {
      lookUp(tables, facts, states)
      const matches = new Array<ItemMatch>(count)
      for (let place = 0; place < count; place++) {
        const ids = clausesOf[place]!
        if (ids.length > MOST_KEPT) {
          matches[place] = itemMatch(items[place]!, statesOf(place), unanswered[place]!)
          continue
        }
        let code = 0
        for (let n = 0; n < ids.length; n++) code = code * 3 + states[ids[n]!]!
        const known = outcomes[place]!
        matches[place] = known[code] ?? (known[code] = itemMatch(items[place]!, statesOf(place), unanswered[place]!))
      }
      for (const itemId of Object.keys(confirmations)) {
        const place = places.get(itemId)
        if (place !== undefined) matches[place] = itemMatch(items[place]!, statesOf(place), answersTo(items[place]!, confirmations))
      }
      return matches
    },
  }
}

/** Writes the state of every clause. */
function lookUp(tables: readonly FactTable[], facts: Facts, states: Uint8Array): void {
  for (let n = 0; n < tables.length; n++) {
    const table = tables[n]!
    const value = facts[table.fact]
    if (value === null) states.fill(UNKNOWN, table.first, table.first + table.size)
    else table.fill(value, states)
  }
}

const tableOf = (fact: Fact, clauses: readonly Clause[]): FactTable[] => {
  const first = clauses.findIndex((clause) => clause.fact === fact)
  return first < 0 ? [] : [factTable(fact, first, clauses.filter((clause) => clause.fact === fact))]
}

/** Gives each distinct clause a number, those of a fact in a row. */
function numbered(items: readonly MatchItem[]): { clauses: Clause[]; clausesOf: number[][] } {
  const byKey = new Map<string, Clause>()
  for (const { conditions } of items) for (const { fact, op, value } of conditions) byKey.set(keyOf({ fact, op, value }), { fact, op, value })
  const keys = FACT_NAMES.flatMap((fact) => [...byKey].filter(([, clause]) => clause.fact === fact).map(([key]) => key))
  const numbers = new Map(keys.map((key, number) => [key, number]))
  return { clauses: keys.map((key) => byKey.get(key)!), clausesOf: items.map(({ conditions }) => conditions.map((clause) => numbers.get(keyOf(clause))!)) }
}

const keyOf = ({ fact, op, value }: Clause): string => JSON.stringify([fact, op, Array.isArray(value) ? [...value].sort() : value])

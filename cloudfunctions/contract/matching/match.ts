import type { Fact } from '../policies/enums'
import { clauseState } from './clause'
import type { MatchItem } from './item'
import type { Facts } from './profile'
import type { Confirmations, Subject } from './subject'
import type { ClauseState, Verdict } from './words'

/** An item held against an enterprise, with its reasons. Shared between enterprises for whom it came out the same. */
export interface ItemMatch {
  readonly item: MatchItem
  /** Null: the item has lapsed and nobody can have it, whatever its clauses say. */
  readonly verdict: Verdict | null
  /** In the order of `item.conditions`. */
  readonly clauses: readonly ClauseState[]
  /** In the order of `item.requirements`, as the enterprise answered. */
  readonly requirements: readonly ClauseState[]
  /** Facts that are not filled in, each once, in the order of the clauses. */
  readonly missing: readonly Fact[]
}

/** One item against one enterprise, plainly: what the compiled catalogue must equal. For many, see `compiled.ts`. */
export const matchItem = (item: MatchItem, { facts, confirmations }: Subject): ItemMatch =>
  itemMatch(item, item.conditions.map((clause) => clauseState(clause, facts)), answersTo(item, confirmations))

/** Puts a match together from the states of its clauses and requirements. */
export function itemMatch(item: MatchItem, clauses: readonly ClauseState[], requirements: readonly ClauseState[]): ItemMatch {
  const missing = new Set<Fact>()
  clauses.forEach((state, place) => { if (state === 'unknown') missing.add(item.conditions[place]!.fact) })
  return { item, verdict: verdictOf(item, clauses, requirements), clauses, requirements, missing: [...missing] }
}

/** The rules of 政策体检: one clause that fails decides; else all must be known and nothing about the item in doubt. */
function verdictOf({ standing, ceiling }: MatchItem, clauses: readonly ClauseState[], requirements: readonly ClauseState[]): Verdict | null {
  if (standing.kind === 'lapsed') return null
  if (clauses.includes('fails') || requirements.includes('fails')) return 'ineligible'
  if (clauses.includes('unknown') || requirements.includes('unknown')) return 'possible'
  return ceiling
}

/** What the enterprise said of each other requirement: an answer of no is as good as a clause that fails. */
export function answersTo({ row, requirements }: MatchItem, confirmations: Confirmations): ClauseState[] {
  const answers = confirmations[row.itemId]
  return requirements.map(({ text }) => (answers?.[text] === true ? 'holds' : answers?.[text] === false ? 'fails' : 'unknown'))
}

/** Only the verdict, stopping at the first clause that fails: for one item against an enterprise in a list. */
export function verdictFor(item: MatchItem, facts: Facts, confirmations: Confirmations): Verdict | null {
  if (item.standing.kind === 'lapsed') return null
  let verdict: Verdict = item.ceiling
  for (const clause of item.conditions) {
    const state = clauseState(clause, facts)
    if (state === 'fails') return 'ineligible'
    if (state === 'unknown') verdict = 'possible'
  }
  if (item.requirements.length === 0) return verdict
  const answers = answersTo(item, confirmations)
  return answers.includes('fails') ? 'ineligible' : answers.includes('unknown') ? 'possible' : verdict
}

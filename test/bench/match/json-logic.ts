import jsonLogic from 'json-logic-js'
import type { ClauseState, Facts, ItemMatch, MatchItem } from '../../../cloudfunctions/contract/matching'
import { itemMatch } from '../../../cloudfunctions/contract/matching/match'
import type { Condition } from '../../../cloudfunctions/contract/policies/schemas'

/**
 * The same rules for json-logic-js, written as it likes them best: one rule a clause, made once, and only for a fact that
 * is known, since its own `missing` and `if` would cost it more. The reasons are put together by our own function.
 */
export function jsonLogicMatcher(items: readonly MatchItem[]): (facts: Facts) => ItemMatch[] {
  const rules = items.map((item) => ({ item, clauses: item.conditions.map((clause) => ({ fact: clause.fact, rule: ruleOf(clause) })), open: item.requirements.map((): ClauseState => 'unknown') }))
  return (facts) => rules.map(({ item, clauses, open }) => itemMatch(
    item, clauses.map(({ fact, rule }) => (facts[fact] === null ? 'unknown' : jsonLogic.apply(rule, facts) ? 'holds' : 'fails')), open,
  ))
}

/** Wider places are listed in the catalogue itself, so that region needs no more than `in`. */
function ruleOf({ fact, op, value }: Condition): unknown {
  const own = { var: fact }
  if (!Array.isArray(value)) return { [op === '=' ? '===' : op]: [own, value] }
  const isList = fact === 'industry' || fact === 'qualifications' || fact === 'activities' || fact === 'restrictedIndustry'
  if (op === 'hasAll') return { and: value.map((tag) => ({ in: [tag, own] })) }
  const shares = isList ? { some: [own, { in: [{ var: '' }, value] }] } : { in: [own, value] }
  return op === 'notIn' ? { '!': shares } : shares
}

import type { Fact } from '../../../cloudfunctions/contract/policies/enums'
import { isLapsed, itemValidityOf } from '../../../cloudfunctions/contract/policies/validity'
import type { MarkedItem, MarkedPolicy } from '../../../cloudfunctions/contract/matching'

/** Rules of domain.md and of the catalogue's README, written down once more without sharing a line with the product. */
export interface OracleMatch { itemId: string; verdict: string | null; clauses: string[]; missing: string[] }
type Value = number | string | readonly string[] | null
type Answers = Readonly<Record<string, Readonly<Record<string, boolean>>>>

/** Says of every item of the policies how an enterprise stands to it on a day. */
export function oracleOf(policies: readonly MarkedPolicy[], today: string): (facts: Readonly<Record<Fact, Value>>, answers: Answers) => OracleMatch[] {
  const all = policies.flatMap((policy) => policy.items.map((item) => ({ policy, item, lapsed: isLapsed(itemValidityOf(policy, item, today)) })))
  return (facts, answers) => all.map(({ policy, item, lapsed }) => oracleItem(policy, item, lapsed, facts, answers))
}

function oracleItem(policy: MarkedPolicy, item: MarkedItem, lapsed: boolean, facts: Readonly<Record<Fact, Value>>, answers: Answers): OracleMatch {
  const clauses = item.conditions.map(({ fact, op, value }) => threeValued(fact, op, value, facts[fact]))
  const missing: string[] = []
  for (const [n, { fact }] of item.conditions.entries()) if (clauses[n] === 'unknown' && !missing.includes(fact)) missing.push(fact)
  return { itemId: item.id, verdict: verdict(), clauses, missing }

  function verdict(): string | null {
    if (lapsed) return null
    const given = item.otherRequirements.map(({ text }) => answers[item.id]?.[text])
    if (clauses.includes('fails') || given.includes(false)) return 'ineligible'
    const isSure = clauses.every((state) => state === 'holds')
      && policy.evidence !== 'unverified'
      && policy.note?.kind !== 'toVerify' && item.note?.kind !== 'toVerify'
      && policy.replacedBy.every(({ published }) => published)
      && item.conditions.every(({ basis }) => basis === null) && item.otherRequirements.every(({ basis }) => basis === null)
    if (!isSure) return 'possible'
    if (item.otherRequirements.length === 0) return item.conditionsComplete ? 'eligible' : 'possible'
    return item.otherRequirementsExhaustive === true && given.every((answer) => answer === true) ? 'eligibleConfirmed' : 'possible'
  }
}

const PLACES = ['内蒙古自治区', '包头市', '包头稀土高新区']

function threeValued(fact: Fact, op: string, asked: number | string | string[], value: Value): string {
  if (value === null) return 'unknown'
  const answer = (yes: boolean): string => (yes ? 'holds' : 'fails')
  if (op === '=') return answer(value === asked)
  if (typeof value === 'number' && typeof asked === 'number') {
    if (op === '<') return answer(value < asked)
    if (op === '<=') return answer(value <= asked)
    if (op === '>') return answer(value > asked)
    if (op === '>=') return answer(value >= asked)
  }
  let own = Array.isArray(value) ? value as string[] : [value as string]
  if (fact === 'region') own = PLACES.slice(0, PLACES.indexOf(value as string) + 1)
  const list = new Set(asked as string[])
  const shared = own.filter((each) => list.has(each))
  if (op === 'in' || op === 'hasAny') return answer(shared.length > 0)
  if (op === 'notIn') return answer(shared.length === 0)
  if (op === 'hasAll') return answer(new Set(shared).size === list.size)
  throw new Error(`oracle: ${op}`)
}

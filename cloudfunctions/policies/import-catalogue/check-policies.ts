import * as v from 'valibot'
import { Policy } from '../../contract/policies/schemas'
import { firstDayOf, lastDayOf } from '../../contract/zone-time'
import type { ImportProblem } from './problems'
import { problemsIn } from './problems'

/** What the contract and plain sense find wrong with a policy: lengths, at least one item, windows that end before they start. */
export function policyProblems(policy: Policy): ImportProblem[] {
  const parsed = v.safeParse(Policy, policy)
  const problems = parsed.success ? [] : problemsIn(policy.id, parsed.issues).map((problem) => ofItem(policy, problem))
  const { effectiveFrom, validUntil } = policy
  if (effectiveFrom && validUntil && lastDayOf(validUntil) < firstDayOf(effectiveFrom)) {
    problems.push({ record: policy.id, field: 'validUntil', message: '截止日期早于生效日期' })
  }
  for (const { id, applyFrom, applyUntil } of policy.items) {
    if (applyFrom && applyUntil && applyUntil < applyFrom) problems.push({ record: id, field: 'applyUntil', message: '申报截止早于申报开始' })
  }
  return problems
}

/** Names a problem inside an item by the item's own record: that is what the file's reader looks for. */
function ofItem({ items }: Policy, problem: ImportProblem): ImportProblem {
  const [, place, field] = /^items\.(\d+)\.?(.*)$/.exec(problem.field) ?? []
  const item = place === undefined ? undefined : items[Number(place)]
  return item ? { record: item.id, field: field ?? '', message: problem.message } : problem
}

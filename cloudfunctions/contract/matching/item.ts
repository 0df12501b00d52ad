import { VALIDITY_LABELS, WINDOW_LABELS } from '../policies/enums'
import { rowsOf, type ItemRow } from '../policies/rows'
import type { Item, Policy } from '../policies/schemas'
import { isLapsed, itemValidityOf, needsVerifying, validityOf, windowOf } from '../policies/validity'
import type { Doubt, StandingKind, Verdict } from './words'

/** Whether the item can be had on the day at all. `from` is when it begins, for what has not begun. */
export interface Standing { readonly kind: StandingKind; readonly label: string; readonly from: string | null }

/** An item ready to be matched: judged on a day, with the most that may ever be said of it. */
export interface MatchItem {
  readonly row: ItemRow
  readonly standing: Standing
  readonly conditions: Item['conditions']
  readonly requirements: Item['otherRequirements']
  readonly doubts: readonly Doubt[]
  /** The best verdict an enterprise can have: anything in doubt stays 可能. */
  readonly ceiling: Exclude<Verdict, 'ineligible'>
}

/** `otherRequirementsExhaustive`: an editor says that clauses and other requirements together are all there is. */
export type MarkedItem = Item & { readonly otherRequirementsExhaustive?: boolean }
export type MarkedPolicy = Omit<Policy, 'items'> & { readonly items: readonly MarkedItem[] }

/** The items of policies as they are matched on a day. @param today `YYYY-MM-DD` in zone time */
export const matchItemsOf = (policies: readonly MarkedPolicy[], today: string): MatchItem[] => policies.flatMap((policy) => {
  const rows = rowsOf({ ...policy, items: [...policy.items] }, today)
  return policy.items.map((item, place): MatchItem => {
    const doubts = doubtsOf(policy, item)
    return {
      row: rows[place]!,
      standing: standingOf(policy, item, today),
      conditions: item.conditions,
      requirements: item.otherRequirements,
      doubts,
      ceiling: doubts.length > 0 ? 'possible' : item.otherRequirements.length > 0 ? 'eligibleConfirmed' : 'eligible',
    }
  })
})

function standingOf(policy: MarkedPolicy, item: MarkedItem, today: string): Standing {
  const validity = itemValidityOf(policy, item, today)
  const window = windowOf(item, today)
  if (isLapsed(validity)) {
    const onlyClosed = window === 'closed' && !isLapsed(validityOf(policy, today)) && item.note?.kind !== 'notCurrent'
    return { kind: 'lapsed', label: onlyClosed ? WINDOW_LABELS.closed : VALIDITY_LABELS[validity], from: null }
  }
  if (validity === 'notYetInForce') return { kind: 'notYet', label: VALIDITY_LABELS[validity], from: policy.effectiveFrom }
  if (window === 'notYetOpen') return { kind: 'notYet', label: WINDOW_LABELS[window], from: item.applyFrom }
  return { kind: 'open', label: VALIDITY_LABELS[validity], from: null }
}

/**
 * 可享 is never said on a guess. What is not certain of the text itself cannot become certain by the enterprise's facts:
 * a list that is not known to be whole, a clause or requirement that nobody has read (`generalKnowledge`: the true one
 * may ask for more), a text noted 待核 or said to be replaced by an unchecked one, a source nobody has opened.
 */
function doubtsOf(policy: MarkedPolicy, item: MarkedItem): Doubt[] {
  const { conditions, conditionsComplete, otherRequirements, otherRequirementsExhaustive } = item
  // The editor's mark speaks of requirements; without any, only `conditionsComplete` can say that the list is whole.
  const whole = otherRequirements.length === 0 ? conditionsComplete : otherRequirementsExhaustive === true
  return [
    ...(whole ? [] : ['listIncomplete' as const]),
    ...([...conditions, ...otherRequirements].some(({ basis }) => basis !== null) ? ['unreadClause' as const] : []),
    ...(needsVerifying(policy, item) ? ['toVerify' as const] : []),
    ...(policy.evidence === 'unverified' ? ['unverifiedSource' as const] : []),
  ]
}

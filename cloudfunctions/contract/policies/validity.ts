import { dayBefore, daysBetween, firstDayOf, lastDayOf } from '../zone-time'
import type { Ending, Validity, WindowState } from './enums'
import type { Item, LineageLink, Policy } from './schemas'

/** 即将: a validity or an application window that ends within this many days. */
export const SOON_DAYS = 60

/** What a text's force is judged on; items inherit it from their policy. */
export type Dated = Pick<Policy, 'effectiveFrom' | 'validUntil' | 'repealedOn' | 'note'> & { replacedBy: Successor[] }
type Successor = Pick<LineageLink, 'from' | 'published'>

/**
 * The force of a policy on a day, from dates, lineage and notes. Never current on a guess:
 * without an end date it is `unstated`; noted 非现行 it is `historical` unless something stronger ended it.
 * A successor ends the older text on the day it takes over, at once when that day was not read.
 * A successor that is itself unchecked (a draft) proves nothing either way: from that day the older text is neither
 * valid nor lapsed but `unstated`, and `needsVerifying`. Calling a lapsed text valid does harm; so does hiding a benefit that still holds.
 * A month without a day counts from its first day as a start and to its last day as an end.
 * @param today `YYYY-MM-DD` in zone time
 */
export function validityOf(policy: Dated, today: string): Validity {
  if (policy.repealedOn !== null && policy.repealedOn <= today) return 'repealed'
  if (policy.note?.kind === 'notCurrent') return 'historical'
  const successors = policy.replacedBy.filter(({ from }) => from === null || firstDayOf(from) <= today)
  if (successors.some(({ published }) => published)) return 'expired'
  const end = policy.validUntil && lastDayOf(policy.validUntil)
  if (end && end < today) return 'expired'
  if (policy.effectiveFrom && firstDayOf(policy.effectiveFrom) > today) return 'notYetInForce'
  const lapse = lapsesOn(policy)
  if (lapse === null || successors.length > 0) return 'unstated'
  return daysBetween(today, lapse) <= SOON_DAYS ? 'expiringSoon' : 'current'
}

/** The last day a policy holds, as far as it is known: its end date, or the day before a published successor takes over. */
export function lapsesOn(policy: Dated): string | null {
  const ends = policy.replacedBy.flatMap(({ from, published }) => (from === null || !published ? [] : [dayBefore(firstDayOf(from))]))
  if (policy.validUntil) ends.push(lastDayOf(policy.validUntil))
  if (policy.repealedOn) ends.push(dayBefore(policy.repealedOn))
  return ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b))
}

/** True for texts nobody can apply under any more: shown for their history, never as current. */
export const isLapsed = (validity: Validity): boolean =>
  validity === 'repealed' || validity === 'historical' || validity === 'expired'

/** 待核实: an editor noted so, or an unchecked text is said to replace this one. With an item, what is noted on it counts too. */
export const needsVerifying = (policy: Pick<Policy, 'note' | 'replacedBy'>, item?: Pick<Item, 'note'>): boolean =>
  policy.note?.kind === 'toVerify' || item?.note?.kind === 'toVerify' || policy.replacedBy.some(({ published }) => !published)

/** An item's force: its own 非现行 note or a closed window ends it, else its policy's force counts. */
export function itemValidityOf(policy: Dated, item: Pick<Item, 'note' | 'applyUntil'>, today: string): Validity {
  const ofPolicy = validityOf(policy, today)
  if (isLapsed(ofPolicy)) return ofPolicy
  if (item.note?.kind === 'notCurrent') return 'historical'
  if (item.applyUntil !== null && item.applyUntil < today) return 'expired'
  return ofPolicy
}

/** The state of an item's application window on a day. */
export function windowOf(item: Pick<Item, 'applyFrom' | 'applyUntil'>, today: string): WindowState {
  if (item.applyFrom !== null && item.applyFrom > today) return 'notYetOpen'
  if (item.applyUntil === null) return item.applyFrom === null ? 'unstated' : 'open'
  if (item.applyUntil < today) return 'closed'
  return daysBetween(today, item.applyUntil) <= SOON_DAYS ? 'closingSoon' : 'open'
}

/** The day an item can last be had: its window's end or its policy's, whichever is first; null when neither is known. */
export function deadlineOf(policy: Dated, item: Pick<Item, 'applyUntil'>): string | null {
  const lapse = lapsesOn(policy)
  if (item.applyUntil === null) return lapse
  return lapse === null || item.applyUntil < lapse ? item.applyUntil : lapse
}

/** How near an item's last day is; null when it has lapsed. @param today `YYYY-MM-DD` in zone time */
export function endingOf(policy: Dated, item: Pick<Item, 'note' | 'applyUntil'>, today: string): Ending | null {
  if (isLapsed(itemValidityOf(policy, item, today))) return null
  const deadline = deadlineOf(policy, item)
  return deadline === null ? 'unstated' : daysBetween(today, deadline) <= SOON_DAYS ? 'soon' : 'later'
}

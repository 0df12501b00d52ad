import * as v from 'valibot'
import { matchItemsOf, Profile, subjectOf, type Confirmations, type MarkedItem, type MatchItem, type Subject } from '../../../cloudfunctions/contract/matching'
import type { Condition, Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { anItem, aPolicy } from '../../unit/policies/support/a-policy'
import { TODAY } from './random-enterprise'

const UNITS: Partial<Record<Condition['fact'], string>> = { employees: '人', annualRevenueWan: '万元', foundedYears: '年', rdRatioPercent: '%' }

/** A clause as read in a source. */
export const aClause = (fact: Condition['fact'], op: Condition['op'], value: Condition['value'], fields: Partial<Condition> = {}): Condition =>
  ({ fact, op, value, unit: UNITS[fact] ?? null, text: `${fact} ${op} ${String(value)}`, basis: null, ...fields })

/** An item whose list is complete and whose clauses ask for an enterprise of more than 30 people, ready to be matched. */
export function aMatchItem(fields: Partial<MarkedItem> = {}, policy: Partial<Policy> = {}, today = TODAY): MatchItem {
  const item: MarkedItem = { ...anItem(), conditions: [aClause('entityType', 'in', ['企业']), aClause('employees', '>', 30)], conditionsComplete: true, ...fields }
  return matchItemsOf([{ ...aPolicy({ validUntil: '2028-12-31', ...policy }), items: [item] }], today)[0]!
}

/** An enterprise as its form would send it. */
export const aProfile = (fields: v.InferInput<typeof Profile> = {}): Profile => v.parse(Profile, fields)

export const aSubject = (fields: v.InferInput<typeof Profile> = {}, confirmations: Confirmations = {}): Subject => subjectOf(aProfile(fields), TODAY, confirmations)

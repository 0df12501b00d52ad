import type { Item, Policy } from '../../../../cloudfunctions/contract/policies/schemas'

/** An item that differs from the others only in what is given. */
export const anItem = (fields: Partial<Item> = {}): Item => ({
  id: 'item-1', name: '贷款贴息', supportType: 'loanInterest', category: 'finance', mode: 'application',
  audience: '小微企业', benefit: '贷款利息由财政补一部分。', amount: null, maxAmountYuan: null,
  applyFrom: null, applyUntil: null, conditions: [], conditionsComplete: false, otherRequirements: [], note: null, ...fields,
})

/** A policy that differs from the others only in what is given. */
export const aPolicy = (fields: Partial<Policy> = {}): Policy => ({
  id: 'policy-1', title: '关于贷款贴息的通知', docNumber: null, issuer: '财政局', level: 'city',
  publishedOn: null, effectiveFrom: null, validUntil: null, replaces: [], replacedBy: [], repealedOn: null,
  sourceTitle: null, sourceUrl: null, sourceIsOfficial: false, evidence: 'secondary', note: null, items: [anItem()], ...fields,
})

import * as v from 'valibot'
import { Day, DayOrMonth, Id, OneOf } from '../schema'
import { CATEGORY_LABELS, ENDING_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS } from './enums'
import type { Policy } from './schemas'
import { deadlineOf, endingOf, itemValidityOf, needsVerifying } from './validity'

/** One item as a list shows it, judged on a day. What PolicyCard needs and filters ask for, nothing else. */
export const ItemRow = v.object({
  itemId: Id,
  policyId: Id,
  name: v.string(),
  title: v.string(),
  docNumber: v.nullable(v.string()),
  issuer: v.nullable(v.string()),
  level: OneOf(LEVEL_LABELS, '级别'),
  category: OneOf(CATEGORY_LABELS, '类别'),
  supportType: OneOf(SUPPORT_LABELS, '支持方式'),
  mode: v.nullable(OneOf(MODE_LABELS, '办理方式')),
  amount: v.nullable(v.string()),
  maxAmountYuan: v.nullable(v.number()),
  publishedOn: v.nullable(DayOrMonth),
  /** Last day the item can be had, where known. */
  deadline: v.nullable(Day),
  /** How near that day is; null for what has lapsed. */
  ending: v.nullable(OneOf(ENDING_LABELS, '截止')),
  validity: OneOf(VALIDITY_LABELS, '效力'),
  /** 待核实: title, issuer or force have not been checked. */
  toVerify: v.boolean(),
})
export type ItemRow = v.InferOutput<typeof ItemRow>

/** The rows of a policy's items on a day. @param today `YYYY-MM-DD` in zone time */
export const rowsOf = (policy: Policy, today: string): ItemRow[] => policy.items.map((item) => ({
  itemId: item.id,
  policyId: policy.id,
  name: item.name,
  title: policy.title,
  docNumber: policy.docNumber,
  issuer: policy.issuer,
  level: policy.level,
  category: item.category,
  supportType: item.supportType,
  mode: item.mode,
  amount: item.amount,
  maxAmountYuan: item.maxAmountYuan,
  publishedOn: policy.publishedOn,
  deadline: deadlineOf(policy, item),
  ending: endingOf(policy, item, today),
  validity: itemValidityOf(policy, item, today),
  toVerify: needsVerifying(policy, item),
}))

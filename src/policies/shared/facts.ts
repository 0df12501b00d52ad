import { LEVEL_LABELS } from '@contract/policies/enums'
import type { Policy } from '@contract/policies/schemas'
import { showDay } from '@/lib/dates'

/** The facts table of a document. What was not read is null and shown as 未载明. */
export const factsOf = (policy: Policy): (readonly [string, string | null])[] => [
  ['文号', policy.docNumber],
  ['发文机关', policy.issuer],
  ['级别', LEVEL_LABELS[policy.level]],
  ['发布', policy.publishedOn && showDay(policy.publishedOn)],
  ['有效期', termOf(policy)],
]

function termOf({ effectiveFrom, validUntil }: Policy): string | null {
  if (effectiveFrom && validUntil) return `${showDay(effectiveFrom)}至${showDay(validUntil)}`
  if (validUntil) return `至${showDay(validUntil)}`
  return effectiveFrom && `${showDay(effectiveFrom)}起施行，截止日期未载明`
}

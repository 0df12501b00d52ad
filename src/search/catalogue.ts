import { CATEGORY_LABELS, LEVEL_LABELS, SUPPORT_LABELS } from '@contract/policies/enums'
import type { CatalogueEntry } from '@contract/policies/schemas'
import { isLapsed, itemValidityOf } from '@contract/policies/validity'
import type { SearchPolicy } from './types'

/** What search needs of a catalogue entry. @param today `YYYY-MM-DD` in zone time: decides what has lapsed */
export const searchPolicyOf = ({ policy, titlePinyin, itemPinyin }: CatalogueEntry, today: string): SearchPolicy => ({
  id: policy.id,
  title: policy.title,
  titlePinyin,
  number: textOf(policy.docNumber),
  issuer: textOf(policy.issuer),
  level: LEVEL_LABELS[policy.level],
  items: policy.items.map((item, n) => ({
    id: item.id,
    name: item.name,
    namePinyin: textOf(itemPinyin[n]),
    support: SUPPORT_LABELS[item.supportType],
    category: CATEGORY_LABELS[item.category],
    benefit: textOf(item.benefit),
    audience: textOf(item.audience),
    amount: textOf(item.amount),
    lapsed: isLapsed(itemValidityOf(policy, item, today)),
  })),
})

const textOf = (value: string | null | undefined): string => value ?? ''

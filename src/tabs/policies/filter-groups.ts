import type { FilterKey, Filters } from '@contract/policies/browse'
import { CATEGORY_LABELS, ENDING_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS } from '@contract/policies/enums'

/** The filters in the order people reach for them, with the words of each choice. */
export const FILTER_GROUPS: readonly { key: FilterKey; label: string; options: Record<string, string> }[] = [
  { key: 'level', label: '级别', options: LEVEL_LABELS },
  { key: 'supportType', label: '支持方式', options: SUPPORT_LABELS },
  { key: 'category', label: '类别', options: CATEGORY_LABELS },
  { key: 'mode', label: '办理方式', options: MODE_LABELS },
  { key: 'ending', label: '截止', options: ENDING_LABELS },
  { key: 'validity', label: '效力', options: VALIDITY_LABELS },
]

/** What a filter in use is called on its chip: its one choice, or how many. */
export function chosenLabel(filters: Filters, key: FilterKey): string {
  const group = FILTER_GROUPS.find((each) => each.key === key)!
  const chosen: readonly string[] = filters[key] ?? []
  return chosen.length === 0 ? group.label : chosen.length === 1 ? group.options[chosen[0]!]! : `${group.label} ${chosen.length} 项`
}

/** The filters with one choice switched. */
export function toggled(filters: Filters, key: FilterKey, option: string): Filters {
  const chosen: readonly string[] = filters[key] ?? []
  const next = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]
  const { [key]: _, ...rest } = filters
  return next.length === 0 ? rest : ({ ...rest, [key]: next } as Filters)
}

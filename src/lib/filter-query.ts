import { FILTER_KEYS, SORT_LABELS, type Filters, type Sort } from '@contract/policies/browse'
import { CATEGORY_LABELS, ENDING_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS } from '@contract/policies/enums'

export const DEFAULT_SORT: Sort = 'newest'

const KNOWN = {
  level: LEVEL_LABELS, category: CATEGORY_LABELS, supportType: SUPPORT_LABELS, mode: MODE_LABELS, ending: ENDING_LABELS, validity: VALIDITY_LABELS,
} satisfies Record<keyof Filters, Record<string, string>>

/** Filters and sort as query parameters; what is the default is left out: `{category: 'tax.land', sort: 'amount'}`. */
export function filtersToQuery(filters: Filters, sort: Sort = DEFAULT_SORT): Record<string, string> {
  const query: Record<string, string> = {}
  // Joined by a dot, which no URL encoding touches.
  for (const key of FILTER_KEYS) if (filters[key]?.length) query[key] = filters[key].join('.')
  if (sort !== DEFAULT_SORT) query.sort = sort
  return query
}

/** The reverse. Values this version does not know are dropped: links outlive versions. */
export function filtersFromQuery(params: Readonly<Record<string, string | undefined>>): { filters: Filters; sort: Sort } {
  const filters: Record<string, string[]> = {}
  for (const key of FILTER_KEYS) {
    const known = [...new Set((params[key] ?? '').split('.'))].filter((value) => has(KNOWN[key], value))
    if (known.length > 0) filters[key] = known
  }
  const sort = params.sort !== undefined && has(SORT_LABELS, params.sort) ? (params.sort as Sort) : DEFAULT_SORT
  return { filters: filters as Filters, sort }
}

// Not Object.hasOwn: phones of 2021 lack it.
const has = (labels: object, value: string): boolean => Object.prototype.hasOwnProperty.call(labels, value)

/** How many values are chosen in all, for the badge on 筛选. */
export const countFilters = (filters: Filters): number =>
  FILTER_KEYS.reduce((count, key) => count + (filters[key]?.length ?? 0), 0)

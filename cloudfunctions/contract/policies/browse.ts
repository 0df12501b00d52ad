import * as v from 'valibot'
import { OneOf } from '../schema'
import { CATEGORY_LABELS, ENDING_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS, type Category } from './enums'
import { ItemRow } from './rows'
import { isLapsed } from './validity'

export const SORT_LABELS = { newest: '最新发布', endingSoon: '最快截止', amount: '金额从高到低' } as const satisfies Record<string, string>
export type Sort = keyof typeof SORT_LABELS

// No longer than there are values: a list of thousands would be looked through for every row.
const AnyOf = <const T extends Record<string, string>>(labels: T, name: string) =>
  v.optional(v.pipe(v.array(OneOf(labels, name)), v.maxLength(Object.keys(labels).length, `${name}选得太多`)))

/** What a reader narrows the list by; each list is "any of", an absent one is "no matter". Lapsed rows show only when asked for by validity. */
export const Filters = v.object({
  level: AnyOf(LEVEL_LABELS, '级别'),
  category: AnyOf(CATEGORY_LABELS, '类别'),
  supportType: AnyOf(SUPPORT_LABELS, '支持方式'),
  mode: AnyOf(MODE_LABELS, '办理方式'),
  validity: AnyOf(VALIDITY_LABELS, '效力'),
  ending: AnyOf(ENDING_LABELS, '截止'),
})
export type Filters = v.InferOutput<typeof Filters>
export const FILTER_KEYS = ['level', 'category', 'supportType', 'mode', 'ending', 'validity'] as const satisfies (keyof Filters)[]
export type FilterKey = (typeof FILTER_KEYS)[number]

/** True when a row passes the filters. */
export function passes(row: ItemRow, filters: Filters): boolean {
  if (!filters.validity?.length && isLapsed(row.validity)) return false
  return FILTER_KEYS.every((key) => {
    const wanted = filters[key] as readonly string[] | undefined
    const value = row[key]
    return !wanted?.length || (value !== null && wanted.includes(value))
  })
}

/** The rows that pass, in order. Pure and stable: phone and server give the same list. Does not change `rows`. */
export const browse = (rows: readonly ItemRow[], filters: Filters, sort: Sort): ItemRow[] =>
  rows.filter((row) => passes(row, filters)).sort(COMPARE[sort])

// Missing dates and amounts go last whatever the direction; the id settles the rest, so paging is stable.
const byId = (a: ItemRow, b: ItemRow) => (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0)
const ascending = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
const descending = <T extends string | number>(a: T | null, b: T | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? 1 : -1

const COMPARE: Record<Sort, (a: ItemRow, b: ItemRow) => number> = {
  newest: (a, b) => descending(a.publishedOn, b.publishedOn) || byId(a, b),
  endingSoon: (a, b) => Number(isLapsed(a.validity)) - Number(isLapsed(b.validity)) || ascending(a.deadline, b.deadline) || byId(a, b),
  amount: (a, b) => descending(a.maxAmountYuan, b.maxAmountYuan) || byId(a, b),
}

/** For an empty list: each filter in use, and how many rows would show without it, most first. */
export const loosen = (rows: readonly ItemRow[], filters: Filters): { key: FilterKey; count: number }[] =>
  FILTER_KEYS.filter((key) => filters[key]?.length)
    .map((key) => ({ key, count: rows.filter((row) => passes(row, { ...filters, [key]: undefined })).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)

/** A policy as the home page announces it. */
export const Headline = v.object({
  policyId: ItemRow.entries.policyId, title: v.string(), issuer: ItemRow.entries.issuer, publishedOn: ItemRow.entries.publishedOn,
})
export type Headline = v.InferOutput<typeof Headline>

/** What the home page shows of the catalogue. */
export const Highlights = v.object({
  /** Items and documents anyone can read now, lapsed ones not counted. */
  itemCount: v.number(),
  policyCount: v.number(),
  endingSoon: v.array(ItemRow),
  /** How many items end soon in all; `endingSoon` is the first few. */
  endingSoonCount: v.number(),
  newest: v.array(Headline),
  categories: v.array(v.object({ category: OneOf(CATEGORY_LABELS, '类别'), count: v.number() })),
  /** Items that come without an application (免申即享). */
  automaticCount: v.number(),
})
export type Highlights = v.InferOutput<typeof Highlights>

/** The home page's picks from all rows. @param most rows a section shows */
export function highlightsOf(rows: readonly ItemRow[], most = 4): Highlights {
  const live = rows.filter((row) => !isLapsed(row.validity))
  const ending = browse(live, { ending: ['soon'] }, 'endingSoon')
  const newest = new Map<string, Headline>()
  for (const { policyId, title, issuer, publishedOn } of browse(live, {}, 'newest')) {
    if (newest.size < most && !newest.has(policyId)) newest.set(policyId, { policyId, title, issuer, publishedOn })
  }
  const counts = new Map<Category, number>()
  for (const { category } of live) counts.set(category, (counts.get(category) ?? 0) + 1)
  return {
    itemCount: live.length,
    policyCount: new Set(live.map((row) => row.policyId)).size,
    endingSoon: ending.slice(0, most),
    endingSoonCount: ending.length,
    newest: [...newest.values()],
    categories: (Object.keys(CATEGORY_LABELS) as Category[]).flatMap((category) => (counts.has(category) ? [{ category, count: counts.get(category)! }] : [])),
    automaticCount: live.filter((row) => row.mode === 'automatic').length,
  }
}

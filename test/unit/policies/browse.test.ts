import fc from 'fast-check'
import { browse, FILTER_KEYS, highlightsOf, loosen, passes, SORT_LABELS, type Filters, type Sort } from '../../../cloudfunctions/contract/policies/browse'
import { CATEGORY_LABELS, ENDING_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS } from '../../../cloudfunctions/contract/policies/enums'
import { rowsOf, type ItemRow } from '../../../cloudfunctions/contract/policies/rows'
import { isLapsed } from '../../../cloudfunctions/contract/policies/validity'
import { CatalogueView } from '../../../cloudfunctions/policies/catalogue-view'
import { aPolicy } from './support/a-policy'

const TODAY = '2026-11-24'
const aRow = (fields: Partial<ItemRow>): ItemRow => ({ ...rowsOf(aPolicy(), TODAY)[0]!, ...fields })
const idsOf = (rows: readonly ItemRow[]) => rows.map(({ itemId }) => itemId)

const key = <T extends string>(labels: Record<T, string>) => fc.constantFrom(...(Object.keys(labels) as T[]))
const date = fc.constantFrom('2025-03-01', '2026-01', '2026-01-19', '2026-12-01', '2026-12-31', '2027-06-30')
const anyRows = fc.uniqueArray(fc.record({
  itemId: fc.integer({ min: 0, max: 999 }).map((n) => `i${n}`), policyId: fc.integer({ min: 0, max: 9 }).map((n) => `p${n}`),
  level: key(LEVEL_LABELS), category: key(CATEGORY_LABELS), supportType: key(SUPPORT_LABELS), mode: fc.option(key(MODE_LABELS)),
  maxAmountYuan: fc.option(fc.constantFrom(0, 1, 5000)), publishedOn: fc.option(date), deadline: fc.option(date.filter((day) => day.length === 10)),
  validity: key(VALIDITY_LABELS), ending: key(ENDING_LABELS),
}).map((fields) => aRow({ ...fields, ending: isLapsed(fields.validity) ? null : fields.ending })), { selector: ({ itemId }) => itemId, maxLength: 40 })
const some = <T extends string>(labels: Record<T, string>) => fc.option(fc.subarray(Object.keys(labels) as T[]), { nil: undefined })
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  level: some(LEVEL_LABELS), category: some(CATEGORY_LABELS), supportType: some(SUPPORT_LABELS), mode: some(MODE_LABELS), ending: some(ENDING_LABELS), validity: some(VALIDITY_LABELS),
})
const anySort = key(SORT_LABELS) as fc.Arbitrary<Sort>

describe('the list', () => {
  it('hides lapsed rows until they are asked for', () => {
    const rows = [aRow({ itemId: 'a', validity: 'historical' }), aRow({ itemId: 'b' })]
    expect(idsOf(browse(rows, {}, 'newest'))).toEqual(['b'])
    expect(idsOf(browse(rows, { validity: ['historical'] }, 'newest'))).toEqual(['a'])
    expect(idsOf(browse(rows, { validity: [] }, 'newest'))).toEqual(['b'])
  })

  it('narrows by any of the values, of all the filters', () => {
    const rows = [aRow({ itemId: 'a', level: 'zone' }), aRow({ itemId: 'b', level: 'city' }), aRow({ itemId: 'c', level: 'city', mode: null })]
    expect(idsOf(browse(rows, { level: ['city', 'zone'], mode: ['application'] }, 'newest'))).toEqual(['a', 'b'])
  })

  it.each([
    ['newest', ['d', 'b', 'a', 'c']], ['endingSoon', ['b', 'a', 'd', 'c']], ['amount', ['c', 'a', 'b', 'd']],
  ] as const)('sorts by %s, what is not known last', (sort, expected) => {
    const rows = [
      aRow({ itemId: 'a', publishedOn: '2026-01', deadline: '2026-12-31', maxAmountYuan: 100 }),
      aRow({ itemId: 'b', publishedOn: '2026-01-19', deadline: '2026-12-01', maxAmountYuan: 100 }),
      aRow({ itemId: 'c', publishedOn: null, deadline: '2025-12-31', maxAmountYuan: 500, validity: 'expired' }),
      aRow({ itemId: 'd', publishedOn: '2026-03', deadline: null, maxAmountYuan: null }),
    ]
    expect(idsOf(browse(rows, { validity: ['unstated', 'expired'] }, sort))).toEqual(expected)
  })

  it('is in one order only, however the rows come', () => {
    fc.assert(fc.property(anyRows, anyFilters, anySort, fc.infiniteStream(fc.nat()), (rows, filters, sort, numbers) => {
      const shuffled = rows.map((row) => ({ row, at: numbers.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row)
      const before = [...shuffled]
      const list = browse(shuffled, filters, sort)
      expect(list).toEqual(browse(rows, filters, sort))
      expect(shuffled).toEqual(before)
      expect(new Set(list)).toEqual(new Set(rows.filter((row) => passes(row, filters))))
    }), { numRuns: 500 })
  })

  it('is its pages, one after the other', () => {
    fc.assert(fc.property(anyRows, anyFilters, anySort, fc.integer({ min: 1, max: 7 }), (rows, filters, sort, limit) => {
      const view = new CatalogueView(rows, TODAY)
      const list = browse(rows, filters, sort)
      const paged: ItemRow[] = []
      for (;;) {
        const page = view.page(filters, sort, paged.at(-1)?.itemId, limit)!
        expect(page.total).toBe(list.length)
        paged.push(...page.rows)
        if (page.rows.length < limit) break
      }
      expect(paged).toEqual(list)
    }), { numRuns: 300 })
  })

  it('has no page after an item that is not in it', () => {
    expect(new CatalogueView([aRow({ itemId: 'a', validity: 'expired' })], TODAY).page({}, 'newest', 'a', 5)).toBeNull()
  })

  it('answers the same call with the same object, however its filters are written', () => {
    const view = new CatalogueView([aRow({})], TODAY)
    const page = view.page({ level: ['city', 'zone'] }, 'newest', undefined, 5)
    expect(view.page({ level: ['zone', 'city', 'zone'], mode: [] }, 'newest', undefined, 5)).toBe(page)
    expect(view.page({ level: ['zone'] }, 'newest', undefined, 5)).not.toBe(page)
  })
})

describe('an empty list', () => {
  it('says which filter to loosen and how many rows show then', () => {
    fc.assert(fc.property(anyRows, anyFilters, (rows, filters) => {
      const offers = loosen(rows, filters)
      for (const { key: loosened, count } of offers) expect(browse(rows, { ...filters, [loosened]: [] }, 'newest')).toHaveLength(count)
      const counts = offers.map(({ count }) => count)
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
      for (const unused of FILTER_KEYS.filter((name) => !offers.some((offer) => offer.key === name)))
        expect(!filters[unused]?.length || browse(rows, { ...filters, [unused]: [] }, 'newest').length === 0).toBe(true)
    }), { numRuns: 300 })
  })
})

describe('the home page', () => {
  it('counts and shows nothing that has lapsed', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const live = rows.filter(({ validity }) => !isLapsed(validity))
      const picks = highlightsOf(rows)
      expect(picks.itemCount).toBe(live.length)
      expect(picks.categories.reduce((sum, { count }) => sum + count, 0)).toBe(live.length)
      expect(picks.endingSoon.every((row) => live.includes(row) && row.ending === 'soon')).toBe(true)
      expect(picks.endingSoonCount).toBe(browse(rows, { ending: ['soon'] }, 'endingSoon').length)
      expect(new Set(picks.newest.map(({ policyId }) => policyId)).size).toBe(picks.newest.length)
      expect(picks.newest.length).toBe(Math.min(4, picks.policyCount))
    }), { numRuns: 300 })
  })

  it('has what ends in 60 days, not in 61', () => {
    const endingOn = (applyUntil: string | null) => {
      const policy = aPolicy()
      return rowsOf({ ...policy, validUntil: null, items: [{ ...policy.items[0]!, id: applyUntil ?? 'none', applyFrom: null, applyUntil }] }, TODAY)[0]!
    }
    const rows = ['2026-11-23', '2026-11-24', '2027-01-23', '2027-01-24', null].map(endingOn)
    expect(rows.map(({ ending }) => ending)).toEqual([null, 'soon', 'soon', 'later', 'unstated'])
    expect(idsOf(highlightsOf(rows).endingSoon)).toEqual(['2026-11-24', '2027-01-23'])
  })
})

import { CATEGORY_LABELS, LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS, VALIDITY_LABELS } from '@contract/policies/enums'
import { SORT_LABELS, type Filters, type Sort } from '@contract/policies/browse'
import fc from 'fast-check'
import { daysLeft, showDay, showInstant, showShortDay, today, untilMidnight } from '@/lib/dates'
import { filtersFromQuery, filtersToQuery } from '@/lib/filter-query'
import { decodeParams, go, goBack, pathOf } from '@/lib/navigation'
import { toQuery } from '@/lib/routes'
import { onStorageProblem, readStored, writeStored } from '@/lib/storage'
import { phone } from '../../support/taro-fake'
import { SEED } from './seed'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

describe('dates', () => {
  it.each([['2026-12-31', '2026年12月31日'], ['2026-04', '2026年4月'], ['2026-01-05', '2026年1月5日']])('shows %s as %s', (day, shown) => expect(showDay(day)).toBe(shown))
  it('leaves out this year', () => {
    expect([showShortDay('2026-12-31'), showShortDay('2026-12-31', '2026-11-24'), showShortDay('2027-01-02', '2026-11-24')]).toEqual(['12月31日', '12月31日', '2027年1月2日'])
  })
  it.each([['2026-12-31', '还有37天'], ['2026-11-25', '还有1天'], ['2026-11-24', '今天截止'], ['2026-11-23', '已截止']])('%s: %s', (day, shown) => expect(daysLeft(day, '2026-11-24')).toBe(shown))
  it('knows the day in the zone, and when it ends', () => {
    const late = Date.parse('2026-11-24T23:59:30+08:00')
    expect([today(late), today(late + 30_000), untilMidnight(late)]).toEqual(['2026-11-24', '2026-11-25', 30_000])
  })
  it('says an instant as people do', () => {
    const now = Date.parse('2026-11-24T12:00:00+08:00')
    const ago = (minutes: number) => showInstant(now - minutes * 60_000, now)
    expect([ago(0), ago(5), ago(150), ago(24 * 60), ago(4 * 24 * 60 + 150), ago(400 * 24 * 60)]).toEqual(['刚刚', '5分钟前', '今天 09:30', '昨天 12:00', '11月20日 09:30', '2025年10月20日 12:00'])
  })
})

describe('filters in a query', () => {
  const some = <T extends string>(labels: Record<T, string>) => fc.option(fc.uniqueArray(fc.constantFrom(...(Object.keys(labels) as T[])), { minLength: 1 }), { nil: undefined })
  const filters = fc.record({ level: some(LEVEL_LABELS), category: some(CATEGORY_LABELS), supportType: some(SUPPORT_LABELS), mode: some(MODE_LABELS), validity: some(VALIDITY_LABELS) })
  const sort = fc.constantFrom(...(Object.keys(SORT_LABELS) as Sort[]))

  it(`come back as they were (seed ${SEED})`, () => {
    fc.assert(fc.property(filters, sort, (wanted, order) => {
      const sent = Object.fromEntries(toQuery(filtersToQuery(wanted as Filters, order)).split('&').filter(Boolean).map((pair) => pair.split('=') as [string, string]))
      expect(filtersFromQuery(decodeParams(sent))).toEqual({ filters: JSON.parse(JSON.stringify(wanted)), sort: order })
    }), { seed: SEED })
  })
  it(`are never broken by what a link carries (seed ${SEED})`, () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('level', 'category', 'sort', 'mode', 'x'), fc.oneof(fc.string(), fc.constantFrom('toString', '__proto__', 'tax.tax'))), (params) => {
      const { filters: read, sort: order } = filtersFromQuery(params)
      for (const value of read.category ?? []) expect(CATEGORY_LABELS).toHaveProperty(value)
      expect(SORT_LABELS).toHaveProperty(order)
    }), { seed: SEED })
  })
  it('leaves out what is the default', () => expect(filtersToQuery({ level: [] }, 'newest')).toEqual({}))
})

describe('navigation', () => {
  beforeEach(() => { phone.opened = [] })
  it('opens pages with encoded parameters and tabs without any', () => {
    go('search', { text: '高新&奖励' })
    go('policies')
    go('search')
    expect(phone.opened).toEqual([
      { how: 'navigateTo', url: `/policies/search/index?text=${encodeURIComponent('高新&奖励')}` },
      { how: 'switchTab', url: '/tabs/policies/index' },
      { how: 'navigateTo', url: '/policies/search/index' },
    ])
  })
  it('opens a page once for a double tap, and again after going back or a failure', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1)
    const item = () => go('item', { policyId: 'p', itemId: 'i' })
    item()
    item()
    expect(phone.opened).toHaveLength(1)
    go('item', { policyId: 'p', itemId: 'j' })
    goBack()
    go('item', { policyId: 'p', itemId: 'j' })
    expect(phone.opened.map(({ how }) => how)).toEqual(['navigateTo', 'navigateTo', 'switchTab', 'navigateTo'])
    jest.spyOn(Date, 'now').mockReturnValue(700)
    go('item', { policyId: 'p', itemId: 'j' })
    expect(phone.opened).toHaveLength(5)
    jest.restoreAllMocks()
  })
  it('goes home where there is no page to go back to', () => {
    goBack()
    expect(phone.opened).toEqual([{ how: 'switchTab', url: '/tabs/home/index' }])
  })
  it('decodes once, and leaves a stray percent sign alone', () => {
    expect(decodeParams({ a: '%E9%AB%98', b: '100%', c: undefined })).toEqual({ a: '高', b: '100%' })
    expect(pathOf('item', { policyId: 'p', itemId: 'i' })).toBe('/policies/item/index?policyId=p&itemId=i')
  })
})

describe('storage', () => {
  it('never throws; what it cannot keep or read it tells', () => {
    const told: string[] = []
    onStorageProblem((what) => told.push(what))
    const isText = (value: unknown): value is string => typeof value === 'string'
    expect(readStored('k', isText)).toBeNull()
    expect(writeStored('k', 'v')).toBe(true)
    expect(readStored('k', isText)).toBe('v')
    phone.storageFull = true
    expect(writeStored('k', 'w')).toBe(false)
    phone.storage.set('k', 5)
    expect(readStored('k', isText)).toBeNull()
    expect(told).toEqual(['cannot store k', 'stored k has an unexpected shape'])
    phone.storageFull = false
  })
})

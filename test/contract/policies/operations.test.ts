import type { ItemRow } from '../../../cloudfunctions/contract/policies/rows'
import { browse, type Highlights } from '../../../cloudfunctions/contract/policies/browse'
import { rowsOf } from '../../../cloudfunctions/contract/policies/rows'
import { policies } from '../../../cloudfunctions/policies/collections'
import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { applyChanges, prepare } from '../../../cloudfunctions/policies/publish'
import type { Publication } from '../../../cloudfunctions/contract/policies/enums'
import type { Policy } from '../../../cloudfunctions/contract/policies/schemas'
import type { Store } from '../../../cloudfunctions/store/port'
import { anItem, aPolicy } from '../../unit/policies/support/a-policy'
import { realCatalogue } from '../../unit/policies/support/records'
import { aStore, clock } from '../../unit/policies/support/store'
import { call } from '../../unit/policies/support/sync-client'

interface Page { rows: ItemRow[]; total: number; of: number }
const first = { filters: {}, sort: 'newest', limit: 50 }

let store: Store
let remove: () => Promise<void>
beforeEach(async () => ({ store, remove } = await aStore()))
afterEach(() => remove())

async function put(fields: Partial<Policy>, state: Publication = 'published'): Promise<void> {
  const id = fields.id ?? 'policy-1'
  const prepared = await prepare(aPolicy({ items: [anItem({ id: `${id}-item` })], ...fields, id }))
  await applyChanges(store, [{ policyId: id, next: () => ({ ...prepared, state, importDigest: null }) }], 'now')
}

describe('policies.get', () => {
  it.each<Publication>(['draft', 'inReview', 'withdrawn'])('knows nothing of a policy that is %s', async (state) => {
    await put({}, state)
    await expect(call(store, 'policies.getPolicy', { policyId: 'policy-1' })).rejects.toThrow('NOT_FOUND')
  })

  it('knows nothing of what never was, and answers both alike', async () => {
    await put({}, 'draft')
    const answers = await Promise.all(['policy-1', 'never'].map((policyId) => call(store, 'policies.getPolicy', { policyId }).catch(String)))
    expect(answers[0]).toEqual(answers[1])
  })

  it('gives a published policy with its pinyin', async () => {
    await put({ title: '稀土' })
    expect(await call(store, 'policies.getPolicy', { policyId: 'policy-1' })).toMatchObject({ policy: { title: '稀土' }, seq: 1, titlePinyin: 'XiTu', itemPinyin: ['DaiKuanTieXi'] })
  })
})

describe('policies.browse', () => {
  it('pages through what the phone would list, drafts left out', async () => {
    await importCatalogue(store, clock, realCatalogue())
    const { docs } = await store.in(policies).page('bySeq', { limit: 1000 })
    const all = docs.filter(({ state }) => state === 'published').flatMap(({ policy }) => rowsOf(policy, '2026-11-24'))
    const expected = browse(all, { category: ['finance', 'tax'] }, 'endingSoon')
    const rows: ItemRow[] = []
    for (;;) {
      const page: Page = await call(store, 'policies.browse', { filters: { category: ['tax', 'finance'] }, sort: 'endingSoon', limit: 7, ...(rows.length > 0 && { after: rows.at(-1)!.itemId }) })
      expect(page).toMatchObject({ total: expected.length, of: browse(all, {}, 'newest').length })
      if (page.rows.length === 0) break
      rows.push(...page.rows)
    }
    expect(rows).toEqual(expected)
    expect(rows.length).toBeGreaterThan(20)
  })

  it('asks to start anew when the place to go on from is gone', async () => {
    await put({})
    await put({}, 'withdrawn')
    await expect(call(store, 'policies.browse', { ...first, after: 'policy-1-item' })).rejects.toThrow('CONFLICT')
  })

  it('shows a publication, a change and a withdrawal at once', async () => {
    const names = async () => (await call<Page>(store, 'policies.browse', first)).rows.map(({ title }) => title)
    expect(await names()).toEqual([])
    await put({ id: 'a', title: '甲' })
    await put({ id: 'b', title: '乙' })
    expect(await names()).toEqual(['甲', '乙'])
    await put({ id: 'a', title: '丙' })
    expect(await names()).toEqual(['丙', '乙'])
    await put({ id: 'a', title: '丙' }, 'withdrawn')
    expect(await names()).toEqual(['乙'])
  })

  it('judges anew on a new day in the zone, which begins at 16:00 UTC', async () => {
    await put({ validUntil: '2026-11-24' })
    const at = (time: string) => ({ now: () => Date.parse(time) })
    const listed = async (time: string) => (await call<Page>(store, 'policies.browse', first, at(time))).rows.map(({ validity }) => validity)
    expect(await listed('2026-11-24T15:59:59Z')).toEqual(['expiringSoon'])
    expect(await listed('2026-11-24T16:00:00Z')).toEqual([])
    expect(await listed('2026-11-24T15:59:59Z')).toEqual(['expiringSoon'])
  })

  it('never lets one page be over 100 KB, though 50 rows are as long as they may be', async () => {
    const longest = { title: '题'.repeat(120), docNumber: '号'.repeat(60), issuer: '关'.repeat(120) }
    const items = Array.from({ length: 50 }, (_, n) => anItem({ id: `i${n}`, name: '名'.repeat(80), amount: '额'.repeat(120) }))
    await put({ ...longest, items })
    expect((await call<Page>(store, 'policies.browse', first)).rows).toHaveLength(50)
  })
})

describe('policies.getHighlights', () => {
  it('counts what readers see', async () => {
    await importCatalogue(store, clock, realCatalogue())
    const picks: Highlights = await call(store, 'policies.getHighlights', {})
    const { total } = await call<Page>(store, 'policies.browse', first)
    expect(picks.itemCount).toBe(total)
    expect(picks.endingSoon[0]!.deadline).toBe('2026-12-31')
    expect(picks.newest).toHaveLength(4)
  })
})

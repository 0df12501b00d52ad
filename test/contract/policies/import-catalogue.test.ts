import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { catalogueHead, HEAD_ID, policies, policyEditions } from '../../../cloudfunctions/policies/collections'
import { applyChanges } from '../../../cloudfunctions/policies/publish'
import { rowsOf } from '../../../cloudfunctions/contract/policies/rows'
import { validityOf } from '../../../cloudfunctions/contract/policies/validity'
import { fullWidth } from '../../../cloudfunctions/policies/full-width'
import type { Store } from '../../../cloudfunctions/store/port'
import { aDocument, aFile, realCatalogue } from '../../unit/policies/support/records'
import { aStore, clock } from '../../unit/policies/support/store'

let store: Store
let remove: () => Promise<void>
beforeEach(async () => ({ store, remove } = await aStore()))
afterEach(() => remove())

const allDocs = async () => (await store.in(policies).page('bySeq', { limit: 1000 })).docs
const docOf = async (id: string) => (await store.in(policies).get(id))!
const withTitle = (title: string) => { const file = aFile(aDocument(), aDocument({ id: 'other' })); file.documents[0]!.title = title; return file }

describe('the catalogue that ships', () => {
  const today = '2026-11-24'

  it('imports whole: 155 published, 32 drafts, 280 items', async () => {
    expect(await importCatalogue(store, clock, realCatalogue())).toEqual({ published: 155, drafts: 32, unchanged: 0, problems: [] })
    const docs = await allDocs()
    expect(docs).toHaveLength(187)
    expect(docs.flatMap(({ policy }) => policy.items)).toHaveLength(280)
    expect(docs.filter(({ state }) => state === 'draft').every(({ policy, seq }) => policy.evidence === 'unverified' && seq === 0)).toBe(true)
    expect(await store.in(catalogueHead).get(HEAD_ID)).toMatchObject({ seq: 155, total: 155 })
  })

  it('shows 17 published policies as history, and none as valid that is not', async () => {
    await importCatalogue(store, clock, realCatalogue())
    const published = (await allDocs()).filter(({ state }) => state === 'published').map(({ policy }) => policy)
    const raw = new Map(realCatalogue().documents.map((document) => [document.id, document]))
    expect(published.filter((policy) => validityOf(policy, today) === 'historical')).toHaveLength(17)
    for (const policy of published) {
      const { note, validUntil, replacedBy } = raw.get(policy.id) as { note?: string; validUntil: string | null; replacedBy: string[] }
      // Judged from the raw record, not by the code under test.
      const lapsed = note?.startsWith('非现行') || replacedBy.length > 0 || (validUntil !== null && `${validUntil}-31` < today)
      for (const validity of [validityOf(policy, today), ...rowsOf(policy, today).map((row) => row.validity)]) {
        if (lapsed || validUntil === null) expect([policy.id, validity]).not.toEqual([policy.id, 'current'])
        if (lapsed) expect(['historical', 'expired']).toContain(validity)
      }
    }
  })

  it('writes nothing the second time', async () => {
    await importCatalogue(store, clock, realCatalogue())
    const before = await allDocs()
    expect(await importCatalogue(store, clock, realCatalogue())).toEqual({ published: 0, drafts: 0, unchanged: 187, problems: [] })
    expect(await allDocs()).toEqual(before)
  })

  it('keeps every word, but for the punctuation', async () => {
    await importCatalogue(store, clock, realCatalogue())
    for (const { title, id } of realCatalogue().documents) expect((await docOf(id)).policy.title).toBe(fullWidth(title as string))
  })
})

describe('a later file', () => {
  it('makes a new edition and place of a changed record, keeps the old edition, and leaves the others alone', async () => {
    await importCatalogue(store, clock, withTitle('旧题名'))
    const [doc, other] = [await docOf('doc'), await docOf('other')]
    expect(await importCatalogue(store, clock, withTitle('新题名'))).toMatchObject({ published: 1, unchanged: 1 })
    expect(await docOf('doc')).toMatchObject({ edition: 2, seq: 3, titlePinyin: 'XinTiMing', policy: { title: '新题名' } })
    expect(await docOf('other')).toEqual(other)
    expect(await store.in(policyEditions).get('doc:1')).toMatchObject({ edition: 1, seq: doc.seq, policy: { title: '旧题名' } })
    expect(await store.in(catalogueHead).get(HEAD_ID)).toMatchObject({ seq: 3, total: 2 })
  })

  it('leaves a record alone that it no longer has', async () => {
    await importCatalogue(store, clock, aFile(aDocument(), aDocument({ id: 'other' })))
    await importCatalogue(store, clock, aFile(aDocument()))
    expect(await docOf('other')).toMatchObject({ state: 'published', edition: 1 })
  })

  it('takes a record from readers whose source turns out to be unread', async () => {
    await importCatalogue(store, clock, aFile(aDocument()))
    expect(await importCatalogue(store, clock, aFile(aDocument({ evidence: 'unverified' })))).toMatchObject({ drafts: 1 })
    expect(await docOf('doc')).toMatchObject({ state: 'draft', seq: 2 })
    expect(await store.in(catalogueHead).get(HEAD_ID)).toMatchObject({ total: 0 })
  })

  it('does not publish again what someone withdrew, changed or not', async () => {
    await importCatalogue(store, clock, withTitle('题名'))
    await applyChanges(store, [{ policyId: 'doc', next: (stored) => ({ ...stored!, state: 'withdrawn' }) }], 'now')
    expect(await importCatalogue(store, clock, withTitle('题名'))).toMatchObject({ published: 0, unchanged: 2 })
    expect(await importCatalogue(store, clock, withTitle('新题名'))).toMatchObject({ published: 0, drafts: 0 })
    expect(await docOf('doc')).toMatchObject({ state: 'withdrawn', policy: { title: '新题名' } })
  })
})

it('imports nothing at all when one record has a problem', async () => {
  const file = realCatalogue()
  file.items.at(-1)!.applyUntil = '2026-02-30'
  const result = await importCatalogue(store, clock, file)
  expect(result).toEqual({ published: 0, drafts: 0, unchanged: 0, problems: [{ record: file.items.at(-1)!.id, field: 'applyUntil', message: '日历上没有这一天，请核对' }] })
  expect(await allDocs()).toEqual([])
  expect(await store.in(catalogueHead).get(HEAD_ID)).toBeNull()
})

it('refuses a policy that no page of the catalogue could carry', async () => {
  const file = aFile(aDocument())
  file.items = Array.from({ length: 400 }, (_, n) => ({ ...file.items[0]!, id: `i${n}`, benefit: '补'.repeat(80) }))
  expect(await importCatalogue(store, clock, file)).toMatchObject({ published: 0, problems: [{ record: 'doc', field: 'items' }] })
})

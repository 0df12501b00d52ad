import { rowsOf } from '../../../cloudfunctions/contract/policies/rows'
import { validityOf } from '../../../cloudfunctions/contract/policies/validity'
import { policies } from '../../../cloudfunctions/policies/collections'
import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { applyChanges } from '../../../cloudfunctions/policies/publish'
import type { Store } from '../../../cloudfunctions/store/port'
import { aDocument, aFile } from '../../unit/policies/support/records'
import { aStore, clock } from '../../unit/policies/support/store'

let store: Store
let remove: () => Promise<void>
beforeEach(async () => ({ store, remove } = await aStore()))
afterEach(() => remove())

const docOf = async (id: string) => (await store.in(policies).get(id))!

describe('a caveat', () => {
  const noted = async (ofDocument: string | undefined, ofItem: string | undefined) => {
    const file = aFile(aDocument(ofDocument ? { note: ofDocument } : {}))
    if (ofItem) file.items[0]!.note = ofItem
    await importCatalogue(store, clock, file)
    const { policy } = await docOf('doc')
    return [policy.note, policy.items[0]!.note]
  }
  const history = { kind: 'notCurrent', text: '已结束，只作沿革。' }

  it('is told from its text', async () => {
    expect(await noted('待核:有效期未读到,须核实。', undefined)).toEqual([{ kind: 'toVerify', text: '有效期未读到，须核实。' }, null])
    expect(await noted(undefined, '非现行：已结束,只作沿革。')).toEqual([null, history])
  })

  it('of 非现行 on a document holds for its items, whatever they say', async () => {
    expect(await noted('非现行:已结束,只作沿革。', undefined)).toEqual([history, history])
    expect(await noted('非现行:已结束,只作沿革。', '待核:金额未读到。')).toEqual([history, history])
    expect(await noted('非现行:已结束,只作沿革。', '非现行:另有说明。')).toEqual([history, { kind: 'notCurrent', text: '另有说明。' }])
  })
})

describe('lineage', () => {
  const file = (evidence: string, fields = {}) => aFile(
    aDocument({ id: 'old', validUntil: '2030-01-01', replacedBy: ['new'] }),
    aDocument({ id: 'new', title: '新办法', replaces: ['old'], evidence, ...fields }),
  )
  const validityOfOld = async (day = '2026-11-24') => validityOf((await docOf('old')).policy, day)

  it('ends the older text when its published successor takes over: by effect, else publication, else at once', async () => {
    await importCatalogue(store, clock, file('secondary', { effectiveFrom: '2027-04', publishedOn: '2026-01-17' }))
    expect((await docOf('old')).policy.replacedBy).toEqual([{ policyId: 'new', title: '新办法', from: '2027-04', published: true }])
    expect([await validityOfOld('2026-12-31'), await validityOfOld('2027-04-01')]).toEqual(['current', 'expired'])
    await importCatalogue(store, clock, file('secondary', { publishedOn: '2026-01-17' }))
    expect((await docOf('old')).policy.replacedBy[0]!.from).toBe('2026-01-17')
    await importCatalogue(store, clock, file('secondary'))
    expect(await validityOfOld()).toBe('expired')
  })

  it('neither ends nor calls valid a text whose successor nobody has checked', async () => {
    await importCatalogue(store, clock, file('unverified'))
    const { policy } = await docOf('old')
    expect(validityOf(policy, '2026-11-24')).toBe('unstated')
    expect(rowsOf(policy, '2026-11-24')[0]).toMatchObject({ validity: 'unstated', toVerify: true })
  })

  it('follows when the successor is published or withdrawn later', async () => {
    await importCatalogue(store, clock, file('unverified'))
    const setState = (state: 'published' | 'withdrawn') =>
      applyChanges(store, [{ policyId: 'new', next: (stored) => ({ ...stored!, state }) }], 'now')
    await setState('published')
    expect(await docOf('old')).toMatchObject({ edition: 2, policy: { replacedBy: [{ published: true }] } })
    expect(await validityOfOld()).toBe('expired')
    await setState('withdrawn')
    expect(await validityOfOld()).toBe('unstated')
    expect(await importCatalogue(store, clock, file('unverified'))).toMatchObject({ unchanged: 2 })
  })
})

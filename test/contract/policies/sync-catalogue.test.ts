import fc from 'fast-check'
import type { CatalogueEntry } from '../../../cloudfunctions/contract/policies/schemas'
import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { applyChanges, isTooLarge, type Next } from '../../../cloudfunctions/policies/publish'
import type { Store } from '../../../cloudfunctions/store/port'
import { expectInStep, ofSize, put, withdraw } from '../../unit/policies/support/published'
import { realCatalogue } from '../../unit/policies/support/records'
import { aStore, clock } from '../../unit/policies/support/store'
import { call, SyncClient } from '../../unit/policies/support/sync-client'

it('brings phones that page in step with the server, whatever is published and withdrawn meanwhile', async () => {
  const id = fc.integer({ min: 0, max: 11 }).map((n) => `p${n}`)
  const act = fc.oneof(
    fc.record({ act: fc.constant('put' as const), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }), kb: fc.constantFrom(1, 20, 60, 90), state: fc.constantFrom<Next['state']>('published', 'published', 'draft') }),
    fc.record({ act: fc.constant('withdraw' as const), id }),
    fc.record({ act: fc.constant('step' as const), phone: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ act: fc.constant('step' as const), phone: fc.integer({ min: 0, max: 2 }) }),
  )
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40, size: 'max' }), async (acts) => {
    const { store, remove } = await aStore()
    try {
      const phones = [new SyncClient(), new SyncClient(), new SyncClient()]
      const perform = async (what: (typeof acts)[number] | undefined, round: number): Promise<unknown> => {
        if (what?.act === 'put') return put(store, ...what.ids.map((one) => ofSize(one, what.kb, round, what.state)))
        if (what?.act === 'withdraw') return withdraw(store, what.id)
        return what && phones[what.phone]!.step(store)
      }
      for (let round = 0; round < acts.length; round += 2) {
        // Two at once, so that a publication may fall between a page's reads; one phone asks for one page at a time.
        const [one, two] = [acts[round], acts[round + 1]]
        if (one?.act === 'step' && two?.act === 'step' && one.phone === two.phone) await perform(one, round)
        else await Promise.all([perform(one, round), perform(two, round + 1)])
      }
      for (const phone of phones) {
        await expectInStep(store, phone)
        expect(phone.resets).toBe(0)
      }
    } finally {
      await remove()
    }
  }), { numRuns: 40 })
}, 120_000)

describe('with a store', () => {
  let store: Store
  let remove: () => Promise<void>
  beforeEach(async () => ({ store, remove } = await aStore()))
  afterEach(() => remove())

  it('sends the whole catalogue in a few pages, then nothing', async () => {
    await importCatalogue(store, clock, realCatalogue())
    const client = new SyncClient()
    expect(await client.finish(store)).toBeLessThanOrEqual(5)
    expect(client.entries.size).toBe(155)
    expect(await client.finish(store)).toBe(1)
    await expectInStep(store, client)
  })

  it('sends only what changed', async () => {
    await put(store, ofSize('a', 1, 1, 'published'), ofSize('b', 1, 1, 'published'))
    const client = new SyncClient()
    await client.finish(store)
    await put(store, ofSize('b', 1, 2, 'published'))
    await withdraw(store, 'a')
    const page = await call<{ entries: CatalogueEntry[]; removed: string[] }>(store, 'policies.syncCatalogue', { since: 2, mark: (await call<{ mark: string }>(store, 'policies.syncCatalogue', { since: 0 })).mark })
    expect(page.entries.map(({ policy }) => policy.title)).toEqual(['第2版'])
    expect(page.removed).toEqual(['a'])
    await expectInStep(store, client)
  })

  it('misses nothing that is published between the reads of one page', async () => {
    const ids = Array.from({ length: 9 }, (_, n) => `p${n}`)
    await put(store, ...ids.map((id) => ofSize(id, 20, 0, 'published')))
    let round = 0
    const busy: Store = {
      ...store, transact: (work) => store.transact(work),
      in: ((collection) => ({
        ...store.in(collection),
        async page(index, request) {
          const page = await store.in(collection).page(index, request)
          // Every page read is followed by a change, of one that was read or of one still to come.
          if (round < 12) await put(store, ofSize(ids[(round += 1) % 9]!, 20, round, 'published'))
          return page
        },
      })) as Store['in'],
    }
    const client = new SyncClient()
    await client.finish(busy)
    await expectInStep(store, client)
  })

  it('never speaks of a draft that was never published', async () => {
    await put(store, ofSize('a', 1, 1, 'draft'))
    await put(store, ofSize('a', 1, 2, 'draft'))
    expect(await call(store, 'policies.syncCatalogue', { since: 0 })).toMatchObject({ entries: [], removed: [], next: 0, head: 0, total: 0 })
  })

  it('carries the largest policy that may be published', async () => {
    let largest = ofSize('a', 1, 1, 'published')
    for (let kb = 80; kb < 120; kb += 1) if (!isTooLarge(ofSize('a', kb, 1, 'published'))) largest = ofSize('a', kb, 1, 'published')
    await put(store, ofSize('0', 1, 1, 'published'), largest, ofSize('z', 1, 1, 'published'))
    await expectInStep(store, new SyncClient())
  })

  it('pages 3,000 removals', async () => {
    const nexts = Array.from({ length: 3000 }, (_, n) => ofSize(`${'long-id-'.repeat(5)}${n}`, 1, 1, 'published'))
    await put(store, ...nexts)
    const client = new SyncClient()
    await client.finish(store)
    await applyChanges(store, nexts.map((next) => ({ policyId: next.policy.id, next: () => ({ ...next, state: 'withdrawn' as const }) })), 'now')
    await client.finish(store)
    expect(client.entries.size).toBe(0)
  }, 60_000)
})

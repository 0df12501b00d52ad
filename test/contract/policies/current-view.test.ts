import { catalogueHead, policies } from '../../../cloudfunctions/policies/collections'
import { currentView } from '../../../cloudfunctions/policies/current-view'
import { applyChanges, prepare } from '../../../cloudfunctions/policies/publish'
import type { AnyCollection, Store } from '../../../cloudfunctions/store/port'
import { aPolicy } from '../../unit/policies/support/a-policy'
import { aStore, NOW } from '../../unit/policies/support/store'

let store: Store
let remove: () => Promise<void>
beforeEach(async () => ({ store, remove } = await aStore()))
afterEach(() => remove())

async function publishOne(to: Store): Promise<void> {
  const prepared = await prepare(aPolicy())
  await applyChanges(to, [{ policyId: prepared.policy.id, next: () => ({ ...prepared, state: 'published', importDigest: null }) }], 'now')
}

describe('what is kept between calls', () => {
  /** The store, with its reads counted by collection. */
  function counted(): { store: Store; reads: Record<string, number> } {
    const reads: Record<string, number> = {}
    const within = <C extends AnyCollection>(collection: C) => {
      const inner = store.in(collection)
      const count = () => { reads[collection.name] = (reads[collection.name] ?? 0) + 1 }
      return { ...inner, get: (id: string) => (count(), inner.get(id)), page: ((...args: Parameters<typeof inner.page>) => (count(), inner.page(...args))) as typeof inner.page }
    }
    return { reads, store: { in: within as Store['in'], transact: (work) => store.transact(work), close: () => store.close() } }
  }
  const context = (one: Store) => ({ store: one, clock: { now: () => NOW } })

  it('costs one read of the head while nothing changes', async () => {
    await publishOne(store)
    const { store: watched, reads } = counted()
    await currentView(context(watched))
    for (const name of Object.keys(reads)) delete reads[name]
    await new Promise((resolve) => setTimeout(resolve, 5))
    const view = await currentView(context(watched))
    expect(await currentView(context(watched))).toBe(view)
    expect(Object.keys(reads)).toEqual([catalogueHead.name])
    expect(reads[catalogueHead.name]).toBeLessThanOrEqual(2)
  })

  it('shows this process its own changes at once, however quick it is', async () => {
    const stopped = jest.spyOn(performance, 'now').mockReturnValue(0)
    try {
      expect((await currentView(context(store))).rows).toHaveLength(0)
      await publishOne(store)
      expect((await currentView(context(store))).rows).toHaveLength(1)
    } finally {
      stopped.mockRestore()
    }
  })

  it('is loaded once for all who ask at the same time', async () => {
    await publishOne(store)
    const { store: watched, reads } = counted()
    const views = await Promise.all(Array.from({ length: 20 }, () => currentView(context(watched))))
    expect(new Set(views).size).toBe(1)
    expect(reads[policies.name]).toBe(1)
  })

  it('tries again after a load that failed', async () => {
    await publishOne(store)
    const { store: watched } = counted()
    const failing: Store = { ...watched, in: ((collection) => ({ ...watched.in(collection), page: () => Promise.reject(new Error('disk')) })) as Store['in'] }
    let broken = true
    const flaky: Store = { ...watched, in: ((collection) => (broken ? failing : watched).in(collection)) as Store['in'] }
    await expect(currentView(context(flaky))).rejects.toThrow('disk')
    broken = false
    expect((await currentView(context(flaky))).rows).toHaveLength(1)
  })
})

import type { CatalogueEntry } from '../../../../cloudfunctions/contract/policies/schemas'
import { entryOf } from '../../../../cloudfunctions/policies/catalogue-entry'
import { policies } from '../../../../cloudfunctions/policies/collections'
import { applyChanges, type Next } from '../../../../cloudfunctions/policies/publish'
import type { Store } from '../../../../cloudfunctions/store/port'
import { anItem, aPolicy } from './a-policy'
import type { SyncClient } from './sync-client'

/** A policy of about `kb` kilobytes, told from its earlier editions by `round`. */
export function ofSize(id: string, kb: number, round: number, state: Next['state']): Next {
  const items = Array.from({ length: Math.max(1, Math.round(kb / 1.2)) }, (_, n) => anItem({ id: `${id}-${n}`, benefit: '补'.repeat(260) }))
  const policy = aPolicy({ id, title: `第${round}版`, items })
  return { policy, state, titlePinyin: '', itemPinyin: items.map(() => ''), importDigest: null }
}
export const put = (store: Store, ...nexts: Next[]) => applyChanges(store, nexts.map((next) => ({ policyId: next.policy.id, next: () => next })), 'now')
export const withdraw = (store: Store, policyId: string) =>
  applyChanges(store, [{ policyId, next: (stored) => (stored?.state === 'published' ? { ...stored, state: 'withdrawn' } : null) }], 'now')

/** What is published, straight from the store. */
async function truth(store: Store): Promise<Map<string, CatalogueEntry>> {
  const { docs } = await store.in(policies).page('bySeq', { limit: 1000 })
  return new Map(docs.filter(({ state }) => state === 'published').map((doc) => [doc._id, entryOf(doc)]))
}
export async function expectInStep(store: Store, client: SyncClient): Promise<void> {
  await client.finish(store)
  const expected = await truth(store)
  expect(client.total).toBe(expected.size)
  expect([...client.entries.keys()].sort()).toEqual([...expected.keys()].sort())
  for (const [id, entry] of expected) expect(client.entries.get(id)).toEqual(entry)
}

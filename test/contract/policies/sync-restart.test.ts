import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { collections } from '../../../cloudfunctions/policies/collections'
import type { Store } from '../../../cloudfunctions/store/port'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import { expectInStep, ofSize, put } from '../../unit/policies/support/published'
import { aStore, clock } from '../../unit/policies/support/store'
import { call, SyncClient } from '../../unit/policies/support/sync-client'

let store: Store
let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ store, folder, remove } = await aStore()))
afterEach(() => remove())

it('starts over for a phone that knows another database, even one as far or further', async () => {
  await put(store, ofSize('a', 1, 1, 'published'))
  const other = await aStore()
  await put(other.store, ofSize('b', 1, 1, 'published'))
  const client = new SyncClient()
  await client.finish(other.store)
  await other.remove()
  await expectInStep(store, client)
  expect(client.resets).toBe(1)
})

it('starts over after a backup was restored, though the catalogue has grown past the phone since', async () => {
  await put(store, ofSize('a', 1, 1, 'published'))
  const early = new SyncClient()
  await early.finish(store)
  await store.close()
  const [file, backup] = ['test.sqlite', 'backup.sqlite'].map((name) => path.join(folder, name)) as [string, string]
  copyFileSync(file, backup)
  const lost = await openSqliteStore({ path: file, clock, collections })
  await put(lost, ofSize('a', 1, 2, 'published'), ofSize('gone', 1, 2, 'published'))
  const late = new SyncClient()
  await late.finish(lost)
  await lost.close()
  store = await openSqliteStore({ path: backup, clock, collections })
  await put(store, ofSize('b', 1, 3, 'published'), ofSize('c', 1, 3, 'published'), ofSize('d', 1, 3, 'published'))
  await expectInStep(store, late)
  expect([late.resets, late.entries.has('gone')]).toEqual([1, false])
  await expectInStep(store, early)
  expect(early.resets).toBe(0)
})

it('starts over for a phone ahead of an empty catalogue, or one without a mark', async () => {
  expect(await call(store, 'policies.syncCatalogue', { since: 9, mark: 'x' })).toMatchObject({ reset: true, entries: [], next: 0, head: 0 })
  await put(store, ofSize('a', 1, 1, 'published'), ofSize('b', 1, 1, 'published'))
  expect(await call(store, 'policies.syncCatalogue', { since: 1 })).toMatchObject({ reset: true, next: 2 })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { collections } from '../../../../cloudfunctions/policies/collections'
import { openSqliteStore } from '../../../../cloudfunctions/store/sqlite'
import type { Store } from '../../../../cloudfunctions/store/port'

/** The day the catalogue was gathered. */
export const NOW = Date.parse('2026-11-24T09:00:00+08:00')
export const clock = { now: () => NOW }

/** A store on a file of its own, and the way to be rid of both. */
export async function aStore(): Promise<{ store: Store; folder: string; remove: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'policies-'))
  const store = await openSqliteStore({ path: path.join(folder, 'test.sqlite'), clock, collections })
  const remove = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, folder, remove }
}

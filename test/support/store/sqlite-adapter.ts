import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import type { OpenOptions, StoreAdapter } from './adapter'

/** Also the entry of the child processes, which import `open` alone. */
export const open = (place: string, options: OpenOptions) => openSqliteStore({ path: place, ...options })

/** A database file in a temporary folder of its own. */
export const sqliteAdapter: StoreAdapter = {
  newPlace: async () => join(mkdtempSync(join(tmpdir(), 'store-')), 'data.db'),
  open,
  removePlace: async place => rmSync(dirname(place), { recursive: true, force: true }),
  module: __filename,
  async checkSound(place) {
    const db = new Database(place)
    const [answer] = db.prepare('PRAGMA integrity_check').raw().get() as unknown as string[]
    db.close()
    if (answer !== 'ok') throw new Error(`integrity_check: ${answer}`)
  },
}

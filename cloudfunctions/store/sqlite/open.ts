import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Clock } from '../../kernel/clock'
import type { AnyCollection, Store } from '../port'
import { connect, type Connection } from './connection'
import { createStore } from './store'
import { explained, patiently, StoreUnavailable } from './unavailable'

export interface SqliteOptions {
  /** The database file; its folder is made when missing. SQLite keeps `-wal` and `-shm` files beside it. */
  path: string
  /** Gives the stamps. */
  clock: Clock
  /** Made ready at once. Others are made on first use. */
  collections?: readonly AnyCollection[]
  /** How long to wait for other processes that write to the file, in milliseconds. Default 10 s. */
  patienceMs?: number
}

/**
 * Opens the store kept in one SQLite file. Several processes may open the same file.
 * @throws StoreUnavailable, here and from every method, when the file cannot be used (folder not writable, file damaged
 * or locked, disk full); Error on a collection that cannot be translated
 */
export async function openSqliteStore({ path, clock, collections = [], patienceMs = 10_000 }: SqliteOptions): Promise<Store> {
  const file = resolve(path)
  prepareFolder(dirname(file))
  keepPrivate(file)
  const connections: Connection[] = []
  const connected = async (use: 'read' | 'write'): Promise<Connection> => {
    const connection = await patiently(file, patienceMs, () => connect(file, use))
    connections.push(connection)
    return connection
  }
  try {
    // The writer first: it makes the file and turns on WAL.
    const writing = await connected('write')
    const reading = await connected('read')
    return await createStore({ path: file, clock, collections, patienceMs, writing, reading })
  } catch (error) {
    for (const connection of connections) connection.close()
    throw explained(error, file)
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StoreUnavailable(`数据目录不可写：${folder}`, error)
  }
}

/**
 * The file for its owner's eyes only, in whatever folder: what is kept inside is personal data. SQLite gives the `-wal`
 * and `-shm` files that it makes the same mode.
 */
function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    // Any other failure SQLite meets again, and says better. An existing file is never opened here: closing it would
    // drop the locks that this process holds on it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return
  }
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      const { mode } = statSync(name)
      if ((mode & 0o170000) === constants.S_IFREG && (mode & 0o077) !== 0) chmodSync(name, mode & 0o700)
    } catch { /* not there, or another user's: theirs to decide */ }
  }
}

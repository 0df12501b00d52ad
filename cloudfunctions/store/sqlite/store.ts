import { isoNow, type Clock } from '../../kernel/clock'
import type { AnyCollection, BodyOf, Documents, Store, StoredCollection, Transaction } from '../port'
import type { Connection } from './connection'
import { checkedId, encode, insertDoc, readDoc, replaceDoc, type Doc } from './documents'
import { countDocs, readPage, type AnyPageRequest } from './page'
import { createTable, isCurrent, tableFor, type Table } from './schema'
import { explained } from './unavailable'
import { createWriter } from './writer'

interface Parts {
  path: string
  clock: Clock
  collections: readonly AnyCollection[]
  patienceMs: number
  writing: Connection
  reading: Connection
}
const CLOSED = 'the store is closed'

/** How one synchronous piece of database work is run: at once, in the queue, in a transaction. */
type Run = <T>(job: () => T) => Promise<T>

/**
 * The store port over two connections to one file: all writes queue for `writing`; reads outside a transaction
 * use `reading` and see the last committed state without waiting, even when called while a transaction is open.
 */
export async function createStore({ path, clock, collections, patienceMs, writing, reading }: Parts): Promise<Store> {
  const writer = createWriter(writing, path, patienceMs)
  const tables = new Map<AnyCollection, Table>()
  const opened = new Map<AnyCollection, StoredCollection<AnyCollection>>()
  /** Names of the collections known to be in the file. */
  const ready = new Set<string>()
  let closing: Promise<void> | undefined

  function tableOf(collection: AnyCollection): Table {
    const known = tables.get(collection)
    if (known) return known
    const table = tableFor(collection)
    const declared = JSON.stringify([...table.indexes])
    for (const { collection: name, indexes } of tables.values()) {
      if (name === table.collection && JSON.stringify([...indexes]) !== declared) throw new Error(`collection ${name} is declared twice, with different indexes`)
    }
    tables.set(collection, table)
    return table
  }

  async function makeReady(wanted: Table[]): Promise<void> {
    if (closing) throw new Error(CLOSED)
    // Looking first keeps a process that opens an up-to-date file from waiting for another that writes.
    const missing = wanted.filter(table => !isCurrent(reading, table))
    if (missing.length > 0) await writer.write(() => missing.forEach(table => createTable(writing, table)), 'first use of a collection')
    if (!closing) for (const table of wanted) ready.add(table.collection)
  }

  /** Documents by id. Input is checked and copied before anything waits, so the caller may change it afterwards. */
  function documents(table: Table, connection: Connection, read: Run, write: Run): Documents<Doc> {
    return {
      async get(id) {
        const known = checkedId(id)
        return read(() => readDoc(connection, table, known) as never)
      },
      async insert(doc) {
        const encoded = encode(doc)
        return write(() => insertDoc(writing, table, encoded, isoNow(clock)))
      },
      async insertMany(docs) {
        const encoded = docs.map(encode)
        return write(() => encoded.map(one => insertDoc(writing, table, one, isoNow(clock))))
      },
      async replace(doc, expectedVersion) {
        const encoded = encode(doc)
        return write(() => replaceDoc(writing, table, encoded, expectedVersion, isoNow(clock)))
      },
    }
  }

  function outside(table: Table): StoredCollection<AnyCollection> {
    const read: Run = async job => {
      if (!ready.has(table.collection)) await makeReady([table])
      try {
        return job()
      } catch (error) {
        throw explained(error, path)
      }
    }
    const write: Run = async job => {
      if (!ready.has(table.collection)) await makeReady([table])
      return writer.write(job, 'a write')
    }
    return {
      ...documents(table, reading, read, write) as Documents<BodyOf<AnyCollection>>,
      page: (index, request) => read(() => readPage(reading, table, index, request as AnyPageRequest)),
      count: (index, equals) => read(() => countDocs(reading, table, index, equals as Record<string, unknown>)),
    }
  }

  await makeReady(collections.map(tableOf))
  return {
    in(collection) {
      let found = opened.get(collection)
      if (!found) opened.set(collection, found = outside(tableOf(collection)))
      return found as StoredCollection<typeof collection>
    },

    async transact(work) {
      if (closing) throw new Error(CLOSED)
      const made: string[] = []
      const result = await writer.transact(async step => {
        const tx: Transaction = {
          in(collection) {
            const table = tableOf(collection)
            const run: Run = async job => step(() => {
              if (!ready.has(table.collection) && !made.includes(table.collection)) {
                createTable(writing, table)
                made.push(table.collection)
              }
              return job()
            })
            return documents(table, writing, run, run) as Documents<BodyOf<typeof collection>>
          },
        }
        return work(tx)
      })
      // Only now: an undone transaction takes the tables it made with it.
      for (const name of made) ready.add(name)
      return result
    },

    async close() {
      writer.refuseInside('close')
      // From here on whatever comes in anew finds its collection not ready, and the store closed.
      ready.clear()
      closing ??= writer.idle().then(() => {
        reading.close()
        writing.sql('PRAGMA wal_checkpoint(TRUNCATE)').get([])
        writing.close()
      })
      return closing
    },
  }
}

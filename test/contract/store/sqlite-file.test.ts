import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { collection, type AnyCollection } from '../../../cloudfunctions/store/port'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import { connect, type Connection } from '../../../cloudfunctions/store/sqlite/connection'
import { countDocs, readPage, type AnyPageRequest } from '../../../cloudfunctions/store/sqlite/page'
import { tableFor } from '../../../cloudfunctions/store/sqlite/schema'
import { aSample, COLLECTIONS, fixedClock, ids, samples } from '../../support/store/fixtures'

const clock = fixedClock()
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-file-'))
  path = join(folder, 'data.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (collections: readonly AnyCollection[] = COLLECTIONS) => openSqliteStore({ path, clock, collections })

describe('the file', () => {
  const indexes = (): string[] => {
    const db = new Database(path)
    const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").raw().all() as string[][]
    db.close()
    return rows.flat()
  }

  it('is made with its folder, in WAL mode with a synced commit', async () => {
    path = join(folder, 'new', 'deep', 'data.db')
    await (await open()).close()
    const connection = connect(path, 'write')
    expect(connection.sql('PRAGMA journal_mode').get([])).toEqual(['wal'])
    expect(connection.sql('PRAGMA synchronous').get([])).toEqual([2])
    connection.close()
  })

  it('holds everything itself after closing, so that a copy of it is a backup', async () => {
    const store = await open()
    await store.in(samples).insert(aSample('a'))
    await store.close()
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    const copy = join(folder, 'copy.db')
    writeFileSync(copy, readFileSync(path))
    const db = new Database(copy)
    expect(db.prepare('SELECT _id FROM samples').raw().all()).toEqual([['a']])
    db.close()
  })

  it('follows changed index declarations and keeps the documents', async () => {
    const before = collection<{ a: number; b: string }>()('things', { byA: ['a'], byB: ['b'] })
    let store = await open([before])
    await store.in(before).insertMany([{ _id: 'x', a: 1, b: 'q' }, { _id: 'y', a: 1, b: 'p' }])
    await store.close()
    expect(indexes()).toEqual(['things(a,_id)', 'things(b,_id)'])

    const after = collection<{ a: number; b: string }>()('things', { byA: ['a', 'b'], newestB: ['b'], alsoB: ['b'] })
    store = await open([after])
    expect(ids((await store.in(after).page('byA', { equals: { a: 1 }, limit: 9 })).docs)).toEqual(['y', 'x'])
    expect(ids((await store.in(after).page('alsoB', { limit: 9 })).docs)).toEqual(['y', 'x'])
    await store.close()
    expect(indexes()).toEqual(['things(a,b,_id)', 'things(b,_id)'])
  })

  it('gets a collection on its first use, also from a transaction that is undone', async () => {
    const late = collection<{ a: number }>()('late', { byA: ['a'] })
    const store = await open()
    await expect(store.transact(async tx => {
      await tx.in(late).insert({ _id: 'x', a: 1 })
      throw new Error('undone')
    })).rejects.toThrow('undone')
    await store.transact(tx => tx.in(late).insert({ _id: 'y', a: 2 }))
    expect(ids((await store.in(late).page('byA', { limit: 9 })).docs)).toEqual(['y'])
    await store.close()
    expect(indexes()).toContain('late(a,_id)')
  })

  it.each<[string, Record<string, string[]>]>([['a b', {}], ['x"; --', {}], ['', {}], ['ok', { by: ["a')"] }], ['ok', { by: ['a.b'] }], ['ok', { by: ['version'] }]])(
    'refuses the declaration %p %p', async (name, declared) => {
      await expect(open([{ name, indexes: declared }])).rejects.toThrow('not a')
    })

  it('refuses two declarations of one collection with different indexes', async () => {
    const store = await open()
    expect(() => store.in(collection<{ a: number }>()('samples', { byA: ['a'] }))).toThrow('declared twice')
    await store.close()
  })
})

describe('queries', () => {
  const requests: [string, AnyPageRequest][] = [
    ['byRank', { limit: 7 }], ['byRank', { limit: 7, range: { gte: 1, lt: 5 } }], ['byRank', { limit: 7, range: { gt: null } }],
    ['byOpenRank', { limit: 7 }], ['byOpenRank', { limit: 7, equals: { open: null } }], ['byOpenRank', { limit: 7, equals: { open: true }, range: { gt: 2 } }],
    ['byGroupOpenRankTitle', { limit: 7 }], ['byGroupOpenRankTitle', { limit: 7, equals: { group: 'g', open: true } }], ['byId', { limit: 7 }],
  ]

  it('read every page and count by seeking in the index: no table scan, no sorting', async () => {
    const store = await open()
    await store.in(samples).insertMany(Array.from({ length: 200 }, (_, i) => aSample(`d${i}`, { rank: i % 9 || null, open: [true, false, null][i % 3]!, title: `t${i % 4}` })))
    await store.close()
    const real = connect(path, 'read')
    const asked = new Map<string, unknown[]>()
    const noting: Connection = { ...real, sql: text => {
      const statement = real.sql(text)
      const note = <T>(run: (values: never[]) => T) => (values: unknown[]): T => (asked.set(text, values), run(values as never[]))
      return { run: statement.run, get: note(values => statement.get(values)), all: note(values => statement.all(values)) }
    } }
    const table = tableFor(samples)
    for (const order of ['asc', 'desc'] as const) {
      for (const [index, request] of requests) {
        let cursor: string | undefined
        do cursor = readPage(noting, table, index, { ...request, order, ...(cursor !== undefined && { cursor }) }).cursor
        while (cursor !== undefined)
        countDocs(noting, table, index, request.equals)
      }
    }
    expect(asked.size).toBeGreaterThan(40)
    for (const [text, values] of asked) {
      const plan = real.sql(`EXPLAIN QUERY PLAN ${text}`).all(values as never[]).map(row => String(row[3])).join('; ')
      expect({ text, plan }).toEqual({ text, plan: expect.stringMatching(/USING (COVERING )?INDEX/) })
      expect(plan).not.toContain('TEMP B-TREE')
    }
    real.close()
  })

  it('prepare each statement once', () => {
    const connection = connect(path, 'write')
    expect(connection.sql('SELECT 1')).toBe(connection.sql('SELECT 1'))
    connection.close()
  })
})

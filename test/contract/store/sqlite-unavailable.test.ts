import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStore, StoreUnavailable } from '../../../cloudfunctions/store/sqlite'
import { connect } from '../../../cloudfunctions/store/sqlite/connection'
import { createStore } from '../../../cloudfunctions/store/sqlite/store'
import { aSample, COLLECTIONS, fixedClock, samples } from '../../support/store/fixtures'

const clock = fixedClock()
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-unavailable-'))
  path = join(folder, 'data.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => openSqliteStore({ path, clock, collections: COLLECTIONS, patienceMs: 100 })

/** What the failed promise says; fails unless it is one line for people. */
async function unavailability(failing: Promise<unknown>): Promise<string> {
  const error = await failing.then(() => undefined, (failure: unknown) => failure)
  expect(error).toBeInstanceOf(StoreUnavailable)
  const { message } = error as StoreUnavailable
  expect(message).not.toContain('\n')
  return message
}

describe('an unusable file is one clear line', () => {
  it('says that the folder cannot be written', async () => {
    // A file where a folder should be: fails for root as well, whom permissions do not stop.
    writeFileSync(join(folder, 'not-a-folder'), '')
    path = join(folder, 'not-a-folder', 'data.db')
    expect(await unavailability(open())).toBe(`数据目录不可写：${join(folder, 'not-a-folder')}`)
  })

  it('says that the path cannot be opened as a database', async () => {
    mkdirSync(path)
    expect(await unavailability(open())).toBe(`数据库文件打不开：${path}`)
  })

  it('says that a file is no database', async () => {
    writeFileSync(path, '这不是数据库'.repeat(1000))
    expect(await unavailability(open())).toBe(`数据库文件已损坏：${path}`)
  })

  it('says that a file is damaged, also when that shows only on reading', async () => {
    const store = await open()
    await store.in(samples).insertMany(Array.from({ length: 500 }, (_, i) => aSample(`d${i}`, { detail: 'x'.repeat(300) })))
    await store.close()
    const bytes = readFileSync(path)
    bytes.fill(0xab, 4096 * 3)
    writeFileSync(path, bytes)
    const damaged = open().then(async opened => {
      try {
        for (let i = 0; i < 500; i++) await opened.in(samples).get(`d${i}`)
      } finally {
        await opened.close().catch(() => undefined)
      }
    })
    expect(await unavailability(damaged)).toBe(`数据库文件已损坏：${path}`)
  })

  it('says that another program keeps the file to itself', async () => {
    const other = new Database(path)
    other.exec('PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE t (x); BEGIN EXCLUSIVE')
    expect(await unavailability(open())).toBe(`数据库正被其他程序占用：${path}`)
    other.exec('ROLLBACK')
    other.close()
  })

  it('says that writing takes too long, undoes nothing else, and goes on once the file is free', async () => {
    const store = await open()
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    expect(await unavailability(store.in(samples).insert(aSample('a')))).toBe(`数据库正被其他程序占用：${path}`)
    expect(await unavailability(store.transact(tx => tx.in(samples).insert(aSample('a'))))).toBe(`数据库正被其他程序占用：${path}`)
    expect(await store.in(samples).get('a')).toBeNull()
    const waiting = store.in(samples).insert(aSample('b'))
    other.exec('ROLLBACK')
    expect(await waiting).toBe('inserted')
    other.close()
    await store.close()
  })

  it('opens an up-to-date file while another process is writing', async () => {
    await (await open()).close()
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    const store = await open()
    expect(await store.in(samples).get('a')).toBeNull()
    other.exec('ROLLBACK')
    other.close()
    await store.close()
  })

  it('fails the whole transaction when the disk is full, whatever the work catches', async () => {
    const [writing, reading] = [connect(path, 'write'), connect(path, 'read')]
    const store = await createStore({ path, clock, collections: COLLECTIONS, patienceMs: 100, writing, reading })
    const pages = writing.sql('PRAGMA page_count').get([])![0]
    writing.exec(`PRAGMA max_page_count = ${Number(pages) + 3}`)
    const large = aSample('large', { detail: 'x'.repeat(100_000) })
    expect(await unavailability(store.in(samples).insert(large))).toBe(`磁盘空间不足，无法写入数据库：${path}`)
    const transaction = store.transact(async tx => {
      await tx.in(samples).insert(aSample('small'))
      await tx.in(samples).insert(large).catch(() => undefined)
      await tx.in(samples).insert(aSample('after')).catch(() => undefined)
    })
    expect(await unavailability(transaction)).toBe(`磁盘空间不足，无法写入数据库：${path}`)
    for (const id of ['small', 'large', 'after']) expect(await store.in(samples).get(id)).toBeNull()
    expect(await store.in(samples).insert(aSample('small'))).toBe('inserted')
    await store.close()
  })
})

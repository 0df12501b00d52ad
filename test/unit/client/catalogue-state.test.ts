import { ClientError } from '@/api/failure'
import { AppError } from '@contract/errors'
import { rowsOf } from '@contract/policies/rows'
import { slimOf } from '@/stores/catalogue/chunks'
import { memoryBox } from '@/stores/catalogue/memory-box'
import { realPolicies } from '../../support/catalogue/generate'
import { NOON, phoneCatalogue, readable } from './helpers'
import { ModelServer } from './model-server'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

const offline = () => Promise.reject(new ClientError('OFFLINE'))
function serverWith(...ids: string[]): ModelServer {
  const server = new ModelServer(2)
  for (const id of ids) server.publish(id)
  return server
}

describe('the catalogue on the phone', () => {
  it('is usable from the stored copy while the sync runs, and when it fails', async () => {
    const server = serverWith('p1', 'p2')
    const files = new Map<string, string>()
    await phoneCatalogue(files, server).sync()
    let fail: (thrown: unknown) => void = () => undefined
    const catalogue = phoneCatalogue(files, server, { fetchPage: () => new Promise((_, reject) => { fail = reject }) })
    const syncing = catalogue.sync()
    await catalogue.open()
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    expect(catalogue.store.getState()).toMatchObject({ status: { source: 'stored', syncing: true }, rows: [{ policyId: 'p1' }, { policyId: 'p2' }] })
    fail(new ClientError('TIMEOUT'))
    await syncing
    expect(catalogue.store.getState().status).toMatchObject({ source: 'stored', syncing: false, offline: false, unreachable: true, problem: null })
  })

  it('continues a first sync where it was, over several launches', async () => {
    const server = serverWith('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7')
    const files = new Map<string, string>()
    const sinces: number[] = []
    for (let launch = 0; launch < 3; launch += 1) {
      let pages = 1
      server.asked = []
      await phoneCatalogue(files, server, { fetchPage: (position) => (pages-- > 0 ? server.fetchPage(position) : offline()) }).sync()
      sinces.push(server.asked[0]!.since)
    }
    expect(sinces).toEqual([0, 2, 4])
    const catalogue = phoneCatalogue(files, server)
    await catalogue.sync()
    expect(await readable(catalogue)).toEqual(server.published())
  })

  it('asks only for what changed', async () => {
    const server = serverWith('p1', 'p2', 'p3')
    const files = new Map<string, string>()
    const catalogue = phoneCatalogue(files, server)
    await catalogue.sync()
    server.asked = []
    server.publish('p2')
    await catalogue.sync()
    expect(server.asked).toEqual([{ since: 3, mark: 'm1' }])
  })

  it('writes nothing when nothing changed, and keeps rows and edition as they are', async () => {
    const server = serverWith('p1', 'p2')
    const files = new Map<string, string>()
    await phoneCatalogue(files, server).sync()
    let writes = 0
    const box = memoryBox(files)
    const catalogue = phoneCatalogue(files, server, { box: { ...box, write: (name, text) => { writes += 1; return box.write(name, text) } } })
    await catalogue.open()
    const { rows, edition } = catalogue.store.getState()
    await catalogue.sync()
    expect(writes).toBe(0)
    expect(catalogue.store.getState().rows).toBe(rows)
    expect(catalogue.store.getState().edition).toBe(edition)
  })

  it('keeps the row objects of what did not change, and counts a change that no list shows', async () => {
    const server = serverWith('p1', 'p2', 'p3')
    const catalogue = phoneCatalogue(new Map(), server)
    await catalogue.sync()
    const before = catalogue.store.getState()
    server.publish('p2')
    await catalogue.sync()
    const after = catalogue.store.getState()
    const row = (state: typeof before, id: string) => state.rows!.find(({ policyId }) => policyId === id)
    expect(row(after, 'p1')).toBe(row(before, 'p1'))
    expect(row(after, 'p2')).not.toBe(row(before, 'p2'))
    expect(after.edition).toBe(before.edition + 1)
  })

  it('tells rows and end of sync in one update', async () => {
    const catalogue = phoneCatalogue(new Map(), serverWith('p1', 'p2', 'p3'))
    const seen: string[] = []
    catalogue.store.subscribe(({ rows, status }, before) => {
      if (rows !== before.rows) seen.push(`${rows?.length ?? 'none'} ${status.source} ${status.syncing}`)
    })
    await catalogue.sync()
    expect(seen).toEqual(['3 fresh false'])
  })

  it('joins a sync under way', async () => {
    const server = serverWith('p1')
    const catalogue = phoneCatalogue(new Map(), server)
    await Promise.all([catalogue.sync(), catalogue.sync(), catalogue.sync()])
    expect(server.asked).toHaveLength(1)
  })

  it('judges its rows anew when the day changes, and only what changed is new', async () => {
    let now = NOON
    const server = serverWith('p1')
    server.publish('p2', { validUntil: '2026-11-24' })
    const catalogue = phoneCatalogue(new Map(), server, { now: () => now })
    await catalogue.sync()
    const before = catalogue.store.getState()
    expect(before.rows![1]!.validity).toBe('expiringSoon')
    catalogue.checkDay()
    expect(catalogue.store.getState()).toBe(before)
    now = Date.parse('2026-11-25T00:00:01+08:00')
    catalogue.checkDay()
    const after = catalogue.store.getState()
    expect(after).toMatchObject({ day: '2026-11-25' })
    expect(after.rows![1]!.validity).toBe('expired')
    expect(after.rows![0]).toBe(before.rows![0])
  })

  it('replaces everything when the server has another database, and not before that is complete', async () => {
    const server = serverWith('p1', 'p2', 'p3')
    const files = new Map<string, string>()
    const catalogue = phoneCatalogue(files, server)
    await catalogue.sync()
    const old = server.published()
    server.replaceDatabase(['p3', 'p7', 'p8', 'p9', 'p10'])
    let pages = 2
    const other = phoneCatalogue(files, server, { fetchPage: (position) => (pages-- > 0 ? server.fetchPage(position) : offline()) })
    await other.sync()
    expect(await readable(other)).toEqual(old)
    await catalogue.sync()
    expect(await readable(phoneCatalogue(files, server))).toEqual(server.published())
  })

  it('gives up on a server that makes no sense', async () => {
    const server = serverWith('p1', 'p2', 'p3')
    for (const nonsense of [{ reset: true }, { next: 0, head: 9 }]) {
      let asked = 0
      const catalogue = phoneCatalogue(new Map(), server, {
        fetchPage: async () => { asked += 1; return { ...(await server.fetchPage({ since: 0, mark: null })), head: 99, ...nonsense } },
      })
      await catalogue.sync()
      expect(asked).toBeLessThan(10)
      expect(catalogue.store.getState().status).toMatchObject({ syncing: false, problem: { kind: 'failed' } })
    }
  })

  it('gives a policy from the server when the copy has none of it', async () => {
    const server = serverWith('p1')
    const catalogue = phoneCatalogue(new Map(), server, { fetchPolicy: () => Promise.reject(new AppError('NOT_FOUND')) })
    await catalogue.sync()
    await expect(catalogue.getPolicy('p9')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

it('the slim copy of every real policy gives the same rows as the whole, on any day', () => {
  for (const policy of realPolicies()) {
    const slim = slimOf({ policy, seq: 1, titlePinyin: '', itemPinyin: [] }).policy
    for (const day of ['2020-01-01', '2026-11-24', '2026-12-31', '2027-01-01', '2031-06-30']) expect(rowsOf(slim, day)).toEqual(rowsOf(policy, day))
  }
})

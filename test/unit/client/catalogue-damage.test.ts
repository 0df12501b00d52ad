import { ClientError } from '@/api/failure'
import { StorageFullError } from '@/stores/catalogue/file-box'
import { memoryBox } from '@/stores/catalogue/memory-box'
import { afterRestart, phoneCatalogue, readable } from './helpers'
import { ModelServer } from './model-server'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

const offline = () => Promise.reject(new ClientError('OFFLINE'))

async function stored(): Promise<{ server: ModelServer; files: Map<string, string> }> {
  const server = new ModelServer(2)
  for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) server.publish(id)
  const files = new Map<string, string>()
  await phoneCatalogue(files, server).sync()
  return { server, files }
}
const namesOf = (files: Map<string, string>, part: string) => [...files.keys()].filter((name) => name.includes(part))

const BREAKS: [string, (files: Map<string, string>) => void][] = [
  ['a lost list file', (files) => { files.delete(namesOf(files, '.slim')[1]!) }],
  ['a list file cut short', (files) => { const name = namesOf(files, '.slim')[0]!; files.set(name, files.get(name)!.slice(0, -9)) }],
  ['list files swapped', (files) => { const [a, b] = namesOf(files, '.slim') as [string, string]; const text = files.get(a)!; files.set(a, files.get(b)!); files.set(b, text) }],
  ['garbage in a list file', (files) => { const name = namesOf(files, '.slim')[0]!; files.set(name, 'x'.repeat(files.get(name)!.length)) }],
  ['both manifests spoilt', (files) => { for (const name of namesOf(files, 'manifest')) files.set(name, files.get(name)!.replace('since', 'sinse')) }],
  ['empty manifests', (files) => { for (const name of namesOf(files, 'manifest')) files.set(name, '') }],
]

describe('a damaged copy', () => {
  it.each(BREAKS)('(%s) is noticed, said, and fetched anew', async (_what, spoil) => {
    const { server, files } = await stored()
    spoil(files)
    const catalogue = phoneCatalogue(files, server)
    await catalogue.open()
    expect(catalogue.store.getState()).toMatchObject({ rows: null, status: { source: 'none', problem: { kind: 'damaged' } } })
    server.asked = []
    await catalogue.sync()
    expect(server.asked[0]).toEqual({ since: 0, mark: null })
    expect(catalogue.store.getState().status).toMatchObject({ source: 'fresh', problem: null })
    expect(await readable(catalogue)).toEqual(server.published())
    expect(await afterRestart(files, server)).toEqual(server.published())
  })

  it('does not come back after it was mended', async () => {
    const { server, files } = await stored()
    for (let n = 0; n < 5; n += 1) { server.publish('p1'); await phoneCatalogue(files, server).sync() }
    BREAKS[0]![1](files)
    const onePage = new ModelServer(50)
    onePage.publish('p1')
    await phoneCatalogue(files, onePage).sync()
    expect(await afterRestart(files, onePage)).toEqual(onePage.published())
  })

  it('stays said while there is no network', async () => {
    const { server, files } = await stored()
    BREAKS[0]![1](files)
    const catalogue = phoneCatalogue(files, server, { fetchPage: offline })
    await catalogue.sync()
    expect(catalogue.store.getState().status).toMatchObject({ source: 'none', unreachable: true, problem: { kind: 'damaged' } })
  })

  it('of a detail file keeps the lists, gives that policy from the server and mends itself', async () => {
    const { server, files } = await stored()
    for (const name of namesOf(files, '.full')) files.set(name, '{')
    let open = true
    const catalogue = phoneCatalogue(files, server, {
      fetchPage: (position) => (open ? server.fetchPage(position) : offline()),
      fetchPolicy: async (policyId) => ({ policy: server.published()[policyId]!, seq: 1, titlePinyin: '', itemPinyin: [] }),
    })
    await catalogue.open()
    open = false
    expect((await catalogue.getPolicy('p3')).from).toBe('server')
    await catalogue.sync()
    expect(catalogue.store.getState()).toMatchObject({ status: { source: 'stored', problem: { kind: 'damaged' } } })
    expect(catalogue.store.getState().rows).toHaveLength(5)
    open = true
    await catalogue.sync()
    expect(catalogue.store.getState().status.problem).toBeNull()
    expect(await catalogue.getPolicy('p3')).toEqual({ policy: server.published().p3, from: 'phone' })
    expect(await afterRestart(files, server)).toEqual(server.published())
  })

  it('of staged pages costs only those pages', async () => {
    const server = new ModelServer(2)
    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) server.publish(id)
    const files = new Map<string, string>()
    let pages = 2
    await phoneCatalogue(files, server, { fetchPage: (position) => (pages-- > 0 ? server.fetchPage(position) : offline()) }).sync()
    files.delete(namesOf(files, '.slim')[0]!)
    const catalogue = phoneCatalogue(files, server)
    await catalogue.sync()
    expect(catalogue.store.getState().status).toMatchObject({ source: 'fresh', problem: null })
    expect(await readable(catalogue)).toEqual(server.published())
  })
})

describe('a full phone', () => {
  it('keeps the old catalogue, says so, gives room back, and goes on when there is room', async () => {
    const { server, files } = await stored()
    const old = server.published()
    for (const id of ['p1', 'p6', 'p7', 'p8', 'p9']) server.publish(id)
    for (let room = 0; room < 8; room += 1) {
      const before = files.size
      let left = room
      const box = memoryBox(files)
      const catalogue = phoneCatalogue(files, server, {
        box: { ...box, write: (name, text) => (left-- > 0 ? box.write(name, text) : Promise.reject(new StorageFullError())) },
      })
      await catalogue.sync()
      expect(catalogue.store.getState().status).toMatchObject({ source: 'stored', syncing: false, problem: { kind: 'storageFull' } })
      expect(await readable(catalogue)).toEqual(old)
      expect(files.size).toBeLessThanOrEqual(Math.max(before, 8))
      expect(await afterRestart(files, server)).toEqual(old)
    }
    const catalogue = phoneCatalogue(files, server)
    await catalogue.sync()
    expect(await readable(catalogue)).toEqual(server.published())
  })
})

import fc from 'fast-check'
import { crashingBox, type Crash } from './crashing-box'
import { afterRestart, phoneCatalogue, readable } from './helpers'
import { ModelServer } from './model-server'
import { SEED } from './seed'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

const CRASHES: Crash[] = ['nothing', 'half', 'all']
const IDS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']

/** Seven policies stored, then most of them changed: the next sync takes three pages. */
async function stored(): Promise<{ server: ModelServer; files: Map<string, string> }> {
  const server = new ModelServer()
  for (const id of IDS) server.publish(id)
  const files = new Map<string, string>()
  await phoneCatalogue(files, server).sync()
  server.withdraw('p1')
  for (const id of ['p2', 'p3', 'p4', 'p5', 'p8', 'p9']) server.publish(id)
  return { server, files }
}

describe('a crash while the catalogue syncs', () => {
  it.each(CRASHES)('at any change leaves the old or the new catalogue, with %s of the fatal change done', async (crash) => {
    let at = 0
    for (let died = true; died; at += 1) {
      const { server, files } = await stored()
      const old = await afterRestart(files, server)
      const box = crashingBox(files, at, crash)
      const catalogue = phoneCatalogue(files, server, { box })
      await catalogue.sync()
      died = box.changes() === at
      const left = await afterRestart(files, server)
      expect([old, server.published()]).toContainEqual(left)
      const mended = phoneCatalogue(files, server)
      await mended.sync()
      expect(await readable(mended)).toEqual(server.published())
    }
    // Three pages of three writes each, and removals: every one was tried.
    expect(at).toBeGreaterThan(9)
  })

  it.each(CRASHES)('at any change of a first sync leaves none or the new one, with %s done', async (crash) => {
    for (let at = 0; at < 12; at += 1) {
      const server = new ModelServer()
      for (const id of IDS) server.publish(id)
      const files = new Map<string, string>()
      await phoneCatalogue(files, server, { box: crashingBox(files, at, crash) }).sync()
      expect([null, server.published()]).toContainEqual(await afterRestart(files, server))
    }
  })

  it('leaves no file behind that nothing refers to', async () => {
    for (let at = 0; at < 14; at += 1) {
      const { server, files } = await stored()
      await phoneCatalogue(files, server, { box: crashingBox(files, at, 'all') }).sync()
      const catalogue = phoneCatalogue(files, server)
      await catalogue.sync()
      await phoneCatalogue(files, server).open()
      const manifests = [...files.entries()].filter(([name]) => name.startsWith('manifest-'))
      for (const name of files.keys()) {
        if (name.startsWith('manifest-')) continue
        expect(manifests.some(([, text]) => text.includes(`"${name.split('.')[0]}"`))).toBe(true)
      }
    }
  })
})

type Step =
  | { kind: 'publish'; id: string }
  | { kind: 'withdraw'; id: string }
  | { kind: 'replaceDatabase'; ids: string[] }
  | { kind: 'sync' }
  | { kind: 'crash'; at: number; crash: Crash }
  | { kind: 'lose'; pages: number }

const id = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('publish' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replaceDatabase' as const), ids: fc.uniqueArray(id, { maxLength: 8 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'sync' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('crash' as const), at: fc.nat(20), crash: fc.constantFrom(...CRASHES) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), pages: fc.nat(3) }) },
)

it(`after any changes, crashes and lost connections the phone never shows a mix and ends where the server is (seed ${SEED})`, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const server = new ModelServer(2)
    const files = new Map<string, string>()
    let shown = await afterRestart(files, server)
    for (const one of steps) {
      if (one.kind === 'publish') server.publish(one.id)
      else if (one.kind === 'withdraw') server.withdraw(one.id)
      else if (one.kind === 'replaceDatabase') server.replaceDatabase(one.ids)
      else if (one.kind === 'sync') await phoneCatalogue(files, server).sync()
      else if (one.kind === 'crash') await phoneCatalogue(files, server, { box: crashingBox(files, one.at, one.crash) }).sync()
      else {
        let left = one.pages
        await phoneCatalogue(files, server, {
          fetchPage: (position) => (left-- > 0 ? server.fetchPage(position) : Promise.reject(new Error('lost'))),
        }).sync()
      }
      const now = await afterRestart(files, server)
      expect([shown, server.published()]).toContainEqual(now)
      shown = now
    }
    const last = phoneCatalogue(files, server)
    await last.sync()
    expect(last.store.getState().status).toMatchObject({ source: 'fresh', problem: null, syncing: false })
    expect(await readable(last)).toEqual(server.published())
  }), { numRuns: 150, seed: SEED })
})

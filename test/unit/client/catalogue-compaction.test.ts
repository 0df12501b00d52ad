import { memoryBox } from '@/stores/catalogue/memory-box'
import { crashingBox } from './crashing-box'
import { afterRestart, phoneCatalogue, readable } from './helpers'
import { ModelServer } from './model-server'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

/** A year of small changes, a sync after each: the next sync is the one that tidies up. */
async function oftenSynced(syncs: number): Promise<{ server: ModelServer; files: Map<string, string> }> {
  const server = new ModelServer(50)
  for (let n = 0; n < 20; n += 1) server.publish(`p${n}`)
  const files = new Map<string, string>()
  await phoneCatalogue(files, server).sync()
  for (let n = 0; n < syncs; n += 1) {
    if (n % 5 === 4) server.withdraw(`p${n % 20}`)
    else server.publish(`p${n % 20}`)
    await phoneCatalogue(files, server).sync()
  }
  return { server, files }
}

describe('tidying up the catalogue files', () => {
  it('keeps their number small over many small syncs, and the content as it is', async () => {
    const { server, files } = await oftenSynced(120)
    // Pairs of chunk files and two manifests.
    expect(files.size).toBeLessThanOrEqual(2 * 18 + 2)
    expect(await afterRestart(files, server)).toEqual(server.published())
  })

  it('may crash at any change', async () => {
    const { server, files: prepared } = await oftenSynced(15)
    const before = await afterRestart(new Map(prepared), server)
    server.publish('p0')
    for (const crash of ['nothing', 'half', 'all'] as const) {
      for (let at = 0, died = true; died; at += 1) {
        const files = new Map(prepared)
        const box = crashingBox(files, at, crash)
        await phoneCatalogue(files, server, { box }).sync()
        died = box.changes() === at
        expect([before, server.published()]).toContainEqual(await afterRestart(files, server))
        const mended = phoneCatalogue(files, server)
        await mended.sync()
        expect(await readable(mended)).toEqual(server.published())
      }
    }
  })

  it('serves a policy that is being read while its file is swapped', async () => {
    const { server, files } = await oftenSynced(15)
    const box = memoryBox(files)
    let letRead: () => void = () => undefined
    const gate = new Promise<void>((resolve) => { letRead = resolve })
    let slow = false
    const catalogue = phoneCatalogue(files, server, {
      box: { ...box, read: async (name) => { if (slow && name.includes('.full')) { slow = false; await gate } return box.read(name) } },
    })
    await catalogue.open()
    const before = files.size
    server.publish('p0')
    slow = true
    const reading = catalogue.getPolicy('p1')
    // The sync tidies up: the file that is about to be read is gone.
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    await catalogue.sync()
    expect(files.size).toBeLessThan(before)
    letRead()
    expect(await reading).toEqual({ from: 'phone', policy: server.published().p1 })
    expect(catalogue.store.getState().status.problem).toBeNull()
  })
})

import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '../../../cloudfunctions/store/port'
import type { StoreAdapter } from '../../support/store/adapter'
import { bundleChild, startChild, type Child } from '../../support/store/child'
import { COLLECTIONS, counters, everyPage, fixedClock, samples } from '../../support/store/fixtures'
import { withSeed, type Random } from '../../support/store/random'

const ROUNDS = 16 // every second one kills two processes: 24 kills

/** SIGKILL in the middle of writing: what was acknowledged is there, transactions are whole, the data is sound. */
export function crashContract(adapter: StoreAdapter): void {
  const ifProcesses = adapter.module === undefined ? describe.skip : describe
  ifProcesses('killed while writing', () => {
    it('loses nothing acknowledged and leaves no half transaction', () => withSeed(async random => {
      const place = await adapter.newPlace()
      const bundle = await bundleChild(adapter.module!, resolve(__dirname, '../../support/store/crashing-child.ts'))
      const acknowledged: string[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const writers = [startChild(bundle, place, `${round}a`)]
        if (round % 2 === 1) writers.push(startChild(bundle, place, `${round}b`))
        try {
          await killOneByOne(writers, random)
        } finally {
          for (const writer of writers) writer.kill()
        }
        for (const writer of writers) expect(await writer.ended).toEqual({ code: null, signal: 'SIGKILL', errors: '' })
        acknowledged.push(...writers.flatMap(writer => writer.lines))
        const store = await adapter.open(place, { clock: fixedClock(), collections: COLLECTIONS })
        await expectWhole(store, acknowledged)
        await store.close()
        await adapter.checkSound?.(place)
      }
      await adapter.removePlace(place)
      bundle.remove()
    }), 60_000)
  })
}

/** Kills at a random moment; whoever is left must be able to go on. */
async function killOneByOne(writers: Child[], random: Random): Promise<void> {
  await Promise.all(writers.map(writer => writer.printed(1)))
  for (const writer of writers) {
    await writer.printed(writer.lines.length + 1 + random(40))
    for (let turns = random(30); turns > 0; turns--) await nextTurn()
    writer.kill()
  }
}

async function expectWhole(store: Store, acknowledged: string[]): Promise<void> {
  const stored = new Set((await everyPage(store, 'byId', { limit: 1000 })).map(doc => doc._id))
  const wanted = acknowledged.flatMap(line => {
    const [kind, id] = line.split(' ') as [string, string]
    return kind === 'one' ? [id] : kind === 'pair' ? [`${id}:left`, `${id}:right`] : []
  })
  expect(wanted.filter(id => !stored.has(id))).toEqual([])

  const [lefts, rights] = (['left', 'right'] as const).map(side => [...stored].filter(id => id.endsWith(side)).map(id => id.slice(0, -side.length)).sort())
  expect(lefts).toEqual(rights)
  for (const side of ['left', 'right']) expect(await store.in(counters).get(side)).toMatchObject({ value: lefts!.length })
  for (const group of ['left', 'right']) expect(await store.in(samples).count('byGroup', { group })).toBe(lefts!.length)

  const counts = acknowledged.filter(line => line.startsWith('count ')).map(line => Number(line.slice(6)))
  expect(new Set(counts).size).toBe(counts.length)
  const single = (await store.in(counters).get('single'))!
  expect(single.value).toBeGreaterThanOrEqual(Math.max(0, ...counts))
  expect(single.version).toBe(single.value + 1)
}

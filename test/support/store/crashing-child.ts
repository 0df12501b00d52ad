import { systemClock } from '../../../cloudfunctions/kernel/clock'
import type { Store } from '../../../cloudfunctions/store/port'
import type { StoreAdapter } from './adapter'
import { aSample, COLLECTIONS, counters, samples } from './fixtures'

/** Writes in three loops at once until it is killed and prints a line after each acknowledged write. */
export default async function run(open: StoreAdapter['open'], place: string, name: string): Promise<void> {
  const store = await open(place, { clock: systemClock, collections: COLLECTIONS })
  await store.in(counters).insertMany(['single', 'left', 'right'].map(_id => ({ _id, value: 0 })))
  // Writing to a pipe is synchronous on Linux, so a printed line is out before the next write begins.
  const acknowledge = (line: string): void => void process.stdout.write(`${line}\n`)
  await Promise.all([insertOneByOne(store, name, acknowledge), insertPairs(store, name, acknowledge), count(store, acknowledge)])
}

async function insertOneByOne(store: Store, name: string, acknowledge: (line: string) => void): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${name}:one:${n}`
    if (await store.in(samples).insert(aSample(id, { group: 'one', rank: n, detail: '企业诉求'.repeat(n % 400) })) === 'inserted') acknowledge(`one ${id}`)
  }
}

/** Each transaction inserts two documents and raises two counters: all four happen or none. */
async function insertPairs(store: Store, name: string, acknowledge: (line: string) => void): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${name}:pair:${n}`
    await store.transact(async tx => {
      await tx.in(samples).insert(aSample(`${id}:left`, { group: 'left', rank: n }))
      for (const side of ['left', 'right']) {
        const counter = (await tx.in(counters).get(side))!
        await tx.in(counters).replace({ _id: side, value: counter.value + 1 }, counter.version)
      }
      await tx.in(samples).insert(aSample(`${id}:right`, { group: 'right', rank: n }))
    })
    acknowledge(`pair ${id}`)
  }
}

async function count(store: Store, acknowledge: (line: string) => void): Promise<never> {
  for (;;) {
    const { value, version } = (await store.in(counters).get('single'))!
    if (await store.in(counters).replace({ _id: 'single', value: value + 1 }, version) === 'replaced') acknowledge(`count ${value + 1}`)
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../../cloudfunctions/kernel/clock'
import { collection, type Store } from '../../../cloudfunctions/store/port'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import { row, type BenchRow } from '../row'

interface Note { kind: string; rank: number; text: string }
const notes = collection<Note>()('notes', { byKind: ['kind', 'rank'] })

const SMALL = 1_000
const LARGE = 50_000
const READS = 400
// About as much text as a policy has.
const TEXT = '惠企政策'.repeat(300)

/** The SQLite store: what a page costs as the store grows, and what a durable write costs beside a read. */
export async function run(): Promise<BenchRow[]> {
  const small = await filled(SMALL)
  const large = await filled(LARGE)
  try {
    // Taken in turns, so that both meet the same machine.
    const pages: [number, number][] = []
    for (let n = 0; n < READS; n++) pages.push([await timed(() => pageOf(small.store, n)), await timed(() => pageOf(large.store, n))])
    const get = median(await times(READS, (n) => large.store.in(notes).get(`n${n * 7}`)))
    const insert = median(await times(READS, (n) => large.store.in(notes).insert({ _id: `new${n}`, kind: 'new', rank: n, text: TEXT })))
    return [
      row('store.page-growth', median(pages.map(([, l]) => l)) / median(pages.map(([s]) => s)), `× (${LARGE} documents against ${SMALL})`, { max: 1.5 }),
      row('store.get', get * 1000, 'µs'),
      row('store.insert-durable', insert * 1000, 'µs'),
    ]
  } finally {
    await small.remove()
    await large.remove()
  }
}

async function filled(count: number): Promise<{ store: Store; remove(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-bench-'))
  const store = await openSqliteStore({ path: path.join(folder, 'bench.sqlite'), clock: systemClock, collections: [notes] })
  for (let from = 0; from < count; from += 1000) {
    await store.in(notes).insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: `n${from + n}`, kind: `k${n % 10}`, rank: from + n, text: TEXT })))
  }
  return { store, async remove() { await store.close(); rmSync(folder, { recursive: true, force: true }) } }
}

const pageOf = (store: Store, n: number) => store.in(notes).page('byKind', { equals: { kind: `k${n % 10}` }, range: { gte: n % 500 }, limit: 20 })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function times(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < count; n++) taken.push(await timed(() => work(n)))
  return taken
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

import { collection, type IndexOf, type PageRequest, type Store, type Stored } from '../../../cloudfunctions/store/port'
import type { OpenOptions, StoreAdapter } from './adapter'

/** A document with one field of each kind the store sorts by, and free content. */
export interface Sample {
  group: string
  rank: number | null
  title: string | null
  open: boolean | null
  detail?: unknown
}

export const samples = collection<Sample>()('samples', {
  byId: [],
  byRank: ['rank'],
  byTitle: ['title'],
  byOpenRank: ['open', 'rank'],
  byGroup: ['group'],
  byGroupRank: ['group', 'rank'],
  byGroupTitle: ['group', 'title'],
  byGroupOpenRankTitle: ['group', 'open', 'rank', 'title'],
})
export type SampleIndex = IndexOf<typeof samples>
export type SampleRequest<I extends SampleIndex = SampleIndex> = PageRequest<typeof samples, I>

export const counters = collection<{ value: number }>()('counters', {})
export const COLLECTIONS = [samples, counters] as const

/** A sample that differs from the others only in what is given. */
export const aSample = (_id: string, fields: Partial<Sample> = {}): Sample & { _id: string } =>
  ({ _id, group: 'g', rank: 0, title: '', open: false, ...fields })

/** A clock that stands still until told to go on. */
export function fixedClock(instant = '2026-11-02T08:00:00.000Z') {
  let now = Date.parse(instant)
  return {
    now: () => now,
    /** @returns the new instant in ISO 8601 */
    forward(ms: number): string {
      now += ms
      return new Date(now).toISOString()
    },
  }
}

/** All pages one after the other. Stops with an error rather than going round for ever. */
export async function everyPage<I extends SampleIndex>(
  store: Store, index: I, request: PageRequest<typeof samples, I>, between?: (page: Stored<Sample>[]) => Promise<void>,
): Promise<Stored<Sample>[]> {
  const all: Stored<Sample>[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 20_000; pages++) {
    const page = await store.in(samples).page(index, cursor === undefined ? request : { ...request, cursor })
    all.push(...page.docs)
    if (page.cursor === undefined) return all
    cursor = page.cursor
    await between?.(page.docs)
  }
  throw new Error('the pages do not end')
}

export const ids = (docs: { _id: string }[]): string[] => docs.map(doc => doc._id)

/** Gives each test a store on a place of its own and clears away after it. Call inside `describe`. */
export function useStore(adapter: StoreAdapter) {
  const context = {} as {
    store: Store
    place: string
    clock: ReturnType<typeof fixedClock>
    options: OpenOptions
    /** One more store on the same place, as another server would have. */
    openAnother(): Promise<Store>
  }
  let others: Store[] = []
  beforeEach(async () => {
    others = []
    context.clock = fixedClock()
    context.options = { clock: context.clock, collections: COLLECTIONS }
    context.place = await adapter.newPlace()
    context.store = await adapter.open(context.place, context.options)
    context.openAnother = async () => {
      const another = await adapter.open(context.place, context.options)
      others.push(another)
      return another
    }
  })
  afterEach(async () => {
    for (const store of [context.store, ...others]) await store.close()
    await adapter.removePlace(context.place)
  })
  return context
}

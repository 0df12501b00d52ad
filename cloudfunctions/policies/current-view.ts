import { rowsOf, type ItemRow } from '../contract/policies/rows'
import { today } from '../kernel/clock'
import type { Context } from '../kernel/pipeline'
import type { Store } from '../store/port'
import { readHead } from './catalogue-entry'
import { CatalogueView } from './catalogue-view'
import { catalogueMarks, policies, type CatalogueHead } from './collections'

const READ_AT_ONCE = 500

/**
 * Calls that come within this many milliseconds share one read of the head: under load that read would be a third of
 * what a call costs. This process's own changes show at once all the same, see `forgetHead`.
 */
const HEAD_SHARED_MS = 1

interface Loaded { head: CatalogueHead; byPolicy: ReadonlyMap<string, ItemRow[]>; view: CatalogueView }
interface Cache { loaded?: Loaded; loading?: Promise<Loaded> | undefined; head?: { read: Promise<CatalogueHead>; at: number } | undefined }

// One a store: a process serves one, a test many. What is kept is only ever what the store says too.
const caches = new WeakMap<Store, Cache>()

function cacheOf(store: Store): Cache {
  let cache = caches.get(store)
  if (!cache) caches.set(store, (cache = {}))
  return cache
}

/** To be called after a change: the next call reads the head again. */
export const forgetHead = (store: Store): void => {
  cacheOf(store).head = undefined
}

/** The catalogue as of now. Costs one small read when nothing changed since the last call, else reads what changed. */
export async function currentView({ store, clock }: Pick<Context, 'store' | 'clock'>): Promise<CatalogueView> {
  const cache = cacheOf(store)
  for (;;) {
    const head = await sharedHead(store, cache)
    const day = today(clock)
    const { loaded, loading } = cache
    if (loaded && loaded.head.mark === head.mark && loaded.view.day === day) return loaded.view
    if (loading) {
      // Callers that come while it loads wait for that one load, then look again.
      await loading
      continue
    }
    cache.loading = load(store, head, day, loaded)
    try {
      cache.loaded = await cache.loading
    } finally {
      cache.loading = undefined
    }
    return cache.loaded.view
  }
}

async function sharedHead(store: Store, cache: Cache): Promise<CatalogueHead> {
  // Not the injected clock: this is no fact of the domain, and a clock that stands still must not keep the head for ever.
  const at = performance.now()
  if (!cache.head || at - cache.head.at >= HEAD_SHARED_MS) {
    const read = readHead(store)
    cache.head = { read, at }
    // A failed read is not shared with those who come later.
    read.catch(() => { if (cache.head?.read === read) cache.head = undefined })
  }
  return cache.head.read
}

async function load(store: Store, head: CatalogueHead, day: string, before: Loaded | undefined): Promise<Loaded> {
  const carryOn = before && before.view.day === day && (await isKnown(store, before.head))
  const byPolicy = new Map(carryOn ? before.byPolicy : [])
  let cursor: string | undefined
  do {
    // No upper bound: what is published meanwhile may as well show; it is read again after the head that counts it.
    const page = await store.in(policies).page('bySeq', {
      range: { gt: carryOn ? before.head.seq : 0 }, limit: READ_AT_ONCE, ...(cursor && { cursor }),
    })
    for (const { _id, state, policy } of page.docs) {
      if (state === 'published') byPolicy.set(_id, rowsOf(policy, day))
      else byPolicy.delete(_id)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return { head, byPolicy, view: new CatalogueView([...byPolicy.values()].flat(), day) }
}

/** False when the database was swapped under us, by one restored from before: then all is read anew. */
const isKnown = async (store: Store, head: CatalogueHead): Promise<boolean> =>
  head.mark === '' || (await store.in(catalogueMarks).get(head.mark)) !== null

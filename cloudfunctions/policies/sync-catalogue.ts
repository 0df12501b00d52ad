import { syncCatalogue as operation } from '../contract/policies/operations'
import type { CatalogueEntry } from '../contract/policies/schemas'
import { implement } from '../kernel/pipeline'
import type { Store } from '../store/port'
import { bytesOf, entryOf, MAX_PAGE_BYTES, readHead } from './catalogue-entry'
import { catalogueMarks, policies, type CatalogueHead } from './collections'

/** Documents read at once: about what a page holds. */
const READ_AT_ONCE = 40

/** Serves the catalogue's changes a page at a time. */
export const syncCatalogue = implement(operation, {
  async run({ since, mark }, { store }) {
    // The head is read first and bounds the page: what changes from here on has a higher place and comes with the next ask.
    const head = await readHead(store)
    const reset = since > 0 && !(await follows(store, since, mark, head))
    return { reset, mark: head.mark, ...(await pageAfter(store, reset ? 0 : since, head)), head: head.seq, total: head.total }
  },
})

/** True when what the phone holds was true of this very catalogue once: it can be carried on from. */
async function follows(store: Store, since: number, mark: string | undefined, head: CatalogueHead): Promise<boolean> {
  if (since > head.seq || !mark) return false
  return mark === head.mark || (await store.in(catalogueMarks).get(mark)) !== null
}

async function pageAfter(store: Store, since: number, head: CatalogueHead) {
  const entries: CatalogueEntry[] = []
  const removed: string[] = []
  let next = since
  let room = MAX_PAGE_BYTES
  let cursor: string | undefined
  do {
    const page = await store.in(policies).page('bySeq', { range: { gt: since, lte: head.seq }, limit: READ_AT_ONCE, ...(cursor && { cursor }) })
    for (const doc of page.docs) {
      const entry = doc.state === 'published' ? entryOf(doc) : null
      room -= bytesOf(entry ?? doc._id)
      // Publishing refuses what no page could hold, so the first always fits.
      if (room < 0 && next > since) return { entries, removed, next }
      if (entry) entries.push(entry)
      else removed.push(doc._id)
      next = doc.seq
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return { entries, removed, next: head.seq }
}

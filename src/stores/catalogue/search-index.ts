import type { CatalogueEntry } from '@contract/policies/schemas'
import { createIndex, update, type SearchIndex } from '@/search'
import { searchPolicyOf } from '@/search/catalogue'

/** The search index over the phone's copy: built when first needed, then brought along by what changed. */
export class SearchShelf {
  #index: SearchIndex | null = null
  #day = ''
  #entries = new Map<string, CatalogueEntry>()

  /** The last index made, maybe older than the copy; null before the first. */
  get index(): SearchIndex | null { return this.#index }

  /** The index of these entries on a day. @param entries slim, in any order */
  indexOf(entries: readonly CatalogueEntry[], day: string): SearchIndex {
    const changed = entries.filter((entry) => this.#entries.get(entry.policy.id) !== entry)
    const now = new Map(entries.map((entry) => [entry.policy.id, entry]))
    const removed = [...this.#entries.keys()].filter((id) => !now.has(id))
    if (this.#index === null || day !== this.#day) this.#index = createIndex(textsOf(entries, day))
    else if (changed.length > 0 || removed.length > 0) this.#index = update(this.#index, textsOf(changed, day), removed)
    this.#day = day
    this.#entries = now
    return this.#index
  }
}

/** The latest publication first: among equally good hits that is the one to show. */
const textsOf = (entries: readonly CatalogueEntry[], day: string) =>
  [...entries].sort((a, b) => b.seq - a.seq).map((entry) => searchPolicyOf(entry, day))

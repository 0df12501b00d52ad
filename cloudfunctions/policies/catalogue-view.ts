import { browse, FILTER_KEYS, highlightsOf, type Filters, type Highlights, type Sort } from '../contract/policies/browse'
import type { ItemRow } from '../contract/policies/rows'
import { BoundedCache } from './bounded-cache'

/** One page of a list, as `policies.browse` answers it. */
export interface ListPage { rows: ItemRow[]; total: number; of: number }

interface List { rows: readonly ItemRow[]; placeOf: ReadonlyMap<string, number> }

/** Bounds on what is kept beside the rows: with 10,000 policies a list costs about 1 MB, a page next to nothing. */
const MOST_LISTS = 24
const MOST_PAGES = 200

/**
 * The published rows as judged on one day, with the lists asked of them lately. Never changes; a newer catalogue or a
 * new day gets a new view. So equal calls get the very same answer object, which nobody may change.
 */
export class CatalogueView {
  readonly #lists = new BoundedCache<List>(MOST_LISTS)
  readonly #pages = new BoundedCache<ListPage | null>(MOST_PAGES)
  #highlights: Highlights | undefined

  /** @param day `YYYY-MM-DD` in zone time that the rows were judged on */
  constructor(readonly rows: readonly ItemRow[], readonly day: string) {}

  /** The rows after one item in a filtered and sorted list; null when the list does not have that item. */
  page(filters: Filters, sort: Sort, after: string | undefined, limit: number): ListPage | null {
    const list = listKey(filters, sort)
    return this.#pages.get(`${list} ${limit} ${after ?? ''}`, () => {
      const { rows, placeOf } = this.#list(list, filters, sort)
      const start = after === undefined ? 0 : (placeOf.get(after) ?? -2) + 1
      return start < 0 ? null : { rows: rows.slice(start, start + limit), total: rows.length, of: this.highlights().itemCount }
    })
  }

  /** The home page's picks. */
  highlights(): Highlights {
    return (this.#highlights ??= highlightsOf(this.rows))
  }

  #list(key: string, filters: Filters, sort: Sort): List {
    return this.#lists.get(key, () => {
      const rows = browse(this.rows, filters, sort)
      return { rows, placeOf: new Map(rows.map(({ itemId }, place) => [itemId, place])) }
    })
  }
}

/** The same key for the same list, however its filters were written. */
const listKey = (filters: Filters, sort: Sort): string =>
  `${sort} ${FILTER_KEYS.map((key) => [...new Set<string>(filters[key])].sort().join(',')).join(';')}`

import { rowsOf, type ItemRow } from '@contract/policies/rows'
import type { CatalogueEntry } from '@contract/policies/schemas'
import type { Held } from './shapes'

/**
 * The rows of the whole catalogue, judged on a day. A row stays the same object while its content is the same,
 * and the list stays the same while no row changed: lists then render nothing new.
 */
export class RowBook {
  #pages = new Map<string, { entry: CatalogueEntry; rows: ItemRow[] }>()
  #day = ''
  #rows: readonly ItemRow[] = []

  /** @param day `YYYY-MM-DD` in zone time */
  rowsOn(day: string, held: ReadonlyMap<string, Held>): readonly ItemRow[] {
    const sameDay = day === this.#day
    let changed = held.size !== this.#pages.size
    const pages = new Map<string, { entry: CatalogueEntry; rows: ItemRow[] }>()
    for (const [id, { entry }] of held) {
      const before = this.#pages.get(id)
      const rows = sameDay && before?.entry === entry ? before.rows : keepSame(before?.rows, rowsOf(entry.policy, day))
      if (rows !== before?.rows) changed = true
      pages.set(id, { entry, rows })
    }
    this.#day = day
    this.#pages = pages
    if (changed) this.#rows = [...pages.values()].flatMap(({ rows }) => rows)
    return this.#rows
  }
}

/** The new rows with every unchanged one, or the whole list, replaced by what it was before. */
function keepSame(before: ItemRow[] | undefined, now: ItemRow[]): ItemRow[] {
  if (!before) return now
  const kept = now.map((row, place) => (isSame(before[place], row) ? before[place]! : row))
  return kept.length === before.length && kept.every((row, place) => row === before[place]) ? before : kept
}

const isSame = (before: ItemRow | undefined, row: ItemRow): boolean =>
  before !== undefined && (Object.keys(row) as (keyof ItemRow)[]).every((key) => before[key] === row[key])

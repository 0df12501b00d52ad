import type { ItemRow } from '@contract/policies/rows'
import { useStore } from 'zustand'
import type { CatalogueState, CatalogueStatus, Source } from './state'
import { catalogue } from './the-catalogue'

/** A part of the catalogue's state; re-renders when that part changes. */
export const useCatalogue = <T>(select: (state: CatalogueState) => T): T => useStore(catalogue.store, select)

/** The whole status, with the progress of a sync. */
export const useCatalogueStatus = (): CatalogueStatus => useCatalogue(({ status }) => status)

/** Only where the copy stands: re-renders less than the whole status. */
export const useCatalogueSource = (): Source => useCatalogue(({ status }) => status.source)

/** Today, `YYYY-MM-DD` in zone time; changes at midnight and on coming to front. */
export const useToday = (): string => useCatalogue(({ day }) => day)

/** One item of the phone's copy; null when it has none of this id. */
export const useItemRow = (itemId: string): ItemRow | null => useCatalogue(({ rows }) => (rows && rowsById(rows).get(itemId)) ?? null)

const indexes = new WeakMap<readonly ItemRow[], ReadonlyMap<string, ItemRow>>()

/** The rows by item id; made once for a list. */
export function rowsById(rows: readonly ItemRow[]): ReadonlyMap<string, ItemRow> {
  let index = indexes.get(rows)
  if (!index) indexes.set(rows, (index = new Map(rows.map((row) => [row.itemId, row]))))
  return index
}

import type { ItemRow } from '@contract/policies/rows'
import { useMemo } from 'react'
import { create } from 'zustand'
import { isRecord, keepStored, readStored } from '@/lib/storage'
import { rowsById, useCatalogue } from './catalogue/use-catalogue'

/** What is kept of a favourite: enough to name it when it is no longer published. */
export interface Kept { itemId: string; policyId: string; name: string; title: string }

export interface Favourite extends Kept {
  /** As lists show it; null without a copy of the catalogue, or when it was withdrawn. */
  row: ItemRow | null
  /** No longer published, as far as the phone knows. */
  withdrawn: boolean
}

const KEY = 'favourites'
// 1 MB a storage key: far below it, and more than anyone reads.
const MOST = 500
const isKept = (value: unknown): value is Kept =>
  isRecord(value) && [value.itemId, value.policyId, value.name, value.title].every((part) => typeof part === 'string')
const isList = (value: unknown): value is Kept[] => Array.isArray(value) && value.every(isKept)

const useKept = create(() => ({ list: readStored(KEY, isList) ?? [] }))
keepStored(useKept, KEY, ({ list }) => list)

/** The reader's favourites, latest first, each with its present row. */
export function useFavourites(): Favourite[] {
  const list = useKept((state) => state.list)
  const rows = useCatalogue((state) => state.rows)
  return useMemo(() => favouritesIn(list, rows), [list, rows])
}

/** Joins what is kept with the catalogue. Without a copy nothing is said to be withdrawn. */
export const favouritesIn = (list: readonly Kept[], rows: readonly ItemRow[] | null): Favourite[] => list.map((kept) => {
  const row = rows === null ? null : rowsById(rows).get(kept.itemId) ?? null
  return { ...kept, row, withdrawn: rows !== null && row === null }
})

export const useIsFavourite = (itemId: string): boolean => useKept(({ list }) => has(list, itemId))

const has = (list: readonly Kept[], itemId: string): boolean => list.some((kept) => kept.itemId === itemId)

/** Keeps an item, or no longer. @returns whether it is a favourite now */
export function toggleFavourite({ itemId, policyId, name, title }: Kept): boolean {
  const { list } = useKept.getState()
  if (has(list, itemId)) { removeFavourite(itemId); return false }
  useKept.setState({ list: [{ itemId, policyId, name, title }, ...list].slice(0, MOST) })
  return true
}

export const removeFavourite = (itemId: string): void =>
  useKept.setState(({ list }) => ({ list: list.filter((kept) => kept.itemId !== itemId) }))

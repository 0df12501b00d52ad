import type { ItemRow } from '@contract/policies/rows'
import { useMemo } from 'react'
import { create } from 'zustand'
import { keep } from '@/lib/kept'
import { isRecord, readStored } from '@/lib/storage'
import { rowsById, useCatalogue } from './catalogue/use-catalogue'

/** What is kept of a favourite: enough to name it when it is no longer published. */
interface Kept { itemId: string; policyId: string; name: string; title: string }

export interface Favourite extends Kept {
  /** As lists show it; null without a copy of the catalogue, or when that has no such item. */
  row: ItemRow | null
  /** The whole policy is no longer published, as far as the phone knows. */
  withdrawn: boolean
  /** The policy is still published, but without this item. */
  itemGone: boolean
}

const KEY = 'favourites'
// 1 MB a storage key: far below it, and more than anyone reads.
const MOST = 500
const isKept = (value: unknown): value is Kept =>
  isRecord(value) && [value.itemId, value.policyId, value.name, value.title].every((part) => typeof part === 'string')
// One spoilt element must not hide the others.
const read = (): Kept[] => (readStored(KEY, Array.isArray) ?? []).filter(isKept)

const useKept = create(() => ({ list: read() }))
const stored = keep<Kept[]>(KEY, { read, get: () => useKept.getState().list, show: (list) => useKept.setState({ list }) })

/** The reader's favourites, latest first, each with its present row. */
export function useFavourites(): Favourite[] {
  const list = useKept((state) => state.list)
  const rows = useCatalogue((state) => state.rows)
  return useMemo(() => favouritesIn(list, rows), [list, rows])
}

/** Joins what is kept with the catalogue. Without a copy nothing is said to be gone. */
function favouritesIn(list: readonly Kept[], rows: readonly ItemRow[] | null): Favourite[] {
  if (rows === null) return list.map((kept) => ({ ...kept, row: null, withdrawn: false, itemGone: false }))
  const items = rowsById(rows)
  const policies = new Set(rows.map(({ policyId }) => policyId))
  return list.map((kept) => {
    const row = items.get(kept.itemId) ?? null
    const published = policies.has(kept.policyId)
    return { ...kept, row, withdrawn: row === null && !published, itemGone: row === null && published }
  })
}

export const useIsFavourite = (itemId: string): boolean => useKept(({ list }) => has(list, itemId))

const has = (list: readonly Kept[], itemId: string): boolean => list.some((kept) => kept.itemId === itemId)

/** `noRoom`: the phone did not store the change; `full`: there are as many as are kept. Both leave everything as it was. */
export type Toggled = 'kept' | 'removed' | 'noRoom' | 'full'

/** Keeps an item, or no longer. @returns what has come of it, to be said */
export function toggleFavourite({ itemId, policyId, name, title }: Kept): Toggled {
  const list = stored.latest()
  if (has(list, itemId)) return removeFavourite(itemId) ? 'removed' : 'noRoom'
  if (list.length >= MOST) return 'full'
  return stored.putIfStored([{ itemId, policyId, name, title }, ...list]) ? 'kept' : 'noRoom'
}

/** @returns false when the phone did not store the change; it stays a favourite then */
export const removeFavourite = (itemId: string): boolean => stored.putIfStored(stored.latest().filter((kept) => kept.itemId !== itemId))

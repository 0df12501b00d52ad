import type { ItemRow } from '@contract/policies/rows'

/** Where the phone's copy stands. `opening`: being read; `none`: there is none yet; `stored`: as of `lastSyncedAt`; `fresh`: synced in this launch. */
export type Source = 'opening' | 'none' | 'stored' | 'fresh'

export interface Problem { kind: 'damaged' | 'storageFull' | 'failed'; message: string }

export const PROBLEM_MESSAGES = {
  damaged: '存在手机里的政策目录有损坏，联网后会自动重新下载，不影响使用',
  storageFull: '手机空间不足，新的政策没有存下来，原来的仍可使用。清理空间后下拉可重试',
  storageFullAtFirst: '手机空间不足，政策没有存下来，有网络时照常能看。清理空间后下拉可重试',
} as const

export interface CatalogueStatus {
  source: Source
  syncing: boolean
  /** How far the sync under way is: policies of a first one, changes of a later one. */
  progress: { done: number; total: number } | null
  lastSyncedAt: number | null
  /** The phone says it has no network. */
  offline: boolean
  /** There is a network, but the last sync did not reach the server: it is down or slow. Until any call is answered. */
  unreachable: boolean
  problem: Problem | null
}

export interface CatalogueState {
  status: CatalogueStatus
  /** All items of the phone's copy, judged on `day`; null while there is no copy. */
  rows: readonly ItemRow[] | null
  /** Today, `YYYY-MM-DD` in zone time. */
  day: string
  /** Rises whenever the copy's policies change. */
  edition: number
}

export const initialState = (day: string, lastSyncedAt: number | null): CatalogueState => ({
  status: { source: 'opening', syncing: false, progress: null, lastSyncedAt, offline: false, unreachable: false, problem: null },
  rows: null, day, edition: 0,
})

import type { Clock } from '../../../cloudfunctions/kernel/clock'
import type { AnyCollection, Store } from '../../../cloudfunctions/store/port'

export interface OpenOptions { clock: Clock; collections: readonly AnyCollection[] }

/** How the contract suite reaches an adapter. `place` is whatever text leads to the data: a file, a connection string. */
export interface StoreAdapter {
  /** Makes room for new data, empty. */
  newPlace(): Promise<string>
  open(place: string, options: OpenOptions): Promise<Store>
  removePlace(place: string): Promise<void>
  /**
   * Absolute path of a module that exports the same `open`, to be bundled for tests with several processes on one place.
   * Absent when processes cannot share a place.
   */
  module?: string
  /** Checks by the engine's own means that the data is sound; throws if not. Called while no store is open. */
  checkSound?(place: string): Promise<void>
}

import type { CatalogueEntry } from '@contract/policies/schemas'
import type { Slim } from './chunks'
import type { ChunkRef } from './manifest'

/** One page of changes, as `policies.syncCatalogue` sends it. */
export interface Page { reset: boolean; mark: string; entries: CatalogueEntry[]; removed: string[]; next: number }

/** A policy in force: its slim entry in memory, and the chunk with the whole of it. */
export interface Held { entry: CatalogueEntry; chunk: ChunkRef }

/** A chunk's slim part; without a chunk for a page that changed nothing. */
export type Loaded = Slim & { chunk: ChunkRef | null }

/** Applies chunks in order. Later ones count over earlier ones; within one, what is there counts over what was removed. */
export function applyChunks(held: Map<string, Held>, chunks: readonly Loaded[]): Map<string, Held> {
  for (const { chunk, entries, removed } of chunks) {
    for (const id of removed) held.delete(id)
    for (const entry of entries) held.set(entry.policy.id, { entry, chunk: chunk! })
  }
  return held
}

import type { Held, Loaded } from './shapes'

/** Applies chunks in order. Later ones count over earlier ones; within one, what is there counts over what was removed. */
export function applyChunks(held: Map<string, Held>, chunks: readonly Loaded[]): Map<string, Held> {
  for (const { chunk, entries, removed } of chunks) {
    for (const id of removed) held.delete(id)
    for (const entry of entries) held.set(entry.policy.id, { entry, chunk: chunk! })
  }
  return held
}

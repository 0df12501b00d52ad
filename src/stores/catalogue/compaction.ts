import type { Policy } from '@contract/policies/schemas'
import { readFull, writeChunk } from './chunks'
import { DamagedError, type FileBox } from './file-box'
import type { ChunkRef, Held } from './shapes'

// A full chunk is a sync page: read whole for one detail page, so it stays this small.
const CHUNK_CHARS = 60_000
const SMALL_CHARS = CHUNK_CHARS / 2
const MOST_SMALL = 16
const MOST_DEAD = 64

/**
 * Which chunks to rewrite: all with outdated policies and all small ones, once these are many. Null while it is not worth it.
 * As every outdated policy goes, so may every note of a removal.
 */
export function planCompaction(chunks: readonly ChunkRef[], held: ReadonlyMap<string, Held>): { keep: ChunkRef[]; rewrite: ChunkRef[] } | null {
  const live = new Map<string, number>()
  for (const { chunk } of held.values()) live.set(chunk.name, (live.get(chunk.name) ?? 0) + 1)
  const isDirty = (chunk: ChunkRef) => (live.get(chunk.name) ?? 0) < chunk.count
  const stored = chunks.reduce((sum, { count }) => sum + count, 0)
  const dead = stored - held.size
  const small = chunks.filter(({ fullChars }) => fullChars < SMALL_CHARS).length
  if (small <= MOST_SMALL && (dead <= MOST_DEAD || dead * 4 <= stored)) return null
  const rewritten = (chunk: ChunkRef) => isDirty(chunk) || chunk.fullChars < SMALL_CHARS
  return { keep: chunks.filter((chunk) => !rewritten(chunk)), rewrite: chunks.filter(rewritten) }
}

/** Writes the living policies of some chunks into new ones. One chunk at a time is in memory. @throws DamagedError */
export async function repack(
  box: FileBox, chunks: readonly ChunkRef[], held: ReadonlyMap<string, Held>, newName: () => string,
): Promise<{ chunk: ChunkRef; ids: string[] }[]> {
  const written: { chunk: ChunkRef; ids: string[] }[] = []
  let gathered: Policy[] = []
  let chars = 0
  const flush = async () => {
    if (gathered.length === 0) return
    const ids = gathered.map(({ id }) => id)
    const entries = ids.map((id) => held.get(id)!.entry)
    written.push({ chunk: await writeChunk(box, newName(), gathered, { entries, removed: [] }), ids })
    gathered = []
    chars = 0
  }
  for (const chunk of chunks) {
    for (const policy of await readFull(box, chunk)) {
      // A policy twice in one chunk cannot be: a page names each once.
      if (held.get(policy.id)?.chunk.name !== chunk.name) continue
      gathered.push(policy)
      chars += JSON.stringify(policy).length
      if (chars >= CHUNK_CHARS) await flush()
    }
  }
  await flush()
  const names = new Set(chunks.map(({ name }) => name))
  const expected = [...held.values()].filter(({ chunk }) => names.has(chunk.name)).length
  if (written.reduce((sum, { ids }) => sum + ids.length, 0) !== expected) throw new DamagedError('a chunk lost a policy')
  return written
}

import type { CatalogueEntry, Policy } from '@contract/policies/schemas'
import { DamagedError, type FileBox } from './file-box'
import { fullFile, slimFile } from './manifest'
import type { ChunkRef, Slim } from './shapes'

/**
 * An entry without what only the detail page shows. It stays a whole `Policy` in shape,
 * so that the contract's rules (rows, validity) read it like any other.
 */
export function slimOf({ policy, seq, titlePinyin, itemPinyin }: CatalogueEntry): CatalogueEntry {
  return {
    policy: {
      ...policy,
      replaces: [],
      replacedBy: policy.replacedBy.map((link) => ({ ...link, policyId: '', title: '' })),
      sourceTitle: null,
      sourceUrl: null,
      note: policy.note && { ...policy.note, text: '' },
      items: policy.items.map((item) => ({
        ...item, conditions: [], otherRequirements: [], note: item.note && { ...item.note, text: '' },
      })),
    },
    seq, titlePinyin, itemPinyin,
  }
}

/** Writes the two files of a chunk. Nothing refers to them yet: a crash in between leaves an orphan. */
export async function writeChunk(box: FileBox, name: string, policies: readonly Policy[], slim: Slim): Promise<ChunkRef> {
  const full = JSON.stringify({ name, policies })
  const light = JSON.stringify({ name, ...slim })
  await box.write(fullFile({ name }), full)
  await box.write(slimFile({ name }), light)
  return { name, count: policies.length, fullChars: full.length, slimChars: light.length }
}

/** The policies of a chunk in full. @throws DamagedError */
export async function readFull(box: FileBox, chunk: ChunkRef): Promise<Policy[]> {
  const { policies } = await readChecked<{ policies: Policy[] }>(box, chunk, fullFile(chunk), chunk.fullChars)
  if (!Array.isArray(policies) || policies.length !== chunk.count) throw new DamagedError(fullFile(chunk))
  return policies
}

/** What lists and search need of a chunk. @throws DamagedError */
export async function readSlim(box: FileBox, chunk: ChunkRef): Promise<Slim> {
  const { entries, removed } = await readChecked<Slim>(box, chunk, slimFile(chunk), chunk.slimChars)
  if (!Array.isArray(entries) || entries.length !== chunk.count || !Array.isArray(removed)) throw new DamagedError(slimFile(chunk))
  return { entries, removed }
}

async function readChecked<T>(box: FileBox, chunk: ChunkRef, file: string, chars: number): Promise<T> {
  const text = await box.read(file).catch(() => null)
  if (text === null || text.length !== chars) throw new DamagedError(file)
  try {
    const value = JSON.parse(text) as { name?: unknown } | null
    if (value?.name === chunk.name) return value as T
  } catch {
    // Falls through: not the text that was written.
  }
  throw new DamagedError(file)
}

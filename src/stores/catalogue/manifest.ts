import { isRecord } from '@/lib/storage'
import type { FileBox } from './file-box'
import type { ChunkRef, Incoming, Manifest, Page } from './shapes'

export const NO_MANIFEST: Manifest = { generation: 0, current: null, incoming: null }

// Rises when the files' inner shape changes: an older copy is then fetched anew.
const FORMAT = 1
// Two places in turn: a write cut short by a crash spoils the older one, never the one in force.
const slotOf = (generation: number): string => `manifest-${generation % 2}.json`
const SLOTS = [slotOf(0), slotOf(1)]
export const isSlot = (name: string): boolean => SLOTS.includes(name)

/** Puts a manifest in force. */
export const writeManifest = (box: FileBox, manifest: Manifest): Promise<void> => {
  const text = JSON.stringify({ format: FORMAT, ...manifest })
  return box.write(slotOf(manifest.generation), `${checksum(text)}\n${text}`)
}

/** The manifest in force; null when there are only unreadable ones, `NO_MANIFEST` when there never was one. */
export async function readManifest(box: FileBox): Promise<Manifest | null> {
  const texts = (await Promise.all(SLOTS.map((slot) => box.read(slot)))).filter((text) => text !== null)
  if (texts.length === 0) return NO_MANIFEST
  return texts.map(decode).reduce((best, next) => (best === null || (next !== null && next.generation > best.generation) ? next : best), null)
}

function decode(content: string): Manifest | null {
  const [sum, text = ''] = content.split('\n')
  if (sum !== checksum(text)) return null
  const value: unknown = JSON.parse(text)
  return isRecord(value) && value.format === FORMAT
    ? { generation: value.generation as number, current: value.current as Manifest['current'], incoming: value.incoming as Incoming | null }
    : null
}

/** FNV-1a. A manifest is a few KB: exact enough, and a millisecond. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** The names of all files a manifest refers to. */
export const filesOf = ({ current, incoming }: Manifest): string[] =>
  [...(current?.chunks ?? []), ...(incoming?.chunks ?? [])].flatMap((chunk) => [fullFile(chunk), slimFile(chunk)])

export const fullFile = ({ name }: Pick<ChunkRef, 'name'>): string => `${name}.full.json`
export const slimFile = ({ name }: Pick<ChunkRef, 'name'>): string => `${name}.slim.json`

/** The edition in force once what came in is put in force. */
export const merged = ({ current }: Manifest, { since, mark, chunks, scratch }: Incoming): Manifest['current'] =>
  ({ since, mark, chunks: scratch ? chunks : [...(current?.chunks ?? []), ...chunks] })

/** Whether a sync's only page says that nothing happened. */
export const isNothingNew = (page: Pick<Page, 'entries' | 'removed' | 'next' | 'mark'>, { current, incoming }: Manifest): boolean =>
  incoming === null && current !== null && page.entries.length === 0 && page.removed.length === 0 &&
  page.next === current.since && page.mark === current.mark

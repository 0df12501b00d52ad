import type { FileBox } from './file-box'
import { filesOf, isSlot } from './manifest'
import type { Manifest } from './shapes'

/** Removes the files that an earlier manifest needed and the one in force does not. */
export async function removeUnused(box: FileBox, before: Manifest, now: Manifest): Promise<void> {
  const used = new Set(filesOf(now))
  await removeAll(box, filesOf(before).filter((file) => !used.has(file)))
}

/** Removes whatever the manifest in force does not name: what a crash left behind. */
export async function removeOrphans(box: FileBox, now: Manifest): Promise<void> {
  const used = new Set(filesOf(now))
  const found = await box.list().catch(() => [])
  await removeAll(box, found.filter((file) => !used.has(file) && !isSlot(file)))
}

/** What cannot be removed now is an orphan that the next launch finds. */
async function removeAll(box: FileBox, files: readonly string[]): Promise<void> {
  for (const file of files) await box.remove(file).catch(() => undefined)
}

import { AppError } from '@contract/errors'
import { failureOf, isUnreachable } from '@/api/failure'
import type { CatalogueFiles } from './catalogue-files'
import type { CatalogueDeps } from './deps'
import { DamagedError, StorageFullError } from './file-box'
import { PROBLEM_MESSAGES, type Problem } from './state'

// A server that keeps saying "from the beginning" must not keep a phone busy for ever.
const MOST_RESETS = 3

/**
 * Fetches page after page until the copy is where the server is, then puts them in force together.
 * Each page is on the phone before the next is asked for, so an interrupted sync continues where it was.
 */
export async function runSync(
  files: CatalogueFiles, { fetchPage }: Pick<CatalogueDeps, 'fetchPage'>, tell: (progress: { done: number; total: number }) => void,
): Promise<void> {
  const first = files.position().since
  let resets = 0
  for (;;) {
    const from = files.position()
    const page = await fetchPage(from)
    if (page.reset && (resets += 1) > MOST_RESETS) throw new AppError('INTERNAL')
    const last = page.next >= page.head
    // Neither done nor further on: asking again would never end.
    if (!last && page.next <= from.since && !page.reset) throw new AppError('INTERNAL')
    await files.stage(page, from, last)
    if (last) return
    tell(first === 0 || resets > 0
      ? { done: Math.min(files.stagedCount, page.total), total: page.total }
      : { done: page.next - first, total: page.head - first })
  }
}

/** What to tell of a failed sync; null when it was not reached, which `offline` and `unreachable` say. */
export function problemOf(thrown: unknown, hasEdition: boolean): Problem | null {
  if (thrown instanceof StorageFullError) return { kind: 'storageFull', message: PROBLEM_MESSAGES[hasEdition ? 'storageFull' : 'storageFullAtFirst'] }
  if (thrown instanceof DamagedError) return { kind: 'damaged', message: PROBLEM_MESSAGES.damaged }
  if (isUnreachable(thrown)) return null
  return { kind: 'failed', message: failureOf(thrown).userMessage }
}

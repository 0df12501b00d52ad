import { appendFile, rename, stat } from 'node:fs/promises'
import type { ErrorReport } from '../port'

const MOST_BYTES = 2 * 1024 * 1024

/** Appends failures of phones to a file, one JSON object a line; at most two files of 2 MB are kept. */
export function createErrorLog(file: string, mostBytes = MOST_BYTES): (report: ErrorReport) => Promise<void> {
  // One write at a time, so that lines never mix and turning over happens once.
  let last: Promise<void> = Promise.resolve()
  const write = async (report: ErrorReport) => {
    const size = await stat(file).then((found) => found.size, () => 0)
    if (size >= mostBytes) await rename(file, `${file}.1`)
    await appendFile(file, `${JSON.stringify(report)}\n`, { mode: 0o600 })
  }
  return (report) => {
    const mine = last.then(() => write(report))
    last = mine.catch(() => undefined)
    return mine
  }
}

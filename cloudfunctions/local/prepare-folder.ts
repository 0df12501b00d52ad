import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error'

/** Makes the data folder and proves that it can be written, before anything depends on it. */
export function prepareFolder(dataDir: string): void {
  // Asking the system for its permissions is not enough: a full disk or a read-only mount says yes and refuses later.
  const probe = path.join(dataDir, `.write-test-${process.pid}`)
  try {
    makeFolder(dataDir)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException
    throw new StartError(`数据目录不可写：${dataDir}（${code ?? '原因不明'}）。请换一个目录，例如 DATA_DIR=./my-data npm start。`)
  }
}

// Node's own `recursive: true` never ends where a system answers ENOENT for a folder whose parent is there (/proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  // For the owner's eyes only: what is kept inside is personal data.
  mkdirSync(folder, { mode: 0o700 })
}

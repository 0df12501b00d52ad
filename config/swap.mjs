// Builds beside what is there and puts the result in its place only when it is complete: a server may be serving the old
// one meanwhile, and a build that fails or is cut off changes nothing.
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { clearStamp, outputs, writeStamp } from './freshness.mjs'

/**
 * Makes `dist/<name>` anew. @param inputs the fingerprint of what it is made from @param make builds into the folder it is given
 */
export async function buildBeside(name, inputs, make) {
  await mkdir(outputs, { recursive: true })
  await removeLeftovers(name)
  const place = path.join(outputs, name)
  // Of this process alone: two builds at once must not meet in one folder.
  const fresh = path.join(outputs, `.new-${name}-${process.pid}`)
  const old = path.join(outputs, `.old-${name}-${process.pid}`)
  try {
    await make(fresh)
    // The stamp always tells of the folder in place: gone before the swap, back after it.
    await clearStamp(name)
    await rename(place, old).catch((failure) => { if (failure.code !== 'ENOENT') throw failure })
    await rename(fresh, place)
    await writeStamp(name, inputs)
  } finally {
    await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })))
  }
}

// What a build left that was ended in the middle.
async function removeLeftovers(name) {
  for (const folder of await readdir(outputs)) {
    const [, owner] = new RegExp(`^\\.(?:new|old)-${name}-(\\d+)$`).exec(folder) ?? []
    if (owner !== undefined && !isRunning(Number(owner))) await rm(path.join(outputs, folder), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try { return pid !== process.pid && process.kill(pid, 0) } catch (failure) { return failure.code === 'EPERM' }
}

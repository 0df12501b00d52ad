// Whether a build is up to date: a fingerprint of everything it is made from, kept beside it.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const outputs = path.join(root, 'dist')

const BUILDS = {
  h5: {
    sources: ['src', 'cloudfunctions/contract', 'types', 'config', 'babel.config.js', 'tsconfig.json', 'package-lock.json'],
    // Settings that the pages are built for.
    env: ['API_BASE_URL', 'CLOUD_ENV'],
    result: 'h5/index.html',
  },
  weapp: {
    sources: ['src', 'cloudfunctions/contract', 'types', 'config', 'babel.config.js', 'project.config.json', 'tsconfig.json', 'package-lock.json'],
    env: ['API_BASE_URL', 'CLOUD_ENV'],
    result: 'weapp/app.json',
  },
  functions: {
    sources: ['cloudfunctions', 'config/build-functions.mjs', 'config/freshness.mjs', 'package-lock.json'],
    env: [],
    result: 'local/main.js',
  },
}

/** The fingerprint of a build's sources. By content, so that a checkout or a clock makes nothing stale. */
export async function inputsOf(name) {
  const { sources, env } = BUILDS[name]
  const hash = createHash('sha256').update(`node ${process.version.split('.')[0]}`)
  for (const key of env) hash.update(`${key}=${process.env[key] ?? ''}\n`)
  for (const source of sources) {
    for (const file of await filesIn(path.join(root, source))) hash.update(path.relative(root, file)).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** True when a build's result is there and was made from these inputs. */
export async function isFresh(name, inputs) {
  if (!existsSync(path.join(outputs, BUILDS[name].result))) return false
  return (await readFile(stampOf(name), 'utf8').catch(() => '')) === inputs
}

/** Remembers what a finished build was made from. */
export async function writeStamp(name, inputs) {
  await mkdir(outputs, { recursive: true })
  await writeFile(stampOf(name), inputs)
}

/** Forgets it before the result is touched: a build that is cut off must not pass for a finished one. */
export const clearStamp = (name) => rm(stampOf(name), { force: true })

const stampOf = (name) => path.join(outputs, `.stamp-${name}`)

async function filesIn(place) {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => null)
  if (entries === null) return existsSync(place) ? [place] : []
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts')).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort()
}

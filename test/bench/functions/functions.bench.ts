import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { row, type BenchRow } from '../row'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const BUILT = path.join(ROOT, 'dist/cloudfunctions')
const PAIRS = 25

/** What each domain's function costs to load, as built for WeChat: its code, and its time against an empty Node start. */
export async function run(): Promise<BenchRow[]> {
  execFileSync(process.execPath, [path.join(ROOT, 'config/build-functions.mjs')], { stdio: 'pipe' })
  const scripts = path.join(ROOT, 'node_modules/.cache/bench')
  mkdirSync(scripts, { recursive: true })
  const empty = path.join(scripts, 'empty.cjs')
  writeFileSync(empty, '')
  return readdirSync(BUILT).sort().flatMap((domain) => {
    const loading = path.join(scripts, `load-${domain}.cjs`)
    writeFileSync(loading, `require(${JSON.stringify(path.join(BUILT, domain))})`)
    return [
      row(`function.load.${domain}`, medianRatio(loading, empty), '× empty Node start', { max: 1.3 }),
      row(`function.bytes.${domain}`, loadedBytes(domain) / 1024, 'KB', { max: 150 }),
    ]
  })
}

/** Median over pairs of starts, one right after the other, first now this and now that: the machine's moods cancel out. */
function medianRatio(script: string, other: string): number {
  for (const warm of [script, other]) timeOf(warm)
  const ratios = Array.from({ length: PAIRS }, (_, n) => {
    if (n % 2 === 0) { const mine = timeOf(script); return mine / timeOf(other) }
    const theirs = timeOf(other)
    return timeOf(script) / theirs
  })
  return ratios.sort((a, b) => a - b)[Math.floor(PAIRS / 2)]!
}

function timeOf(script: string): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [script])
  if (status !== 0) throw new Error(`${script}: ${stderr}`)
  return performance.now() - began
}

/** All code that is read before the first call: the entry and whatever chunks it needs at once. */
function loadedBytes(domain: string): number {
  const script = `require(${JSON.stringify(path.join(BUILT, domain))}); console.log(Object.keys(require.cache).reduce((sum, file) => sum + require('node:fs').statSync(file).size, 0))`
  return Number(execFileSync(process.execPath, ['-e', script]))
}

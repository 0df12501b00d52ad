import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { realPolicies } from '../../support/catalogue/generate'
import { row, type BenchRow } from '../row'

const ENTERPRISES = 100_000
const SAMPLE = 300

interface Figures {
  items: number
  enterprises: number
  sample: number
  compileMs: number
  reasons: Record<'ours' | 'jsonLogic' | 'plain', number>
  count: Record<'ours' | 'interpreter', number>
}

/** 100,000 random enterprises × every item of the seed catalogue; the baselines on a sample of the same enterprises. */
export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'match-bench-'))
  try {
    const data = join(folder, 'policies.json')
    await writeFile(data, JSON.stringify(realPolicies()))
    return [...rowsOf(await measured(folder, data)), row('match.code-gz', await codeBytes(), 'bytes')]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measured(folder: string, data: string): Promise<Figures> {
  const outfile = join(folder, 'measure.js')
  await build({ entryPoints: ['test/bench/match/measure.ts'], outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' })
  const { stdout } = await promisify(execFile)('node', ['--jitless', outfile, data, String(ENTERPRISES), String(SAMPLE)])
  return JSON.parse(stdout) as Figures
}

function rowsOf({ items, enterprises, sample, compileMs, reasons, count }: Figures): BenchRow[] {
  const against = `jitless，${enterprises} 家 × ${items} 项，对照 ${sample} 家`
  return [
    row('match.reasons-vs-json-logic', reasons.jsonLogic / reasons.ours, `×（${against}）`, { min: 10 }),
    row('match.count-vs-interpreter', count.interpreter / count.ours, `×（${against}）`, { min: 5 }),
    row('match.reasons-vs-plain', reasons.plain / reasons.ours, '× 逐条解释'),
    row('match.reasons.ours', reasons.ours * 1000, 'µs/家'),
    row('match.reasons.json-logic', reasons.jsonLogic * 1000, 'µs/家'),
    row('match.reasons.plain', reasons.plain * 1000, 'µs/家'),
    row('match.count.ours', count.ours * 1000, 'µs/家'),
    row('match.count.interpreter', count.interpreter * 1000, 'µs/家'),
    row('match.compile', compileMs, 'ms'),
  ]
}

/** What matching adds to a page that has the contract's schemas and validity rules already. */
async function codeBytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['cloudfunctions/contract/matching/index.ts'], bundle: true, minify: true, write: false, format: 'esm', target: 'es2018', logLevel: 'error',
    plugins: [{ name: 'outside', setup: ({ onResolve }) => { onResolve({ filter: /(^valibot$|\/(schema|zone-time)$|\/policies\/)/ }, () => ({ external: true })) } }],
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

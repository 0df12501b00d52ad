import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { generateCatalogue } from '../../support/catalogue/generate'
import { row, type BenchRow } from '../row'

const POLICIES = 10_000
const SEED = 7

interface Figures {
  p50: Record<string, number>
  p95: Record<'exact' | 'pinyin' | 'typo', Record<string, number>>
  build: Record<'ours' | 'minisearch' | 'flexsearch', number>
  bytes: Record<'ours' | 'minisearch' | 'flexsearch', number>
  recall: number
  update: number
}

/** Search over 10,000 generated policies against plain `includes` over the same fields, minisearch and flexsearch. */
export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'))
  try {
    const data = join(folder, 'catalogue.json')
    await writeFile(data, JSON.stringify(await generateCatalogue(POLICIES, SEED)))
    return [...rowsOf(await measured(folder, data)), row('search.code-gz-bytes', await codeBytes(), 'bytes', { max: 6144 })]
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Times from a process without a JIT, as on iOS; recall, which takes no time, from an ordinary one. */
async function measured(folder: string, data: string): Promise<Figures> {
  const outfile = join(folder, 'measure.js')
  await build({ entryPoints: ['test/bench/search/measure.ts'], outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' })
  const run = async (...args: string[]): Promise<object> => {
    const { stdout } = await promisify(execFile)('node', args, { maxBuffer: 1e7 })
    return JSON.parse(stdout) as object
  }
  // One after the other: two processes at once would slow each other.
  return { ...await run(outfile, 'recall', data), ...await run('--jitless', '--expose-gc', outfile, 'speed', data) } as Figures
}

/** What the search adds to a page's code. */
async function codeBytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['src/search/index.ts'], bundle: true, minify: true, write: false, format: 'esm', target: 'es2018', logLevel: 'error',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

function rowsOf({ p50, p95, build: built, bytes, recall, update }: Figures): BenchRow[] {
  const kinds = ['exact', 'pinyin', 'typo'] as const
  return [
    ...kinds.map((kind) => row(`search.${kind}.p95-ratio`, p95[kind].ours! / p95[kind].includes!, '× includes', { max: 1 / 3 })),
    row('search.index-ready-ratio', built.ours / built.minisearch, '× minisearch', { max: 0.1 }),
    row('search.typo.recall@10', recall, 'share', { min: 0.95 }),
    ...kinds.flatMap((kind) => [row(`search.${kind}.p50`, p50[kind]!, 'ms'), row(`search.${kind}.p95`, p95[kind].ours!, 'ms')]),
    ...(['exact', 'typo'] as const).flatMap((kind) => (['minisearch', 'flexsearch'] as const)
      .map((library) => row(`search.${kind}.p95-ratio.${library}`, p95[kind][library]! / p95[kind].includes!, '× includes'))),
    row('search.update', update, 'ms'),
    ...(['ours', 'minisearch', 'flexsearch'] as const).flatMap((who) => [
      row(`search.index-ready.${who}`, built[who], 'ms'), row(`search.index-bytes.${who}`, bytes[who], 'bytes'),
    ]),
  ]
}

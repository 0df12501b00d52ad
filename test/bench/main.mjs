// npm run bench [-- area …]: measures every figure that has a budget and prints one table; writes dist/bench.json.
// Ends with 1 when a budget is broken. Benches are `*.bench.ts` files that export `run(): Promise<BenchRow[]>`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')
const areas = process.argv.slice(2)

/** Every bundled file still knows where it came from: that is how it finds other files of the project. */
const ownAddress = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path: source }) => ({
      contents: (await readFile(source, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(source).href))
        .replaceAll(/\b__dirname\b/g, JSON.stringify(path.dirname(source))),
      loader: source.endsWith('.ts') ? 'ts' : 'js',
    }))
  },
}

const files = (await readdir(here, { recursive: true })).filter((file) => file.endsWith('.bench.ts')).sort()
const wanted = files.filter((file) => areas.length === 0 || areas.some((area) => path.basename(file).startsWith(area)))
if (wanted.length === 0) {
  console.error(`没有这个范围。可选：${files.map((file) => path.basename(file, '.bench.ts')).join('、')}`)
  process.exit(1)
}

const rows = []
for (const file of wanted) {
  console.log(`测量 ${path.basename(file, '.bench.ts')} …`)
  rows.push(...await runBench(path.join(here, file)))
}

await mkdir(path.join(root, 'dist'), { recursive: true })
await writeFile(path.join(root, 'dist/bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
printTable(rows)
process.exit(rows.every((row) => row.ok) ? 0 : 1)

/** Bundles one bench, so that it may import the product's TypeScript, and runs it in this process. */
async function runBench(file) {
  const out = path.join(root, 'node_modules/.cache/bench', `${path.basename(file, '.ts')}.mjs`)
  await build({
    entryPoints: [file], outfile: out, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning',
    alias: { '@': path.join(root, 'src'), '@contract': path.join(root, 'cloudfunctions/contract') },
    plugins: [ownAddress],
  })
  return (await import(`${pathToFileURL(out).href}?${Date.now()}`)).run()
}

function printTable(all) {
  const shown = all.map(({ name, value, unit, budget, ok }) => [ok ? '✓' : '✗', name, `${Number(value.toFixed(3))} ${unit}`, limitOf(budget)])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...shown.map((row) => row[column].length)))
  for (const row of shown) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd())
}

function limitOf({ max, min }) {
  return max !== undefined ? `≤ ${Number(max.toFixed(3))}` : min !== undefined ? `≥ ${Number(min.toFixed(3))}` : '（对照，无预算）'
}

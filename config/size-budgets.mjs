// Size budgets: the one list of them, the measuring, and the check that fails a build that outgrows them.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist')
const KB = 1024

/** Bytes by area. WeChat's own limits are 2 MB a package and 30 MB in all; ours leave room to grow. */
export const BUDGETS = { weappMain: 900 * KB, weappSub: 500 * KB, weappAll: 30 * 1024 * KB, h5FirstLoadGzip: 250 * KB }

const filesUnder = (folder) => fs.readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))

/** Bytes of the weapp build: the main package and each subpackage by root. */
export function weappSizes(folder = path.join(DIST, 'weapp')) {
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root)
  const subs = Object.fromEntries(roots.map((root) => [root, 0]))
  let main = 0
  for (const file of filesUnder(folder)) {
    const inside = path.relative(folder, file)
    const root = roots.find((each) => inside.startsWith(`${each}/`))
    const bytes = fs.statSync(file).size
    if (root) subs[root] += bytes
    else main += bytes
  }
  return { main, subs }
}

/** Gzipped bytes of the JavaScript that a first visit to the home page loads: what index.html names, and the home page's own chunks. */
export function h5FirstLoad(folder = path.join(DIST, 'h5')) {
  const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)].map(([, file]) => file)
  // Chunks are named after the page they begin with.
  const home = filesUnder(path.join(folder, 'static/js')).map((file) => path.relative(folder, file)).filter((file) => file.endsWith('.js') && /[/](src_tabs_home_index|common\.|vendors\.)/.test(`/${path.basename(file)}`))
  return [...new Set([...named, ...home])].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(folder, file))).length, 0)
}

/** One line for each size over its budget; empty when all hold. @param what `weapp` or `h5` @param folder where it was built */
export function oversized(what, folder = path.join(DIST, what)) {
  if (what === 'h5') return over('H5 首次加载的脚本（gzip）', h5FirstLoad(folder), BUDGETS.h5FirstLoadGzip)
  const { main, subs } = weappSizes(folder)
  const all = main + Object.values(subs).reduce((a, b) => a + b, 0)
  return [
    ...over('小程序主包', main, BUDGETS.weappMain),
    ...Object.entries(subs).flatMap(([root, bytes]) => over(`小程序分包 ${root}`, bytes, BUDGETS.weappSub)),
    ...over('小程序全部', all, BUDGETS.weappAll),
  ]
}

const over = (name, bytes, budget) => (bytes <= budget ? [] : [`${name} ${(bytes / KB).toFixed(1)} KB，超出预算 ${(budget / KB).toFixed(0)} KB`])

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = oversized(process.argv[2])
  for (const problem of problems) console.error(problem)
  process.exit(problems.length === 0 ? 0 : 1)
}

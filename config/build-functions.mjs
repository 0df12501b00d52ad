// Builds the cloud functions (dist/cloudfunctions/<domain>, each uploaded by itself) and the local server (dist/local).
import { build, transform } from 'esbuild'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { clearStamp, inputsOf, isFresh, outputs, root, writeStamp } from './freshness.mjs'

const functions = path.join(root, 'cloudfunctions')
const common = { bundle: true, platform: 'node', target: 'node20', charset: 'utf8', logLevel: 'warning', absWorkingDir: root }

/** The domains: every folder that serves operations and keeps collections. */
export async function domainsOf() {
  const folders = await readdir(functions, { withFileTypes: true })
  const has = (folder, file) => existsSync(path.join(functions, folder, file))
  return folders.map(({ name }) => name).filter((name) => has(name, 'operations.ts') && has(name, 'collections.ts')).sort()
}

/** Builds everything. @param into where `cloudfunctions/` and `local/` go */
export async function buildFunctions(into = outputs) {
  const domains = await domainsOf()
  await rm(path.join(into, 'cloudfunctions'), { recursive: true, force: true })
  await Promise.all(domains.map((domain) => buildDomain(path.join(functions, domain), path.join(into, 'cloudfunctions', domain))))
  await buildLocal(path.join(into, 'local'))
  return domains
}

/**
 * One domain as a cloud function. esbuild splits code only into ES modules, and WeChat's loader wants CommonJS:
 * so it is bundled and split first, then each file is turned into CommonJS. What is imported dynamically (pinyin,
 * Excel) becomes a file of its own that an ordinary start never reads.
 * @param domain the domain's folder; its package.json may declare packages to install rather than bundle
 */
export async function buildDomain(domain, folder) {
  const declared = await readJson(path.join(domain, 'package.json'), {})
  const dependencies = declared.dependencies ?? {}
  const { outputFiles } = await build({
    ...common,
    entryPoints: { index: path.join(functions, 'entries/cloud.ts') },
    format: 'esm', splitting: true, minify: true, keepNames: true, treeShaking: true,
    chunkNames: 'chunks/[name]-[hash]', outdir: folder, write: false,
    external: Object.keys(dependencies),
    plugins: [servedDomain(domain)],
  })
  for (const { path: file, text } of outputFiles) {
    // `dynamic-import: false` makes lazy chunks plain `require` calls inside a promise.
    const { code } = await transform(text, { format: 'cjs', platform: 'node', target: 'node20', charset: 'utf8', minify: true, supported: { 'dynamic-import': false } })
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, code)
  }
  await writeJson(path.join(folder, 'package.json'), { name: path.basename(domain), version: '1.0.0', private: true, main: 'index.js', dependencies })
  await writeJson(path.join(folder, 'config.json'), await readJson(path.join(domain, 'config.json'), { permissions: { openapi: [] } }))
}

/** Gives the cloud entry, as `virtual:domain`, the one domain that it is built for. */
const servedDomain = (folder) => ({
  name: 'served-domain',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:domain$/ }, () => ({ path: folder, namespace: 'domain' }))
    onLoad({ filter: /./, namespace: 'domain' }, () => ({
      contents: "export { handlers } from './operations'; export { collections } from './collections'", resolveDir: folder,
    }))
  },
})

/** The local server as one file. Packages stay in node_modules: some carry native code, some find their own files by path. */
export const localBuildOptions = (folder) => ({
  ...common, format: 'cjs', packages: 'external', sourcemap: 'linked',
  entryPoints: [path.join(functions, 'local/main.ts')], outfile: path.join(folder, 'main.js'),
})

/** Builds the local server, with the seed data beside it. */
export async function buildLocal(folder) {
  await rm(folder, { recursive: true, force: true })
  await build(localBuildOptions(folder))
  await mkdir(path.join(folder, 'seed'), { recursive: true })
  for (const name of ['catalogue.json', 'profiles.json']) await cp(path.join(functions, 'local/seed', name), path.join(folder, 'seed', name))
}

const readJson = async (file, otherwise) => (existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : otherwise)
const writeJson = (file, value) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`)

/** Builds unless what is there was made from the very same sources. @returns whether it had to build */
export async function buildFunctionsIfStale() {
  const inputs = await inputsOf('functions')
  if (await isFresh('functions', inputs)) return false
  await clearStamp('functions')
  await buildFunctions()
  await writeStamp('functions', inputs)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await clearStamp('functions')
  const inputs = await inputsOf('functions')
  const domains = await buildFunctions()
  await writeStamp('functions', inputs)
  console.log(`云函数：${domains.join('、')} → dist/cloudfunctions；本机服务 → dist/local`)
}

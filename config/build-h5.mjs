// Builds the H5 pages into dist/h5 and compresses them beforehand, so that the server has nothing to compress.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inputsOf, isFresh } from './freshness.mjs'
import { pageAddresses } from './page-addresses.mjs'
import { buildServiceWorker } from './service-worker.mjs'
import { oversized } from './size-budgets.mjs'
import { buildBeside } from './swap.mjs'
import { runTaro } from './taro.mjs'

const TEXT = /\.(js|css|html|json|svg|webmanifest|txt)$/
// Below this a compressed file is no smaller on the wire: it fits one packet anyway.
const LEAST_BYTES = 1400

/** Builds the pages unless they were made from the very same sources. @returns whether it had to build */
export async function buildH5IfStale() {
  const inputs = await inputsOf('h5')
  if (await isFresh('h5', inputs)) return false
  await buildH5(inputs)
  return true
}

async function buildH5(inputs) {
  await buildBeside('h5', inputs, async (folder) => {
    await runTaro('h5', folder, 'index.html')
    const problems = oversized('h5', folder)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    const addresses = await pageAddresses()
    // For the server, which shows no other page.
    await writeFile(path.join(folder, 'pages.json'), JSON.stringify(addresses))
    await buildServiceWorker(folder, addresses)
    await precompress(folder)
  })
}

/** Leaves `.br` and `.gz` beside each text file worth it. */
export async function precompress(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name)).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
  for (const file of files) {
    const bytes = await readFile(file)
    if (bytes.length < LEAST_BYTES) continue
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      promisify(gzip)(bytes, { level: 9 }),
    ])
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildH5(await inputsOf('h5'))
  console.log('网页 → dist/h5')
}

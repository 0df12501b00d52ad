import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { build } from 'esbuild'
import { CONTRACT_VERSION } from '../../../cloudfunctions/contract/operation'
import { row, type BenchRow } from '../row'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const CLIENTS = 50
// Short rounds, taken in turns: what else the machine does falls on both.
const ROUNDS = 9
const SECONDS = 2

const BODY = JSON.stringify({ operation: 'policies.browse', input: { filters: {}, sort: 'newest', limit: 20 }, contractVersion: CONTRACT_VERSION })

/** How much of a bare Fastify's throughput is left when a list call goes through the whole product. */
export async function run(): Promise<BenchRow[]> {
  const script = await bundleServer()
  const product = await start(script, 'product', path.join(ROOT, 'cloudfunctions/local/seed'))
  try {
    const answerFile = path.join(path.dirname(script), 'list-answer.json')
    writeFileSync(answerFile, await listAnswer(product.url))
    const bare = await start(script, 'bare', answerFile)
    try {
      await rateOf(product.url, 2)
      await rateOf(bare.url, 2)
      const pairs: { mine: number; theirs: number }[] = []
      for (let round = 0; round < ROUNDS; round += 1) pairs.push({ mine: await rateOf(product.url, SECONDS), theirs: await rateOf(bare.url, SECONDS) })
      return [
        row('server.list-throughput-ratio', median(pairs.map(({ mine, theirs }) => mine / theirs)), '× bare Fastify', { min: 0.5 }),
        row('server.list-calls', median(pairs.map(({ mine }) => mine)), 'calls/s'),
        row('server.bare-calls', median(pairs.map(({ theirs }) => theirs)), 'calls/s'),
      ]
    } finally {
      bare.child.kill()
    }
  } finally {
    product.child.kill()
  }
}

async function bundleServer(): Promise<string> {
  const outfile = path.join(ROOT, 'node_modules/.cache/bench/bench-server.cjs')
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({ entryPoints: [path.join(ROOT, 'test/bench/server/bench-server.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'warning' })
  return outfile
}

function start(script: string, ...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
  return new Promise((resolve, reject) => {
    child.stdout!.setEncoding('utf8').once('data', (port: string) => resolve({ child, url: `http://127.0.0.1:${port.trim()}/api/call` }))
    child.once('exit', (code) => reject(new Error(`the server under test ended with ${code}`)))
  })
}

async function listAnswer(url: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: BODY })
  const text = await response.text()
  if (!text.startsWith('{"ok":true')) throw new Error(`no list: ${text.slice(0, 200)}`)
  return text
}

async function rateOf(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: BODY, connections: CLIENTS, duration: seconds })
  // A refused call is quickly answered: it must not pass for a served one.
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`)
  return result['2xx'] / result.duration
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

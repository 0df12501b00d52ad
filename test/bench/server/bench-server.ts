// A server in a process of its own, for server.bench.ts: the product's, or a bare one that answers the same bytes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { systemClock } from '../../../cloudfunctions/kernel/clock'
import { createRateLimiter } from '../../../cloudfunctions/kernel/rate-limit'
import { collections, handlers } from '../../../cloudfunctions/local/domains'
import { readCatalogue } from '../../../cloudfunctions/local/seed/read-seed'
import { buildServer } from '../../../cloudfunctions/local/server'
import { createLocalPlatform } from '../../../cloudfunctions/platform/local'
import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'

const [kind, argument] = process.argv.slice(2) as [string, string]

async function product(seedDir: string): Promise<FastifyInstance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-server-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const clock = systemClock
  const store = await openSqliteStore({ path: path.join(dataDir, 'bench.sqlite'), clock, collections })
  await importCatalogue(store, clock, readCatalogue(seedDir))
  const secret = 'only for this measurement, long enough'
  const limiter = createRateLimiter()
  return buildServer({
    handlers, store, clock, secret, demo: true, webDir: dataDir, logLevel: 'warn',
    platform: createLocalPlatform({ dataDir, secret, clock }),
    // Counts like the real one, but fifty clients of one address must get through.
    rateLimiter: { allow: (key, _perMinute, at) => limiter.allow(key, Infinity, at) },
  })
}

function bare(answerFile: string): FastifyInstance {
  const answer = readFileSync(answerFile, 'utf8')
  const app = fastify()
  app.post('/api/call', (_request, reply) => { void reply.type('application/json; charset=utf-8').send(answer) })
  return app
}

async function main(): Promise<void> {
  const app = kind === 'product' ? await product(argument) : bare(argument)
  await app.listen({ port: 0, host: '127.0.0.1' })
  console.log((app.server.address() as AddressInfo).port)
  process.on('SIGTERM', () => process.exit(0))
}
void main()

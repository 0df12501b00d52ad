import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { collections, handlers } from '../../../cloudfunctions/local/domains'
import { readEnterprises } from '../../../cloudfunctions/local/seed/read-seed'
import { seedPeople } from '../../../cloudfunctions/local/seed/seed-people'
import { buildServer, type ServerParts } from '../../../cloudfunctions/local/server'
import { createLocalPlatform } from '../../../cloudfunctions/platform/local'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import type { Store } from '../../../cloudfunctions/store/port'
import { ask, type Answered, type Asked } from './request'

export const SECRET = 'a secret of the tests, long enough'
export const SEED = path.join(process.cwd(), 'cloudfunctions/local/seed')

export interface TestServer {
  app: FastifyInstance
  inject(asked: Asked | string): Promise<Answered>
  store: Store
  dataDir: string
  /** Lets time pass for sessions and tickets. */
  passTime(ms: number): void
  /** A session token of a sample person. */
  signIn(personId: string): Promise<string>
  /** Calls an operation. */
  call(operation: string, input: unknown, token?: string): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>
  close(): Promise<void>
}

/** A server on a fresh store with the sample people, listening on a port of its own. */
export async function openServer(parts: Partial<ServerParts> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'local-server-'))
  let now = Date.now()
  const clock = { now: () => now }
  const store = await openSqliteStore({ path: path.join(dataDir, 'test.sqlite'), clock, collections })
  await seedPeople(store, readEnterprises(SEED))
  const app = await buildServer({
    handlers, store, clock, secret: SECRET, demo: true, webDir: path.join(dataDir, 'no-pages'),
    platform: createLocalPlatform({ dataDir, secret: SECRET, clock }), ...parts,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const inject = (asked: Asked | string) => ask(app.server, asked)
  return {
    inject, app, store, dataDir,
    passTime(ms) { now += ms },
    async signIn(personId) {
      const answer = await inject({ method: 'POST', url: '/session/demo', payload: { personId } })
      return answer.json().token
    },
    async call(operation, input, token) {
      const answer = await inject({
        method: 'POST', url: '/api/call', payload: { operation, input, contractVersion: 1 },
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      })
      return { status: answer.statusCode, body: answer.json() }
    },
    async close() {
      await app.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Pages like those of a build: a start page with Taro's inline script, the list of pages, a hashed file with its compressed twins, a service worker. */
export function writePages(dir: string): string {
  mkdirSync(path.join(dir, 'static/js'), { recursive: true })
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html><script>window.rem=1</script><script src="/static/js/app.1a2b3c4d.js"></script><div id="app"></div>')
  writeFileSync(path.join(dir, 'pages.json'), JSON.stringify(['/tabs/home/index', '/policies/detail/index']))
  writeFileSync(path.join(dir, 'sw.js'), 'self.addEventListener("fetch",()=>{})')
  const script = Buffer.from(`console.log("${'稀土'.repeat(2000)}")`)
  const file = path.join(dir, 'static/js/app.1a2b3c4d.js')
  writeFileSync(file, script)
  writeFileSync(`${file}.br`, brotliCompressSync(script))
  writeFileSync(`${file}.gz`, gzipSync(script))
  return dir
}

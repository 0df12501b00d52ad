import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { files } from '../../../cloudfunctions/files/collections'
import { systemClock } from '../../../cloudfunctions/kernel/clock'
import { collections } from '../../../cloudfunctions/local/domains'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import { buildLocalServer, killStarted, startServer, type Running } from './process'

let built: string
let place: string
beforeAll(() => { built = buildLocalServer() }, 60_000)
afterAll(() => { rmSync(built, { recursive: true, force: true }) })
beforeEach(() => { place = mkdtempSync(path.join(tmpdir(), 'shutdown-')) })
afterEach(() => {
  killStarted()
  rmSync(place, { recursive: true, force: true })
})

const CLIENTS = 8

describe.each(['SIGTERM', 'SIGINT'] as const)('%s under load', (signal) => {
  it('finishes what is running, loses nothing acknowledged, ends with 0', async () => {
    const server = startServer(built, { DATA_DIR: place })
    const address = await server.address
    const acknowledged = await writeUntilGone(address, server, signal)
    const { code, out } = await server.ended
    expect(code).toBe(0)
    expect(out).toContain('已停止')
    expect(acknowledged.length).toBeGreaterThan(50)

    const store = await openSqliteStore({ path: path.join(place, 'service.sqlite'), clock: systemClock, collections })
    const missing = []
    for (const id of acknowledged) if (!(await store.in(files).get(id))) missing.push(id)
    await store.close()
    expect(missing).toEqual([])
  }, 60_000)
})

it('ends at once when nobody is connected but idle keep-alive clients', async () => {
  const server = startServer(built, { DATA_DIR: place })
  const address = await server.address
  const agent = new http.Agent({ keepAlive: true })
  await new Promise<void>((resolve) => http.get(new URL('/healthz', address), { agent }, (response) => response.resume().on('end', resolve)))
  const asked = Date.now()
  server.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect(Date.now() - asked).toBeLessThan(3000)
  agent.destroy()
}, 60_000)

it('is not hurried by a second signal: a terminal and npm both send one', async () => {
  const server = startServer(built, { DATA_DIR: place })
  await server.address
  server.kill('SIGINT')
  server.kill('SIGINT')
  server.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
}, 60_000)

/** Announces files from several clients until the server is gone, which is asked for midway. @returns ids it acknowledged */
async function writeUntilGone(address: string, server: Running, signal: NodeJS.Signals): Promise<string[]> {
  const { people } = (await (await fetch(new URL('/session/demo', address))).json()) as { people: { personId: string }[] }
  const tokens = await Promise.all(people.map(({ personId }) => signIn(address, personId)))
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS })
  const acknowledged: string[] = []
  const client = async (n: number) => {
    for (let i = 0; ; i += 1) {
      const fileId = `load-${n}-${i}`
      try {
        // Another person each time: a person may announce 30 files a minute.
        const answer = await announce(address, agent, tokens[(n + i * CLIENTS) % tokens.length]!, fileId)
        if (answer.ok) acknowledged.push(fileId)
        if (acknowledged.length === 60) server.kill(signal)
      } catch {
        return
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
  agent.destroy()
  return acknowledged
}

async function signIn(address: string, personId: string): Promise<string> {
  const answer = await fetch(new URL('/session/demo', address), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ personId }) })
  return ((await answer.json()) as { token: string }).token
}

function announce(address: string, agent: http.Agent, token: string, fileId: string): Promise<{ ok: boolean }> {
  const input = { fileId, purpose: 'photo', name: 'a.png', type: 'image/png', bytes: 12 }
  return new Promise((resolve, reject) => {
    const request = http.request(new URL('/api/call', address), { method: 'POST', agent, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('error', reject)
      response.on('end', () => (response.complete ? resolve(JSON.parse(text)) : reject(new Error('cut off'))))
    })
    request.on('error', reject).end(JSON.stringify({ operation: 'files.requestUpload', input, contractVersion: 1 }))
  })
}

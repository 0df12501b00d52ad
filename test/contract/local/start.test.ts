import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildLocalServer, killStarted, startServer } from './process'

let built: string
let place: string
beforeAll(() => { built = buildLocalServer() }, 60_000)
afterAll(() => { rmSync(built, { recursive: true, force: true }) })
beforeEach(() => { place = mkdtempSync(path.join(tmpdir(), 'start-')) })
afterEach(() => {
  killStarted()
  rmSync(place, { recursive: true, force: true })
})

/** What a failed start must look like: one Chinese line on stderr, no stack, code 1. */
async function expectOneLine(env: Record<string, string>, line: RegExp): Promise<void> {
  const { code, out, err } = await startServer(built, { DATA_DIR: path.join(place, 'data'), ...env }).ended
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toMatch(/^启动失败：/)
  expect(err).toMatch(line)
  expect(`${out}${err}`).not.toMatch(/\n\s+at |node:internal|Error:/)
  expect(code).toBe(1)
}

describe('a start that cannot be says why in one line', () => {
  it('when the port is taken', async () => {
    const other = http.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expectOneLine({ PORT: String(port) }, new RegExp(`端口 ${port} 已被占用.*PORT=${port + 1}`))
    other.close()
  })

  it('when the data folder cannot be written', async () => {
    writeFileSync(path.join(place, 'file'), '')
    await expectOneLine({ DATA_DIR: path.join(place, 'file/data') }, /数据目录不可写：.*file\/data.*DATA_DIR/)
    await expectOneLine({ DATA_DIR: '/proc/service-data' }, /数据目录不可写：\/proc\/service-data/)
  })

  it('when the database is none', async () => {
    writeFileSync(path.join(place, 'service.sqlite'), 'this is no database at all, only text that is long enough to be read as a header'.repeat(40))
    await expectOneLine({ DATA_DIR: place }, /数据库文件已损坏.*备份整个数据目录/)
  })

  it('when a folder lies where the database or the secret belongs', async () => {
    mkdirSync(path.join(place, 'a/service.sqlite'), { recursive: true })
    await expectOneLine({ DATA_DIR: path.join(place, 'a') }, /数据库文件打不开.*备份整个数据目录/)
    mkdirSync(path.join(place, 'b/session-secret'), { recursive: true })
    await expectOneLine({ DATA_DIR: path.join(place, 'b') }, /session-secret 是一个文件夹/)
  })

  it.each([
    ['no JSON', '{"documents":[', /catalogue\.json 不是有效的 JSON/],
    ['a record that is wrong', JSON.stringify({ documents: [{ id: 'broken', title: '' }], items: [] }), /政策目录有误，没有导入：记录 \S+ 的 \S+：/],
  ])('when the catalogue is bad: %s', async (_what, text, line) => {
    writeFileSync(path.join(place, 'profiles.json'), '[]')
    writeFileSync(path.join(place, 'catalogue.json'), text)
    await expectOneLine({ SEED_DIR: place }, line)
  })

  it('when there is no catalogue', () => expectOneLine({ SEED_DIR: path.join(place, 'none') }, /读不到 .*catalogue\.json/))

  it.each([
    [{ STORE: 'postgres' }, /STORE=postgres 还不可用/],
    [{ PORT: 'http' }, /PORT=http 不是端口号/],
    [{ PORT: '70000' }, /PORT=70000 不是端口号/],
    [{ SESSION_SECRET: 'short' }, /SESSION_SECRET 太短/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL=loud 不可用/],
    [{ DEMO: 'fo' }, /DEMO=fo 看不懂：请填 on（开）或 off（关）/],
    [{ TRUST_PROXY: 'onn' }, /TRUST_PROXY=onn 看不懂/],
    [{ HOST: '203.0.113.9' }, /HOST 不是本机的地址/],
  ])('when a setting makes no sense: %j', (env, line) => expectOneLine(env, line))
})

describe('a start', () => {
  it('prints where to look and who to be, and imports the catalogue only once', async () => {
    const first = startServer(built, { DATA_DIR: place })
    await first.address
    first.kill('SIGTERM')
    const { out } = await first.ended
    expect(out).toMatch(/政策目录已导入：发布 155 份，草稿 32 份。/)
    expect(out).toMatch(/企业用户\s+示例企业用户（永磁材料）\s+示例永磁材料有限公司/)
    expect(out).toMatch(/管理员\s+示例管理员/)

    const second = startServer(built, { DATA_DIR: place })
    await second.address
    second.kill('SIGINT')
    const again = await second.ended
    expect(again.out).not.toContain('政策目录已导入')
    expect(again.code).toBe(0)
  }, 60_000)

  it('keeps its secret for its owner’s eyes only, and sessions last over a restart', async () => {
    const first = startServer(built, { DATA_DIR: place })
    const token = await signIn(await first.address)
    first.kill('SIGTERM')
    await first.ended
    for (const name of ['session-secret', 'service.sqlite']) expect(statSync(path.join(place, name)).mode & 0o777).toBe(0o600)

    const second = startServer(built, { DATA_DIR: place })
    const answer = await fetch(new URL('/api/call', await second.address), {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ operation: 'people.whoAmI', input: {}, contractVersion: 1 }),
    })
    expect(await answer.json()).toMatchObject({ data: { person: { personId: 'demo-admin' } } })
    second.kill('SIGTERM')
    await second.ended
  }, 60_000)

  it.each(['off', 'No', '0'])('without demo sign-in (DEMO=%s) names nobody', async (DEMO) => {
    const server = startServer(built, { DATA_DIR: place, DEMO })
    expect((await fetch(new URL('/session/demo', await server.address))).status).toBe(404)
    server.kill('SIGTERM')
    expect((await server.ended).out).not.toContain('示例')
  }, 60_000)

  it('has no demo sign-in where others than this machine can call, and says so', async () => {
    const server = startServer(built, { DATA_DIR: place, HOST: '0.0.0.0' })
    expect((await fetch(new URL('/session/demo', await server.address))).status).toBe(404)
    server.kill('SIGTERM')
    const { out } = await server.ended
    expect(out).toContain('演示登录已关闭')
    expect(out).toContain('TRUST_PROXY=off')
    expect(out).not.toContain('示例')
  }, 60_000)

  it('warns when others than this machine are let into the demo sign-in', async () => {
    const server = startServer(built, { DATA_DIR: place, HOST: '0.0.0.0', DEMO: 'on', TRUST_PROXY: 'on' })
    expect((await fetch(new URL('/session/demo', await server.address))).status).toBe(200)
    server.kill('SIGTERM')
    const { out } = await server.ended
    expect(out).toMatch(/注意：演示登录已开启.*DEMO=off/)
    expect(out).not.toContain('TRUST_PROXY')
  }, 60_000)

  it('keeps all that it makes for its owner’s eyes only, also in a folder that was there', async () => {
    writeFileSync(path.join(place, 'service.sqlite'), '', { mode: 0o644 })
    const dataDir = path.join(place, 'made/data')
    for (const folder of [place, dataDir]) {
      const server = startServer(built, { DATA_DIR: folder })
      await server.address
      for (const name of ['service.sqlite', 'service.sqlite-wal', 'service.sqlite-shm']) expect([name, statSync(path.join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
      server.kill('SIGTERM')
      await server.ended
    }
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  }, 60_000)

  it('logs what was called and how it ended, and nothing about anybody', async () => {
    const server = startServer(built, { DATA_DIR: place, LOG_LEVEL: 'info' })
    const address = await server.address
    const token = await signIn(address)
    await fetch(new URL('/api/call?phone=13812345678', address), {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ operation: 'diagnostics.reportError', input: { message: '13812345678 failed', page: 'a?name=zhang', build: '1' }, contractVersion: 1 }),
    })
    await fetch(new URL('/files/visit-of-zhang?ticket=secret-ticket', address))
    server.kill('SIGTERM')
    const { out } = await server.ended
    const lines = out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)).filter(({ msg }) => !msg?.startsWith('Server listening'))
    expect(lines).toContainEqual(expect.objectContaining({ method: 'POST', route: '/api/call', operation: 'diagnostics.reportError', status: 200 }))
    expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', route: '/files/:fileId', status: 404, code: 'NOT_FOUND' }))
    expect(lines.map((line) => JSON.stringify(line)).join()).not.toMatch(/13812345678|zhang|secret-ticket|eyJ|127\.0\.0\.1|demo-admin/)
    const report = readFileSync(path.join(place, 'client-errors.log'), 'utf8')
    expect(JSON.parse(report)).toEqual({ message: '[电话] failed', page: 'a?[参数]', build: '1', at: expect.any(String) })
  }, 60_000)
})

async function signIn(address: string): Promise<string> {
  const answer = await fetch(new URL('/session/demo', address), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"personId":"demo-admin"}' })
  return ((await answer.json()) as { token: string }).token
}

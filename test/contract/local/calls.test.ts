import fc from 'fast-check'
import { openServer, type TestServer } from './harness'

let server: TestServer
beforeAll(async () => { server = await openServer() })
afterAll(async () => { await server.close() })

const post = (payload: string | Buffer, type = 'application/json') =>
  server.inject({ method: 'POST', url: '/api/call', payload, headers: { 'content-type': type } })
const envelope = (operation: string, input: unknown) => JSON.stringify({ operation, input, contractVersion: 1 })

describe('POST /api/call maps codes to statuses', () => {
  it.each([
    [401, 'SIGN_IN_REQUIRED', envelope('files.getLink', { fileId: 'a' })],
    [404, 'UNKNOWN_OPERATION', envelope('no.such', {})],
    [404, 'NOT_FOUND', envelope('policies.getPolicy', { policyId: 'no-such-policy' })],
    [400, 'BAD_INPUT', envelope('policies.getPolicy', { policyId: '../etc' })],
    [400, 'BAD_REQUEST', '{"operation":"people.whoAmI"}'],
    [426, 'CLIENT_TOO_OLD', JSON.stringify({ operation: 'people.whoAmI', input: {}, contractVersion: -5 })],
  ])('%i %s', async (status, code, payload) => {
    const answer = await post(payload)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) } })
  })

  it('200 with the data', async () => {
    const answer = await post(envelope('people.whoAmI', {}))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toEqual({ ok: true, data: { person: null, roles: [{ role: 'guest', reach: null }] } })
  })

  it('404 NOT_FOUND to a person outside the scope', async () => {
    const token = await server.signIn('demo-admin')
    expect(await server.call('files.getLink', { fileId: 'no-such-file' }, token)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
  })

  it('409 CONFLICT', async () => {
    const token = await server.signIn('demo-admin')
    const file = { fileId: 'conflict', purpose: 'photo', name: 'a.png', type: 'image/png', bytes: 12 }
    await server.call('files.requestUpload', file, token)
    expect(await server.call('files.requestUpload', { ...file, bytes: 13 }, token)).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT' } } })
  })

  it('429 TOO_MANY_REQUESTS past an operation’s rate, by person, not by address', async () => {
    const report = { message: 'boom', page: 'p', build: '1' }
    const [one, two] = [await server.signIn('demo-enterprise-p03'), await server.signIn('demo-enterprise-p04')]
    const statuses = []
    for (let i = 0; i < 11; i += 1) statuses.push((await server.call('diagnostics.reportError', report, one)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    expect((await server.call('diagnostics.reportError', report, two)).status).toBe(200)
  })

  it('500 INTERNAL with a trace id and nothing else', async () => {
    const broken = await openServer({ rateLimiter: { allow: () => { throw new Error('SQLITE secret /srv/private') } } })
    const answer = await broken.call('people.whoAmI', {})
    expect(answer).toMatchObject({ status: 500, body: { ok: false, error: { code: 'INTERNAL', traceId: expect.any(String) } } })
    expect(JSON.stringify(answer)).not.toMatch(/SQLITE|srv|private|at /)
    await broken.close()
  })
})

describe('POST /api/call refuses in the wire’s own shape', () => {
  it.each([
    ['malformed JSON', '{"operation":', 'application/json'],
    ['an empty body', '', 'application/json'],
    ['a body that is no JSON', 'operation=people.whoAmI', 'application/x-www-form-urlencoded'],
    ['plain text', 'hello', 'text/plain'],
    ['prototype pollution', '{"__proto__":{"admin":true},"operation":"people.whoAmI","input":{},"contractVersion":1}', 'application/json'],
    ['a multipart body', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
  ])('%s', async (_what, payload, type) => {
    const answer = await post(payload, type)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({ ok: false, error: { code: 'BAD_REQUEST', message: expect.stringMatching(/[\u4e00-\u9fff]/) } })
  })

  it('a body over 100 KB, as WeChat would', async () => {
    const padded = (bytes: number) => { const text = envelope('people.whoAmI', {}); return text + ' '.repeat(bytes - text.length) }
    expect((await post(padded(100 * 1024))).statusCode).toBe(200)
    const answer = await post(padded(100 * 1024 + 1))
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toEqual({ ok: false, error: { code: 'TOO_LARGE', message: expect.stringMatching(/太大/) } })
  })

  it.each([['GET', '/api/call'], ['PUT', '/api/call'], ['POST', '/api/other'], ['GET', '/session/none'], ['DELETE', '/files/x']] as const)('%s %s', async (method, url) => {
    const answer = await server.inject({ method, url, headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

it('answers any bytes with a code, never with a failure of its own', async () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.record({ operation: fc.constantFrom('policies.browse', 'people.whoAmI', 'toString'), input: fc.jsonValue(), contractVersion: fc.integer() }).map((call) => JSON.stringify(call)))
  const authorization = fc.oneof(fc.constant(''), fc.stringMatching(/^Bearer [\w.-]{0,40}$/))
  await fc.assert(fc.asyncProperty(body, authorization, async (payload, bearer) => {
    const answer = await server.inject({ method: 'POST', url: '/api/call', payload, headers: { 'content-type': 'application/json', ...(bearer && { authorization: bearer }) } })
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.json().ok === true || typeof answer.json().error.message === 'string').toBe(true)
  }), { numRuns: 300 })
})

it('compresses long answers for those who take gzip', async () => {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip, br' }
  const long = await server.inject({ method: 'GET', url: '/session/demo', headers })
  expect(long.headers['content-encoding']).toBe('gzip')
  const short = await server.inject({ method: 'POST', url: '/api/call', payload: envelope('people.whoAmI', {}), headers })
  expect(short.headers['content-encoding']).toBeUndefined()
})

it('tells whether it is up and whether it is ready', async () => {
  expect((await server.inject('/healthz')).json()).toEqual({ ok: true })
  expect((await server.inject('/readyz')).json()).toEqual({ ok: true })
  const broken = await openServer()
  await broken.store.close()
  expect((await broken.inject('/healthz')).statusCode).toBe(200)
  expect((await broken.inject('/readyz')).statusCode).toBe(503)
  await broken.app.close()
})

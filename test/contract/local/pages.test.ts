import { createHash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openServer, writePages, type TestServer } from './harness'

const dir = mkdtempSync(path.join(tmpdir(), 'pages-'))
let server: TestServer
beforeAll(async () => { server = await openServer({ webDir: writePages(dir) }) })
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers })
const html = { accept: 'text/html,application/xhtml+xml' }
const SCRIPT = '/static/js/app.1a2b3c4d.js'

describe('the pages', () => {
  it.each(['/', '/tabs/home/index', '/policies/detail/index?policyId=a.b'])('%s is the start page, asked for anew each time', async (url) => {
    const answer = await get(url, html)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.body).toContain('<div id="app">')
  })

  it.each(['/nosuch/page', '/nosuch/page?policyId=a', '/tabs/home', '/index.html', '/nosuch.html'])('%s is none, and leads to the home page', async (url) => {
    const answer = await get(url, html)
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/')
  })

  it('the service worker gets the start page by its file name, with the policy that fits it', async () => {
    const answer = await get('/index.html?__WB_REVISION__=1', { accept: '*/*' })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-security-policy']).toBe((await get('/', html)).headers['content-security-policy'])
  })

  it.each(['/static/js/gone.js', '/favicon.ico', '/api/x', '/files/x'])('%s is no page when it is missing', async (url) => {
    expect((await get(url, html)).statusCode).not.toBe(200)
  })

  it('hashed files are kept for a year', async () => {
    const answer = await get(SCRIPT)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-type']).toMatch(/javascript/)
  })

  it('the service worker is asked for anew each time', async () => {
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
  })

  it.each([['br', 'gzip, br'], ['gzip', 'gzip'], [undefined, 'identity']])('a file compressed beforehand is sent as %s to those who take %s', async (encoding, accepted) => {
    const answer = await get(SCRIPT, { 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-type']).toMatch(/javascript/)
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/static/..%2f..%2fpackage.json', '/static/%2e%2e/%2e%2e/etc/passwd'])('nothing outside their folder: %s', async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).not.toBe(200)
    expect(answer.body).not.toContain('fastify')
  })
})

describe('security headers', () => {
  it('allow the start page’s own script by its hash, and no other inline one', async () => {
    const policy = String((await get('/', html)).headers['content-security-policy'])
    const hash = createHash('sha256').update('window.rem=1').digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).not.toMatch(/https?:|\*/)
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it.each(['/', SCRIPT, '/session/demo', '/nowhere.js', '/nosuch/page', '/%zz', '/files/%zz'])('come with %s', async (url) => {
    const { headers } = await get(url)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['content-security-policy']).toBeDefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('come with calls, answered or refused, where nothing at all may be loaded', async () => {
    for (const payload of ['{"operation":"people.whoAmI","input":{},"contractVersion":1}', '{']) {
      const { headers } = await server.inject({ method: 'POST', url: '/api/call', payload, headers: { 'content-type': 'application/json' } })
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
    }
  })
})

it('an address that cannot be read is refused in the wire’s own shape', async () => {
  const answer = await get('/%zz', html)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toEqual({ ok: false, error: { code: 'BAD_REQUEST', message: expect.stringMatching(/^[一-龥]/) } })
})

it('a build swapped in under the running server is served at once, with its own policy and pages', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'swap-'))
  const webDir = path.join(place, 'h5')
  writePages(webDir)
  const swapped = await openServer({ webDir })
  const ask = (url: string, headers = html) => swapped.inject({ method: 'GET', url, headers })
  expect((await ask('/')).body).toContain('window.rem=1')
  const next = writePages(path.join(place, 'next'))
  writeFileSync(path.join(next, 'index.html'), '<!doctype html><script>window.rem=2</script><div id="app"></div>')
  writeFileSync(path.join(next, 'pages.json'), '["/tabs/new/index"]')
  writeFileSync(path.join(next, 'static/js/new.js'), '1')
  renameSync(webDir, path.join(place, 'old'))
  // Between the two renames there is no page on the disk.
  expect((await ask('/')).body).toContain('window.rem=1')
  renameSync(next, webDir)
  const answer = await ask('/tabs/new/index')
  expect(answer.body).toContain('window.rem=2')
  expect(answer.headers['content-security-policy']).toContain(createHash('sha256').update('window.rem=2').digest('base64'))
  expect((await ask('/tabs/home/index')).statusCode).toBe(302)
  expect((await ask('/static/js/new.js', { accept: '*/*' })).statusCode).toBe(200)
  await swapped.close()
  rmSync(place, { recursive: true, force: true })
})

it('says what to do when the pages were never built', async () => {
  const bare = await openServer()
  const answer = await bare.inject({ method: 'GET', url: '/', headers: html })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('npm start')
  await bare.close()
})

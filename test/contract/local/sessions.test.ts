import { createHmac } from 'node:crypto'
import { createSigner } from 'fast-jwt'
import { persons } from '../../../cloudfunctions/people/collections'
import { createSeal } from '../../../cloudfunctions/platform/local/seal'
import { openServer, SECRET, type TestServer } from './harness'

let server: TestServer
beforeEach(async () => { server = await openServer() })
afterEach(async () => { await server.close() })

const whoAmI = (token?: string) => server.call('people.whoAmI', {}, token)
const refused = { status: 401, body: { ok: false, error: { code: 'SESSION_EXPIRED', message: '登录已过期，请重新登录' } } }

describe('a session is refused, never taken for a guest', () => {
  it.each([
    ['that is no token', 'not-a-token'],
    ['without a signature', `${b64({ alg: 'none', typ: 'JWT' })}.${b64({ provider: 'local', subject: 'demo-admin', exp: 4e9 })}.`],
    ['signed with the secret itself, which is not the key', hs256(SECRET, { provider: 'local', subject: 'demo-admin', exp: 4e9 })],
    ['signed by another server', createSeal('session', 'some other secret', 1e9, { now: Date.now }).seal({ provider: 'local', subject: 'demo-admin' }).token],
    ['made for uploads', createSeal('file upload', SECRET, 1e9, { now: Date.now }).seal({ provider: 'local', subject: 'demo-admin' }).token],
    ['of somebody unknown', createSeal('session', SECRET, 1e9, { now: Date.now }).seal({ provider: 'local', subject: 'demo-nobody' }).token],
  ])('%s', async (_what, token) => {
    expect(await whoAmI(token)).toEqual(refused)
  })

  it('after twelve hours', async () => {
    const token = await server.signIn('demo-admin')
    server.passTime(12 * 3_600_000 - 2000)
    expect((await whoAmI(token)).status).toBe(200)
    server.passTime(4000)
    expect(await whoAmI(token)).toEqual(refused)
  })

  it('with any letter of its token changed', async () => {
    const token = await server.signIn('demo-enterprise-p01')
    const [head, claims, signature] = token.split('.') as [string, string, string]
    const asAdmin = b64({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), subject: 'demo-admin' })
    expect(await whoAmI(`${head}.${asAdmin}.${signature}`)).toEqual(refused)
    expect(await whoAmI(`${head}.${claims}.${signature.slice(0, -2)}AA`)).toEqual(refused)
  })

  it.each([['Basic YTpi'], ['Bearer'], ['Bearer a b']])('in a header like %s', async (authorization) => {
    const answer = await server.inject({ method: 'POST', url: '/api/call', headers: { authorization }, payload: { operation: 'people.whoAmI', input: {}, contractVersion: 1 } })
    expect(answer.statusCode).toBe(401)
  })

  it('without an expiry', async () => {
    const forever = createSigner({ key: 'irrelevant', algorithm: 'HS256' })({ provider: 'local', subject: 'demo-admin' })
    expect(await whoAmI(forever)).toEqual(refused)
  })
})

describe('demo sign-in', () => {
  it('lists the sample people by role, says that it is a demo, and makes no name that could be real', async () => {
    const { demo, people } = (await server.inject('/session/demo')).json()
    expect(demo).toBe(true)
    const roles = people.map(({ roles: [first] }: { roles: [{ role: string }] }) => first.role)
    expect([...new Set(roles)]).toEqual(['entrepreneur', 'gridOfficer', 'handler', 'dispatcher', 'policyEditor', 'policyReviewer', 'supervisor', 'admin'])
    expect(roles.filter((role: string) => role === 'entrepreneur')).toHaveLength(13)
    expect(roles.filter((role: string) => role === 'gridOfficer')).toHaveLength(3)
    expect(people.every(({ name }: { name: string }) => name.startsWith('示例'))).toBe(true)
    expect(people.find(({ personId }: { personId: string }) => personId === 'demo-two-roles').roles).toEqual([
      { role: 'entrepreneur', label: '企业用户', reach: '示例永磁材料有限公司' }, { role: 'gridOfficer', label: '网格员', reach: '示例第二网格' },
    ])
  })

  it('begins a session of twelve hours for a listed person', async () => {
    const answer = await server.inject({ method: 'POST', url: '/session/demo', payload: { personId: 'demo-two-roles' } })
    expect(answer.headers['cache-control']).toBe('no-store')
    const { demo, token, expiresAt } = answer.json()
    expect(demo).toBe(true)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    expect((await whoAmI(token)).body.data).toEqual({
      person: { personId: 'demo-two-roles', name: '示例双身份（企业用户、网格员）' },
      roles: [{ role: 'entrepreneur', reach: '示例永磁材料有限公司' }, { role: 'gridOfficer', reach: '示例第二网格' }],
    })
  })

  it.each([[{}], [{ personId: 'demo-nobody' }], [{ personId: 5 }], [[]]])('refuses %j', async (payload) => {
    const answer = await server.inject({ method: 'POST', url: '/session/demo', payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })

  it('is not there when switched off, and sessions begun by it end', async () => {
    const token = await server.signIn('demo-admin')
    const off = await openServer({ demo: false })
    for (const method of ['GET', 'POST'] as const) {
      const answer = await off.inject({ method, url: '/session/demo', ...(method === 'POST' && { payload: { personId: 'demo-admin' } }) })
      expect(answer.statusCode).toBe(404)
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    }
    expect(await off.call('people.whoAmI', {}, token)).toEqual(refused)
    await off.close()
  })
})

describe('the sample people', () => {
  it('are put in once, and what was changed since stays changed', async () => {
    const { seedPeople } = await import('../../../cloudfunctions/local/seed/seed-people')
    const people = server.store.in(persons)
    const before = await people.count('byName')
    const admin = (await people.get('demo-admin'))!
    await people.replace({ _id: admin._id, name: '示例改名', roles: [] }, admin.version)
    expect(await seedPeople(server.store, [{ id: 'p01', name: '示例永磁材料有限公司' }])).toBe(0)
    expect(await people.count('byName')).toBe(before)
    expect(await people.get('demo-admin')).toMatchObject({ name: '示例改名', roles: [] })
  })
})

function b64(value: object): string { return Buffer.from(JSON.stringify(value)).toString('base64url') }
function hs256(key: string, claims: object): string {
  const body = `${b64({ alg: 'HS256', typ: 'JWT' })}.${b64(claims)}`
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
}

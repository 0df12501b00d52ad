import { phone } from '../../support/taro-fake'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

type SessionModule = typeof import('@/stores/session')
/** The module as after a launch: its state comes from storage. */
function launch(): SessionModule {
  let module!: SessionModule
  jest.isolateModules(() => { module = require('@/stores/session') })
  return module
}

const ME = { person: { personId: 'w1', name: '示例王' }, roles: [{ role: 'gridOfficer', reach: '一网格' }, { role: 'handler', reach: '科技局' }] }
const ok = (data: unknown) => ({ statusCode: 200, data: JSON.stringify({ ok: true, data }) })
const refused = (code: string) => ({ statusCode: 401, data: JSON.stringify({ ok: false, error: { code, message: code } }) })
const later = '2099-01-01T00:00:00Z'

function serveDemo(me: unknown = ME): void {
  phone.http = ({ url, method }) => {
    if (url.endsWith('/session/demo')) return { statusCode: 200, data: method === 'GET' ? { demo: true, people: [{ personId: 'w1', name: '示例王', roles: [] }] } : { token: 'T1', expiresAt: later } }
    return ok(me)
  }
}

beforeEach(() => {
  phone.requests = []
  phone.storage.clear()
  phone.storageFull = false
  phone.online = true
  serveDemo()
})

describe('the session', () => {
  it('is a guest’s at first, and asks nobody', async () => {
    const session = launch()
    await session.refreshSession()
    expect(session.useSession.getState()).toMatchObject({ person: null, roles: [], activeRole: 'guest', token: null, notice: null })
    expect(phone.requests).toHaveLength(0)
  })

  it('signs in as a demo person, keeps it, and survives a new launch', async () => {
    const session = launch()
    expect(await session.loadDemoPeople()).toEqual([{ personId: 'w1', name: '示例王', roles: [] }])
    await session.signInDemo('w1')
    expect(session.useSession.getState()).toMatchObject({ ...ME, activeRole: 'gridOfficer', token: 'T1' })
    session.switchRole('handler')
    session.switchRole('admin')
    const next = launch()
    expect(next.useSession.getState()).toMatchObject({ ...ME, activeRole: 'handler', token: 'T1' })
    next.signOut()
    expect(launch().useSession.getState()).toMatchObject({ person: null, activeRole: 'guest', token: null })
  })

  it('stays who one was when signing in fails half-way', async () => {
    const session = launch()
    await session.signInDemo('w1')
    const before = session.useSession.getState().kept
    phone.http = ({ url }) => (url.endsWith('/session/demo') ? { statusCode: 200, data: { token: 'T2', expiresAt: later } } : refused('FORBIDDEN'))
    await expect(session.signInDemo('w2')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(session.useSession.getState().kept).toEqual(before)
    phone.http = () => ({ statusCode: 404, data: {} })
    await expect(session.loadDemoPeople()).rejects.toMatchObject({ code: 'NOT_FOUND', userMessage: '这里没有演示登录' })
  })

  it('is cleared, with a reason, when the server says it has expired', async () => {
    const session = launch()
    await session.signInDemo('w1')
    phone.http = ({ header }) => (header?.Authorization ? refused('SESSION_EXPIRED') : ok({ person: null, roles: [] }))
    await session.refreshSession()
    expect(session.useSession.getState()).toMatchObject({ person: null, token: null, activeRole: 'guest', notice: '登录已过期，请重新登录' })
    serveDemo()
    await session.signInDemo('w1')
    expect(session.useSession.getState().notice).toBeNull()
  })

  it('ends by itself when its time is over, also without a network', async () => {
    phone.storage.set('session', { token: 'T0', expiresAt: Date.parse('2020-01-01'), ...ME, activeRole: 'handler' })
    phone.online = false
    const session = launch()
    await session.refreshSession()
    expect(session.useSession.getState()).toMatchObject({ person: null, notice: '登录已过期，请重新登录' })
  })

  it('does not let a late answer of an earlier session end the present one', async () => {
    const session = launch()
    await session.signInDemo('w1')
    let answer: (value: { statusCode: number; data: unknown }) => void = () => undefined
    phone.http = () => new Promise((resolve) => { answer = resolve })
    const refreshing = session.refreshSession()
    session.useSession.setState({ token: 'T9', kept: { ...session.useSession.getState().kept, token: 'T9' } })
    phone.http = () => ok(ME)
    answer(refused('SESSION_EXPIRED'))
    await refreshing
    expect(session.useSession.getState()).toMatchObject({ token: 'T9', person: ME.person, notice: null })
  })

  it('loses a role that was taken away, and keeps what it knew without a network', async () => {
    const session = launch()
    await session.signInDemo('w1')
    session.switchRole('handler')
    phone.online = false
    jest.useFakeTimers()
    const refreshing = session.refreshSession()
    await jest.advanceTimersByTimeAsync(5000)
    await refreshing
    jest.useRealTimers()
    expect(session.useSession.getState().activeRole).toBe('handler')
    phone.online = true
    serveDemo({ ...ME, roles: [ME.roles[0]] })
    await session.refreshSession()
    expect(session.useSession.getState()).toMatchObject({ activeRole: 'gridOfficer', roles: [ME.roles[0]] })
  })

  it('follows who signs in and out in another browser tab', async () => {
    const [here, other] = [launch(), launch()]
    await other.signInDemo('w1')
    here.switchRole('handler')
    expect(here.useSession.getState().token).toBeNull()
    await here.refreshSession()
    expect(here.useSession.getState()).toMatchObject({ ...ME, token: 'T1' })
    here.signOut()
    await other.refreshSession()
    expect(other.useSession.getState()).toMatchObject({ person: null, token: null })
  })

  it('works on without storage, and starts as a guest from a spoilt one', async () => {
    phone.storageFull = true
    const session = launch()
    await session.signInDemo('w1')
    expect(session.useSession.getState().person).toEqual(ME.person)
    phone.storageFull = false
    const kept = { token: 'T1', expiresAt: 1, ...ME, activeRole: 'handler' }
    const inner = [{ person: { personId: 'w1' } }, { person: { personId: 'w1', name: 7 } }, { roles: [null] }, { roles: [{ role: 'king', reach: null }] }, { roles: [{ role: 'handler' }] }, { activeRole: 'toString' }]
    for (const spoilt of ['x', 7, [], { token: 1 }, { ...kept, activeRole: 'king' }, ...inner.map((part) => ({ ...kept, ...part }))]) {
      phone.storage.set('session', spoilt)
      expect(launch().useSession.getState()).toMatchObject({ person: null, activeRole: 'guest' })
    }
  })
})

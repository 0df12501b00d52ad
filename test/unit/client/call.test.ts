import { AppError } from '@contract/errors'
import { requestUpload } from '@contract/files'
import { reportError } from '@contract/diagnostics'
import { getHighlights, getPolicy } from '@contract/policies/operations'
import { call } from '@/api/call'
import { ClientError, failureOf } from '@/api/failure'
import { bindSession } from '@/api/session-port'
import { upload } from '@/api/upload'
import { startNetwork } from '@/lib/network'
import { phone } from '../../support/taro-fake'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

const ok = (data: unknown) => ({ statusCode: 200, data: JSON.stringify({ ok: true, data }) })
const refuse = (code: string, message = '不行', more: object = {}) => ({ statusCode: 400, data: JSON.stringify({ ok: false, error: { code, message, ...more } }) })
const caught = (promise: Promise<unknown>) => promise.then(() => { throw new Error('should have failed') }, failureOf)

beforeEach(() => {
  jest.useFakeTimers()
  phone.requests = []
  phone.online = true
  Object.assign(globalThis, { __CLOUD_ENV__: '' })
  bindSession({ token: () => null, expired: () => undefined })
})
afterEach(() => jest.useRealTimers())

/** Lets the call under test run through its waits. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  await jest.advanceTimersByTimeAsync(30_000)
  return promise
}

describe('call', () => {
  it('refuses bad input before anything is sent, in the words of the schema', async () => {
    const failure = await caught(call(getPolicy, { policyId: '../x' }))
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'policyId', message: '编号不对，请返回上一页重试' }] })
    expect(phone.requests).toHaveLength(0)
  })

  it('sends the envelope with the session and gives the data', async () => {
    bindSession({ token: () => 't1', expired: () => undefined })
    phone.http = () => ok({ itemCount: 3 })
    expect(await settled(call(getHighlights, {}))).toEqual({ itemCount: 3 })
    expect(phone.requests[0]).toMatchObject({
      url: 'http://server.test/api/call', method: 'POST', header: { Authorization: 'Bearer t1' },
      data: { operation: 'policies.getHighlights', input: {}, contractVersion: 1 },
    })
  })

  it('sends to the cloud function of the domain in a cloud build', async () => {
    Object.assign(globalThis, { __CLOUD_ENV__: 'env-1' })
    const calls: unknown[] = []
    phone.cloud = (one) => { calls.push(one); return JSON.stringify({ ok: true, data: 1 }) }
    expect(await settled(call(getHighlights, {}))).toBe(1)
    expect(calls).toEqual([{ name: 'policies', data: { operation: 'policies.getHighlights', input: {}, contractVersion: 1 } }])
    expect(phone.requests).toHaveLength(0)
  })

  it.each([
    ['the server’s own code, message, fields and trace', refuse('CONFLICT', '刚改过', { fields: [{ path: 'a', message: 'b' }], traceId: 'T1' }), { code: 'CONFLICT', userMessage: '刚改过', fields: [{ path: 'a', message: 'b' }], traceId: 'T1' }],
    ['a code newer than this phone, with its message', refuse('BRAND_NEW', '请先认证'), { code: 'INTERNAL', userMessage: '请先认证' }],
    ['an HTML page', { statusCode: 502, data: '<html>Bad gateway</html>' }, { code: 'INTERNAL' }],
    ['nothing', { statusCode: 200, data: null }, { code: 'INTERNAL' }],
    ['a JSON of another shape', { statusCode: 200, data: '{"data":1}' }, { code: 'INTERNAL' }],
    ['a prototype name as code', refuse('toString'), { code: 'INTERNAL' }],
  ])('gives %s', async (_what, answer, expected) => {
    phone.http = () => answer
    expect(await settled(caught(call(getHighlights, {})))).toMatchObject(expected)
  })

  it('tries a query twice, after a pause, and a command once', async () => {
    let tries = 0
    phone.http = () => { tries += 1; if (tries === 1) throw { errMsg: 'request:fail reset' }; return ok(7) }
    expect(await settled(call(getHighlights, {}))).toBe(7)
    expect(tries).toBe(2)
    tries = 0
    expect(await settled(caught(call(reportError, { message: 'x', page: '', build: '' })))).toMatchObject({ code: 'OFFLINE' })
    expect(tries).toBe(1)
  })

  it('does not repeat what the server refused', async () => {
    phone.http = () => refuse('TOO_MANY_REQUESTS')
    await settled(caught(call(getHighlights, {})))
    expect(phone.requests).toHaveLength(1)
  })

  it('says offline and time-out in words of its own', async () => {
    startNetwork()
    phone.setOnline(false)
    expect(await settled(caught(call(getHighlights, {})))).toMatchObject({ code: 'OFFLINE', userMessage: '现在没有网络，请连上网络后重试' })
    phone.setOnline(true)
    phone.http = () => new Promise(() => undefined)
    const failure = await settled(caught(call(getHighlights, {})))
    expect(failure).toBeInstanceOf(ClientError)
    expect(failure).toMatchObject({ code: 'TIMEOUT' })
    phone.http = () => { throw { errMsg: 'request:fail timeout' } }
    expect(await settled(caught(call(getHighlights, {})))).toMatchObject({ code: 'TIMEOUT' })
    phone.http = () => { throw { errMsg: 'request:fail' } }
    expect(await settled(caught(call(getHighlights, {})))).toMatchObject({ code: 'OFFLINE', userMessage: '暂时连不上服务，请检查网络后重试' })
  })

  it('tells the session when it has expired, and asks again as a guest where guests may', async () => {
    const expired: string[] = []
    bindSession({ token: () => 'old', expired: (token) => expired.push(token) })
    phone.http = ({ header }) => (header?.Authorization ? refuse('SESSION_EXPIRED') : ok('for guests'))
    expect(await settled(call(getHighlights, {}))).toBe('for guests')
    expect(expired).toEqual(['old'])
    expect(await settled(caught(call(requestUpload, { fileId: 'f', purpose: 'photo', name: 'a.jpg', type: 'image/jpeg', bytes: 1 })))).toMatchObject({ code: 'SESSION_EXPIRED' })
  })
})

describe('upload', () => {
  it('asks for a ticket, sends the bytes there, and gives the id', async () => {
    phone.http = (request) => (request.filePath ? { statusCode: 200, data: '' } : ok({ url: '/files/up', fields: { ticket: 'T' }, expiresAt: '' }))
    phone.files.set('wxfile://tmp/a.jpg', 'bytes')
    const id = await settled(upload('wxfile://tmp/a.jpg', 'photo'))
    expect(phone.requests[0]!.data).toMatchObject({ input: { fileId: id, purpose: 'photo', name: 'a.jpg', type: 'image/jpeg', bytes: 5 } })
    expect(phone.requests[1]).toMatchObject({ url: 'http://server.test/files/up', filePath: 'wxfile://tmp/a.jpg', name: 'file', formData: { ticket: 'T' } })
  })

  it('gives the refusal of the file store', async () => {
    phone.http = (request) => (request.filePath ? refuse('FILE_TYPE_NOT_ALLOWED') : ok({ url: 'https://cdn.test/x', fields: {}, expiresAt: '' }))
    expect(await settled(caught(upload('a.jpg', 'photo', { fileId: 'f1', bytes: 3 })))).toMatchObject({ code: 'FILE_TYPE_NOT_ALLOWED' })
    expect(phone.requests[1]!.url).toBe('https://cdn.test/x')
    phone.http = (request) => (request.filePath ? { statusCode: 403, data: '<Error/>' } : ok({ url: '/x', fields: {}, expiresAt: '' }))
    expect(await settled(caught(upload('a.jpg', 'photo', { bytes: 3 })))).toMatchObject({ code: 'INTERNAL' })
  })
})

import { phone } from '../../support/taro-fake'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))

const fresh = (): typeof import('@/api/report-error') => {
  let module!: typeof import('@/api/report-error')
  jest.isolateModules(() => { module = require('@/api/report-error') })
  return module
}
const sent = () => phone.requests.map(({ data }) => (data as { input: { message: string; stack?: string; page: string; build: string } }).input)
const soon = () => new Promise((resolve) => { setTimeout(resolve, 0) })

beforeEach(() => {
  phone.requests = []
  phone.http = () => ({ statusCode: 200, data: '{"ok":true,"data":{}}' })
})

describe('reporting failures', () => {
  it('says what broke, where and in which build, once a launch', async () => {
    const { reportError } = fresh()
    reportError(new TypeError('x is undefined'))
    reportError(new TypeError('x is undefined'))
    reportError('x is null\n at foo', { page: '/policies/item/index?itemId=1', stack: 'at foo' })
    await soon()
    expect(sent()).toEqual([
      { message: 'TypeError: x is undefined', stack: expect.any(String), page: '/tabs/home/index', build: '1.2.3' },
      { message: 'x is null', stack: 'at foo', page: '/policies/item/index', build: '1.2.3' },
    ])
  })

  it.each([
    ['打不开 https://a.cn/x?token=abc&name=张三 了', '打不开 https://a.cn/x 了'],
    ['手机 13812345678 或 138 1234 5678', '手机 … 或 …'],
    ['身份证 15020319900101123X', '身份证 …'],
    ['信用代码里的数字 1502039', '信用代码里的数字 …'],
    ['短的 123456 留下', '短的 123456 留下'],
    ['mail li@example.com', 'mail …'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
    ['token eyJhbGciOi.eyJzdWIi.sig-1', 'token …'],
  ])('strips %s', (text, stripped) => {
    expect(fresh().withoutPersonalData(text)).toBe(stripped)
  })

  it('never throws, stays within the contract’s lengths and does not flood', async () => {
    const { reportError } = fresh()
    for (const odd of [null, undefined, 0, {}, { errMsg: 'x:fail' }, { reason: new Error('r') }, 'y'.repeat(9000), '']) reportError(odd)
    for (let n = 0; n < 30; n += 1) reportError(`failure ${String.fromCharCode(97 + n)}`)
    await soon()
    expect(sent().length).toBe(10)
    for (const { message } of sent()) expect(message.length).toBeLessThanOrEqual(500)
    phone.http = () => { throw new Error('down') }
    expect(() => fresh().reportError('z')).not.toThrow()
    await soon()
  })

  it('hears of what nothing caught', async () => {
    fresh().reportUncaughtErrors()
    phone.listeners.error[0]!('MiniProgramError\nx is not a function')
    phone.listeners.rejection[0]!({ reason: new Error('nobody waited') })
    await soon()
    expect(sent().map(({ message }) => message)).toEqual(['MiniProgramError', 'Error: nobody waited'])
  })
})

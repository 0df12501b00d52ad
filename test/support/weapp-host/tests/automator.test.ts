import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import automator from 'miniprogram-automator'
import { FIXTURE, session, until, useBrowser, type Session } from './helpers'

useBrowser()

describe('the automator protocol', () => {
  let at: Session
  beforeAll(async () => { at = await session() })
  afterAll(async () => { expect(at.host.problems).toEqual([]); await at.end() })

  it('evaluates functions in the app, with arguments, promises and app state', async () => {
    expect(await at.app.evaluate((a: number, b: number) => a + b, 1, 2)).toBe(3)
    expect(await at.app.evaluate('function () { return new Promise((resolve) => setTimeout(() => resolve(getCurrentPages().length), 5)) }')).toBe(1)
    await expect(at.app.evaluate('function () { throw new Error("里面坏了") }')).rejects.toThrow('里面坏了')
  })

  it('mocks wx methods with results and functions, and restores them', async () => {
    await at.app.mockWxMethod('getStorageSync', '假的')
    expect(await at.app.callWxMethod('getStorageSync', 'x')).toBe('假的')
    await at.app.mockWxMethod('getStorageSync', function (this: { origin(key: string): string }, key: string, extra: string) { return `${key}${extra}${this.origin(key)}` }, '!')
    expect(await at.app.callWxMethod('getStorageSync', 'k')).toBe('k!')
    await at.app.restoreWxMethod('getStorageSync')
    expect(await at.app.callWxMethod('getStorageSync', 'x')).toBe('')

    const request = '() => new Promise((success, fail) => wx.request({ url: "http://127.0.0.1:9", success, fail }))'
    await at.app.mockWxMethod('request', { statusCode: 200, data: { mocked: true } })
    expect(await at.app.evaluate(request)).toMatchObject({ data: { mocked: true } })
    await at.app.mockWxMethod('request', '() => Promise.reject({ errMsg: "request:fail 没网" })')
    await expect(at.app.evaluate(request)).rejects.toThrow('request:fail 没网')
    await at.app.restoreWxMethod('request')
    await at.app.mockWxMethod('cloud.callFunction', { result: 5 })
    expect(await at.app.callWxMethod('cloud.callFunction', { name: 'f' })).toMatchObject({ result: 5 })
    await at.app.restoreWxMethod('cloud.callFunction')
  })

  it('exposes functions to the app and hears its console', async () => {
    const calls: unknown[] = []
    const lines: { type: string; args: unknown[] }[] = []
    await at.app.exposeFunction('tellTest', (...args: unknown[]) => { calls.push(args) })
    at.app.on('console', (line) => { lines.push(line) })
    await at.app.evaluate('function () { tellTest(1, { a: 2 }); console.info("你好", { b: 1 }); console.error(new Error("日志里的错")) }')
    await until(() => calls.length === 1 && lines.length === 2)
    expect(calls).toEqual([[1, { a: 2 }]])
    expect(lines[0]).toEqual({ type: 'info', args: ['你好', { b: 1 }] })
    expect(String(lines[1]!.args[0])).toContain('日志里的错')
  })

  it('finds by selectors and XPath, within pages and elements', async () => {
    const page = await at.open('/pages/index/index')
    expect(await Promise.all(['#plus', 'button.plus', '.page > .title', '[class=title]', 'view .item text'].map(async (selector) => (await page.$(selector))?.tagName))).toEqual(['button', 'button', 'text', 'text', 'text'])
    expect(await page.$('.nowhere')).toBeNull()
    expect(await (await page.xpath('//view[@class="count"]'))!.text()).toBe('0 次')
    expect(await page.getElementsByXpath('//view[@class="item"]/text')).toHaveLength(2)
    expect(await (await (await at.$('.item')).$('.name'))!.text()).toBe('1.甲')
    await page.waitFor('.title')
  })

  it('reads elements', async () => {
    await at.open('/pages/index/index')
    const root = await at.$('#root')
    expect(await Promise.all(['id', 'class', 'data-kind'].map((name) => root.attribute(name)))).toEqual(['root', 'page', 'root'])
    const plus = await at.$('#plus')
    expect(await plus.offset()).toEqual({ left: 10, top: expect.any(Number) })
    expect((await plus.size()).width).toBe(355)
    expect(await (await at.$('.count')).outerWxml()).toBe('<view class="count">0 次</view>')
    expect(await (await at.$('.go')).property('url')).toBe('/pages/plain/index?from=navigator&name=%E4%B8%AD')
    await expect((await at.$('.go')).property('nonsense')).rejects.toThrow('navigator.nonsense not exists')
  })

  it('reads and sets page data and calls page methods', async () => {
    const page = await at.open('/pages/index/index')
    expect(await page.data('items[1].name')).toBe('乙')
    await page.setData({ 'items[1].name': '丙' })
    expect(await (await page.$$('.item'))[1]!.text()).toBe('2.丙')
    expect(await page.callMethod('add', 2, 3)).toBe(5)
    await expect(page.callMethod('nothing')).rejects.toThrow('pages/index/index has no method nothing')
  })

  it('takes pictures', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'weapp-')), 'page.png')
    await at.app.screenshot({ path: file })
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
  })

  it('says what it does not know', async () => {
    await expect(at.app.stopAudits()).rejects.toThrow('Tool.stopAudits is not implemented by the weapp host')
  })
})

describe('automator.launch', () => {
  it('starts the host by the cli that stands in for DevTools\'', async () => {
    const app = await automator.launch({ cliPath: path.join(__dirname, '../cli.cjs'), projectPath: FIXTURE, port: 19_420 })
    expect((await app.currentPage())!.path).toBe('pages/index/index')
    await app.close()
  })
})

import { compilePackage } from '../package/compile'
import { session, tinyApp, until, useBrowser, type Session } from './helpers'

useBrowser()

/** What the official client hears, and the host's own list, must both have it. */
async function problemOf(at: Session, part: string) {
  return (await until(() => at.host.problems.find((problem) => problem.message.includes(part)))).message
}

describe('what a phone has not, fails', () => {
  let at: Session
  beforeAll(async () => { at = await session() })
  afterAll(() => at.end())
  const run = (source: string) => at.app.evaluate(source)

  it('has none of a browser\'s globals', async () => {
    const absent = ['fetch', 'XMLHttpRequest', 'URL', 'URLSearchParams', 'AbortController', 'TextEncoder', 'TextDecoder', 'localStorage', 'navigator', 'self', 'parent',
      'requestAnimationFrame', 'performance', 'structuredClone', 'queueMicrotask', 'crypto', 'atob', 'Blob', 'FormData', 'WebSocket', 'Worker', 'MessageChannel', 'addEventListener', 'alert', 'Event', 'WebAssembly', 'SharedArrayBuffer']
    expect(await run(`function () { return [${absent.map((name) => `typeof ${name}`).join(',')}] }`)).toEqual(absent.map(() => 'undefined'))
    for (const name of absent) await expect(run(`function () { return ${name}.x }`)).rejects.toThrow(`${name} is not defined`)
    expect(await run('function () { return [typeof window, typeof document, typeof location, typeof globalThis.document, typeof Intl.Segmenter] }')).toEqual(Array(5).fill('undefined'))
  })

  it('has the language, timers, console and WeChat\'s functions', async () => {
    const present = ['Promise', 'Map', 'Proxy', 'Uint8Array', 'setTimeout', 'console', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'globalThis']
    expect(await run(`function () { return [${present.map((name) => `typeof ${name} !== 'undefined'`).join(',')}] }`)).toEqual(present.map(() => true))
  })

  it('runs no code from strings, and reports even a caught attempt', async () => {
    await expect(run('function () { return eval("1") }')).rejects.toThrow('eval() is forbidden in a mini-program')
    await expect(run('function () { return new Function("return 1")() }')).rejects.toThrow('new Function() is forbidden in a mini-program')
    await expect(run('function () { return (() => {}).constructor("return 1")() }')).rejects.toThrow('forbidden')
    const before = at.host.problems.length
    expect(await run('function () { try { new Function("return 1") } catch { return "caught" } }')).toBe('caught')
    await until(() => at.host.problems.length > before)
    // lodash's way to the global object is answered, without the browser in it.
    expect(await run('function () { const root = Function("return this")(); return [typeof root.Promise, typeof root.document] }')).toEqual(['function', 'undefined'])
  })

  it('fails unimplemented APIs by name, even caught ones', async () => {
    await expect(run('function () { wx.startBluetoothDevicesDiscovery({}) }')).rejects.toThrow('wx.startBluetoothDevicesDiscovery is not implemented by the weapp host')
    await run('function () { try { wx.createVKSession() } catch {} }')
    await problemOf(at, 'wx.createVKSession is not implemented')
    await expect(run('function () { wx.cloud.database() }')).rejects.toThrow('wx.cloud.database is not implemented')
    await expect(run('function () { wx.getFileSystemManager().unzip({}) }')).rejects.toThrow('FileSystemManager.unzip is not implemented')
  })

  it('fails a picker that the test has not provided for', async () => {
    await at.app.evaluate('function () { wx.requirePrivacyAuthorize({ success() {}, fail() {} }) }')
    await until(() => at.app.native().authorizeAllow().then(() => true, () => false))
    await at.fails('chooseMedia', {})
    await problemOf(at, 'the test offers none')
  })

  it('refuses setData over 1 MB, warns over 256 KB, and warns of undefined', async () => {
    const warnings: string[] = []
    at.app.on('console', ({ type, args }) => { if (type === 'warn') warnings.push(args.join(' ')) })
    await at.open('/pages/plain/index')
    await expect(run('function () { getCurrentPages()[0].setData({ text: "x".repeat(1024 * 1024) }) }')).rejects.toThrow('setData of pages/plain/index carries 1025 KB: the limit is 1024 KB')
    await run('function () { getCurrentPages()[0].setData({ text: "x".repeat(300 * 1024), other: undefined }) }')
    await until(() => warnings.length === 2)
    expect(warnings.join()).toMatch(/carries 301 KB: WeChat warns above 256 KB/)
    expect(warnings.join()).toMatch(/Setting data field "other" to undefined is invalid/)
    expect(await run('function () { const data = { text: [1] }; getCurrentPages()[0].setData(data); data.text.push(2); return getCurrentPages()[0].data.text.length }')).toBe(1)
  })
})

describe('real input', () => {
  let at: Session
  beforeAll(async () => { at = await session() })
  afterAll(() => at.end())

  it('does not tap what is covered, and says by what', async () => {
    await at.open('/pages/layers/index')
    await expect((await at.$('.below')).tap()).rejects.toThrow('<button.below> “被盖住” cannot be tapped: it is covered by <view.lid> “盖子”')
    expect(await at.data('events')).toEqual([])
  })

  it('does not tap under a dialog, nor what is not shown', async () => {
    await expect((await at.$('.hidden')).tap()).rejects.toThrow('cannot be tapped: it is not rendered')
    const modal = at.app.callWxMethod('showModal', { title: '挡住' })
    await until(async () => (await at.host.nativeTexts()).includes('挡住'))
    await expect((await at.$('.show')).tap()).rejects.toThrow(/it is covered by <div\.host-/)
    await at.app.native().cancelModal()
    await modal
  })

  it('does not use elements of a closed page', async () => {
    const old = await at.$('.show')
    await at.open('/pages/plain/index')
    await expect(old.tap()).rejects.toThrow('the element is no longer on the page')
  })
})

describe('a broken app', () => {
  const start = (files: Record<string, string>, app?: object) => session({ dist: tinyApp(files, app) })

  it('that throws in a page: reported to the client, the host and the app', async () => {
    const at = await start({ 'app.js': 'App({ onError(message) { this.seen = message } })', 'a.js': 'Page({ onLoad() { throw new Error("页面坏了") }, later() { setTimeout(() => { throw new TypeError("后来坏了") }) } })' })
    await problemOf(at, '页面坏了')
    expect(await at.app.evaluate('function () { return getApp().seen }')).toContain('页面坏了')
    const heard: string[] = []
    at.app.on('exception', ({ message }) => heard.push(message))
    await (await at.page()).callMethod('later')
    await until(() => heard.some((message) => message.includes('后来坏了')))
    await at.end()
  })

  it('that rejects where nobody listens', async () => {
    const at = await start({ 'a.js': 'Page({ onLoad() { Promise.reject(new Error("无人接")); wx.getStorage({ key: "none" }) } })' })
    await problemOf(at, '无人接')
    await problemOf(at, 'getStorage:fail data not found')
    await at.end()
  })

  it('that throws in an event handler or a component', async () => {
    const at = await start({
      'a.json': '{ "usingComponents": { "bad": "bad" } }', 'a.wxml': '<button class="t" bindtap="boom">点</button><bad />', 'a.js': 'Page({ boom() { throw new Error("处理坏了") } })',
      'bad.json': '{ "component": true }', 'bad.wxml': '<view/>', 'bad.js': 'Component({ attached() { throw new Error("组件坏了") } })',
    })
    await problemOf(at, '组件坏了')
    await (await at.$('.t')).tap()
    await problemOf(at, '处理坏了')
    await at.end()
  })

  it('that uses an unimplemented component or open-type', async () => {
    const at = await start({ 'a.wxml': '<live-player /><button class="t" open-type="launchApp">开</button><canvas canvas-id="old" />' })
    await problemOf(at, '<live-player> is not implemented by the weapp host')
    await problemOf(at, '<canvas> without type="2d"')
    await (await at.$('.t')).tap()
    await problemOf(at, '<button open-type="launchApp"> is not implemented')
    await at.end()
  })

  it('that requires a missing module, registers no page or has no App', async () => {
    await expect(start({ 'a.js': 'require("./gone"); Page({})' })).rejects.toThrow("module 'gone.js' is not defined, require args is './gone'")
    await expect(start({ 'a.js': '' })).rejects.toThrow('a.js registers no page')
    await expect(start({ 'app.js': '' })).rejects.toThrow('app.js does not call App()')
    await expect(start({ 'a.json': '{ "usingComponents": { "x": "./x" } }' })).rejects.toThrow('a.json uses <x> from "./x", but x.js is missing')
  })

  it('that names a custom tab bar it has not', async () => {
    const list = [{ pagePath: 'a', text: '甲' }, { pagePath: 'b', text: '乙' }]
    await expect(start({ 'b.js': 'Page({})', 'b.wxml': '' }, { pages: ['a', 'b'], tabBar: { custom: true, list } })).rejects.toThrow('custom-tab-bar/index is missing')
  })

  it('that touches a global at load time', async () => {
    await expect(start({ 'app.js': 'const u = new URL("http://x"); App({})' })).rejects.toThrow('URL is not defined')
  })

  it('that does not compile', () => {
    expect(() => compilePackage(tinyApp({ 'a.wxml': '<view wx:if="{{ a + }}"></view>' }), 375)).toThrow(/^a\.wxml line 1: /)
  })
})

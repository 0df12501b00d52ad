import { newProfile } from '../index'
import { session, tinyApp, until, useBrowser, type Session } from './helpers'

useBrowser()

describe('the page stack', () => {
  let at: Session
  beforeAll(async () => { at = await session() })
  afterAll(async () => { expect(at.host.problems).toEqual([]); await at.end() })
  const stack = async () => (await at.app.pageStack()).map((page) => page.path)
  const since = async (mark: number) => (await at.log()).slice(mark)

  it('runs the hooks of app and pages in WeChat\'s order', async () => {
    expect((await at.log()).filter((line) => !/^(card|picture)/.test(line))).toEqual(['app launch pages/index/index', 'app show', 'index load {}', 'index show', 'index ready'])
    const mark = (await at.log()).length
    await at.app.callWxMethod('navigateTo', { url: '/pages/plain/index?a=1' })
    await at.app.callWxMethod('navigateBack', {})
    expect(await since(mark)).toEqual(['index hide', 'plain load', 'plain show', 'plain unload', 'card page show', 'index show'])
  })

  it('passes queries undecoded, as WeChat does', async () => {
    await at.open('/pages/plain/index?a=%E5%8C%85&b=c=d')
    expect(await (await at.$('.plain')).text()).toBe('{"a":"%E5%8C%85","b":"c=d"}')
  })

  it('navigates by <navigator> and back by the native button', async () => {
    await at.open('/pages/index/index')
    await (await at.$('.go')).tap()
    await until(async () => (await at.page()).path === 'pages/plain/index')
    expect(await (await at.$('.plain')).text()).toBe('{"from":"navigator","name":"%E4%B8%AD"}')
    await at.host.tapNative('‹')
    await until(async () => (await at.page()).path === 'pages/index/index')
  })

  it('keeps tab pages alive, with their data and scroll position', async () => {
    await at.open('/pages/index/index')
    await (await at.page()).setData({ title: '记得我' })
    await at.app.pageScrollTo(300)
    await at.host.tapNative('表单')
    await until(async () => (await at.page()).path === 'pages/form/index')
    const mark = (await at.log()).length
    await at.app.native().switchTab({ url: '/pages/index/index' })
    expect(await since(mark)).toEqual(['card page show', 'index show'])
    expect(await (await at.$('.title')).text()).toBe('记得我')
    expect(await (await at.page()).scrollTop()).toBe(300)
  })

  it('closes pages above a tab and keeps no tab after reLaunch', async () => {
    await at.open('/pages/index/index')
    await at.app.callWxMethod('navigateTo', { url: '/pages/plain/index' })
    await at.app.callWxMethod('switchTab', { url: '/pages/form/index' })
    expect(await stack()).toEqual(['pages/form/index'])
    const mark = (await at.log()).length
    await at.open('/pages/plain/index')
    expect(await since(mark)).toContain('index unload')
  })

  it('refuses wrong routes in WeChat\'s words', async () => {
    expect(await at.fails('navigateTo', { url: '/pages/none/index' })).toBe('navigateTo:fail page "pages/none/index" is not found')
    expect(await at.fails('navigateTo', { url: '/pages/index/index' })).toBe('navigateTo:fail can not navigateTo a tabbar page')
    expect(await at.fails('switchTab', { url: '/pages/plain/index' })).toBe('switchTab:fail can not switch to no-tabBar page')
    expect(await at.fails('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page.')
  })

  it('opens ten pages and refuses the eleventh', async () => {
    await at.open('/pages/plain/index')
    for (let opened = 1; opened < 10; opened++) await at.app.callWxMethod('navigateTo', { url: '/pages/plain/index' })
    expect(await stack()).toHaveLength(10)
    expect(await at.fails('navigateTo', { url: '/pages/plain/index' })).toMatch(/^navigateTo:fail webview count limit exceed/)
    await at.app.callWxMethod('navigateBack', { delta: 20 })
    expect(await stack()).toHaveLength(1)
  })

  it('has a channel between a page and its opener', async () => {
    await at.open('/pages/index/index')
    const heard = await at.app.evaluate(`function () { return new Promise((resolve) => wx.navigateTo({
      url: '/pages/plain/index', events: { ready: resolve }, success: ({ eventChannel }) => eventChannel.emit('tell', '来自上一页'),
    })) }`)
    expect(heard).toBe('plain')
    await until(async () => await (await at.$('.plain')).text() === '来自上一页')
  })

  it('tells scrolling, the bottom and pulling down', async () => {
    const page = await at.open('/pages/index/index')
    await at.app.pageScrollTo(99_999)
    await until(async () => (await at.log()).includes('index bottom'))
    expect((await page.size()).height).toBeGreaterThan(900)
    await at.app.pageScrollTo(0)
    const finger = (clientY: number) => ({ touches: [{ identifier: 1, clientX: 50, clientY }], changedTouches: [{ identifier: 1, clientX: 50, clientY }] })
    await until(async () => Number(await page.scrollTop()) === 0)
    const title = await at.$('.title')
    await title.touchstart(finger(100))
    await title.touchmove(finger(200))
    await title.touchend(finger(200))
    await until(async () => (await at.log()).includes('index pull'))
    await at.app.callWxMethod('startPullDownRefresh')
    expect((await at.log()).filter((line) => line === 'index pull')).toHaveLength(2)
  })

  it('asks the page for its share card, and waits for the user', async () => {
    await at.open('/pages/form/index')
    await (await at.$('.share')).tap()
    await until(() => at.app.native().shareConfirm().then(() => true, () => false))
    expect(await (await at.open('/pages/index/index')).callMethod('onShareAppMessage', { from: 'menu' })).toEqual({ title: '分享自 menu', path: '/pages/index/index?shared=1' })
  })

  it('goes to the background and comes back by a link', async () => {
    await at.open('/pages/plain/index')
    const mark = (await at.log()).length
    await at.host.background()
    await at.host.foreground()
    await at.host.background()
    await at.host.foreground({ path: 'pages/index/index', query: { from: 'link' } })
    expect((await since(mark)).filter((line) => !/^(card|picture)/.test(line))).toEqual([
      'plain hide', 'app hide', 'app show', 'plain show', 'plain hide', 'app hide', 'app show', 'plain unload', 'index load {"from":"link"}', 'index show', 'index ready',
    ])
  })
})

describe('subpackages', () => {
  it('download with a network, stay, and cannot be opened without one', async () => {
    const at = await session()
    await at.host.setNetwork('none')
    expect(await at.fails('navigateTo', { url: '/sub/detail/index' })).toBe('navigateTo:fail subpackage "sub" is not downloaded and there is no network')
    await at.host.setNetwork('wifi')
    await at.app.callWxMethod('navigateTo', { url: '/sub/detail/index' })
    await at.host.setNetwork('none')
    await at.host.relaunch()
    await at.app.callWxMethod('navigateTo', { url: '/sub/detail/index' })
    expect(await (await at.$('.words')).text()).toBe('分包 sub/detail')
    await at.end()
  })

  it('are preloaded once the page with the rule has been shown', async () => {
    const at = await session()
    await at.host.setNetwork('none')
    await at.app.callWxMethod('switchTab', { url: '/pages/form/index' })
    expect(await at.fails('navigateTo', { url: '/other/page/index' })).toMatch(/is not downloaded/)
    await at.host.setNetwork('4g')
    await at.open('/pages/form/index')
    await at.host.setNetwork('none')
    await at.app.callWxMethod('navigateTo', { url: '/other/page/index' })
    await at.end()
  })
})

describe('a relaunch', () => {
  it('keeps storage, user files and consents; temporary files and memory are gone', async () => {
    const profile = newProfile()
    const at = await session({ profile })
    await at.app.callWxMethod('setStorageSync', 'k', { v: 1 })
    await at.app.evaluate('function () { getApp().memory = 1; wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + "/f", "kept", "utf8") }')
    await at.host.offerFiles([{ name: 'a.png', content: Buffer.from('x') }])
    const picking = at.app.callWxMethod('chooseImage', {})
    await until(() => at.app.native().authorizeAllow().then(() => true, () => false))
    const { tempFilePaths } = await picking
    await at.host.relaunch({ path: 'pages/plain/index', query: { again: '1' }, scene: 1047 })
    expect((await at.page()).path).toBe('pages/plain/index')
    const state = `function (temporary) {
      const fs = wx.getFileSystemManager()
      let gone = false
      try { fs.accessSync(temporary) } catch { gone = true }
      return [getApp().memory || 0, wx.getStorageSync('k'), fs.readFileSync(wx.env.USER_DATA_PATH + '/f', 'utf8'), gone, wx.getLaunchOptionsSync().scene]
    }`
    expect(await at.app.evaluate(state, tempFilePaths[0])).toEqual([0, { v: 1 }, 'kept', true, 1047])
    await at.end()

    // The same phone in another host.
    const next = await session({ profile })
    expect(await next.app.callWxMethod('getStorageSync', 'k')).toEqual({ v: 1 })
    expect((await next.app.callWxMethod('getPrivacySetting')).needAuthorization).toBe(false)
    await next.end()
  })
})

describe('a custom tab bar', () => {
  it('is the app\'s own component, one for each tab page', async () => {
    const tab = (pagePath: string, text: string) => ({ pagePath, text })
    const at = await session({ dist: tinyApp({
      'b.js': 'Page({ onShow() { this.getTabBar().setData({ on: 1 }) } })', 'b.wxml': '<view class="b">乙</view>',
      'custom-tab-bar/index.json': '{ "component": true }',
      'custom-tab-bar/index.wxml': '<view class="bar" style="position: fixed; bottom: 0"><view class="to" bindtap="go">到乙 {{on}}</view></view>',
      'custom-tab-bar/index.js': 'Component({ data: { on: 0 }, methods: { go() { wx.switchTab({ url: "/b" }) } } })',
    }, { pages: ['a', 'b'], tabBar: { custom: true, list: [tab('a', '甲'), tab('b', '乙')] } }) })
    expect(await at.host.nativeTexts()).toEqual([])
    await at.app.callWxMethod('switchTab', { url: '/b' })
    expect(await at.app.evaluate('function () { return getCurrentPages()[0].getTabBar().data.on }')).toBe(1)
    expect(at.host.problems).toEqual([])
    await at.end()
  })
})

describe('measurements', () => {
  it('counts setData calls and bytes, nodes, depth and children of the page on top', async () => {
    const at = await session()
    await at.open('/pages/heavy/index')
    const { history, ...figures } = await at.host.measure()
    const bytes = JSON.stringify({ rows: Array.from({ length: 70 }, (_, index) => index) }).length
    // page > view.wide > 70 × (view.row > text)
    expect(figures).toEqual({ path: 'pages/heavy/index', calls: 1, bytes, largest: bytes, nodes: 142, depth: 4, children: 70 })
    expect(history).toHaveLength(1)
    await at.end()
  })
})

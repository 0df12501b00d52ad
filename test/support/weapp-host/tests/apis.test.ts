import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { session, until, useBrowser, type Session } from './helpers'

useBrowser()

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEklEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==', 'base64')

let at: Session
let server: http.Server
let origin: string
/** A request that the server answers only when told. */
let held: { arrived?(): void; answer?(): void } = {}
beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      if (request.url === '/file.png') return response.end(PIXEL)
      if (request.url === '/hang') return undefined
      if (request.url === '/held') { held.answer = () => { response.end('{}') }; return held.arrived?.() }
      const { 'content-type': type, 'x-mine': mine } = request.headers
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify({ method: request.method, url: request.url, type, mine, body: Buffer.concat(chunks).toString('latin1') }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  at = await session({
    async cloud(name, data) {
      if (name === 'broken') throw Object.assign(new Error('坏了'), { errCode: 7 })
      return { name, data }
    },
    location: { latitude: 40.5, longitude: 110, name: '稀土大厦', address: '黄河大街' },
    update: 'ready',
    now: Date.parse('2026-11-24T02:00:00Z'),
    addresses: { 'https://zone.example': origin },
  })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  expect(at.host.problems).toEqual([])
  await at.end()
})

const call = (method: string, ...args: unknown[]) => at.app.callWxMethod(method, ...args)
/** Runs a function in the app; it may await. */
const run = (source: string, ...args: unknown[]) => at.app.evaluate(source, ...args)
const answer = (name: 'authorizeAllow' | 'authorizeCancel' | 'confirmModal' | 'cancelModal' | 'shareConfirm') => until(() => at.app.native()[name]().then(() => true, () => false))

describe('storage', () => {
  beforeEach(() => call('clearStorage'))

  it('keeps values of every kind, and answers like WeChat for what is not there', async () => {
    for (const value of ['字', 1, true, null, { a: [1, { b: 2 }] }]) {
      await call('setStorageSync', 'k', value)
      expect(await call('getStorageSync', 'k')).toEqual(value ?? '')
    }
    expect(await call('getStorageSync', 'nothing')).toBe('')
    expect(await at.fails('getStorage', { key: 'nothing' })).toBe('getStorage:fail data not found')
    expect(await at.fails('setStorage', { data: 1 })).toBe('setStorage:fail parameter error: parameter.key should be String instead of Undefined;')
  })

  it('is serialised: later changes of the object do not show', async () => {
    expect(await run('function () { const o = { a: 1 }; wx.setStorageSync("o", o); o.a = 2; return wx.getStorageSync("o").a }')).toBe(1)
  })

  it('says how much there is, and removes', async () => {
    await call('setStorage', { key: 'a', data: 'x'.repeat(2000) })
    expect(await call('getStorageInfo')).toMatchObject({ keys: ['a'], currentSize: 2, limitSize: 10240 })
    await call('removeStorage', { key: 'a' })
    expect((await call('getStorageInfoSync')).keys).toEqual([])
  })

  it('refuses more than 1 MB a key and 10 MB in all', async () => {
    const mb = 'x'.repeat(1024 * 1024 - 100)
    expect(await at.fails('setStorage', { key: 'a', data: `${mb}${'x'.repeat(200)}` })).toBe('setStorage:fail entry size limit reached')
    await run('function (mb) { for (let i = 0; i < 10; i++) wx.setStorageSync("k" + i, mb) }', mb)
    expect(await at.fails('setStorageSync', 'k10', mb)).toBe('setStorageSync:fail exceed storage max size 10Mb')
    await call('setStorageSync', 'k9', 'small')
    await call('setStorageSync', 'k10', 'fits now')
  })
})

describe('files', () => {
  it('writes and reads text and bytes, with and without Sync', async () => {
    expect(await run(`async function () {
      const fs = wx.getFileSystemManager(), path = wx.env.USER_DATA_PATH + '/a.txt'
      fs.writeFileSync(path, '稀土', 'utf8')
      fs.appendFileSync(path, '!', 'utf8')
      const bytes = fs.readFileSync(path)
      const later = await new Promise((resolve, reject) => fs.readFile({ filePath: path, encoding: 'utf8', success: resolve, fail: reject }))
      return [bytes instanceof ArrayBuffer, bytes.byteLength, later.data, later.errMsg, fs.statSync(path).isFile(), fs.readdirSync(wx.env.USER_DATA_PATH)]
    }`)).toEqual([true, 7, '稀土!', 'readFile:ok', true, ['a.txt']])
  })

  it('fails in WeChat\'s words', async () => {
    const message = await run(`function () { try { wx.getFileSystemManager().readFileSync(wx.env.USER_DATA_PATH + '/none') } catch (error) { return [error instanceof Error, error.message] } }`)
    expect(message).toEqual([true, 'readFileSync:fail no such file or directory, open wxfile://usr/none'])
    expect(await run(`function () { return new Promise((resolve) => wx.getFileSystemManager().writeFile({ filePath: 'a.txt', data: '', fail: (error) => resolve(error.errMsg) })) }`))
      .toBe('writeFile:fail permission denied, open a.txt')
  })

  it('reads files of the package, and saves temporary ones', async () => {
    const { savedFilePath, size } = await run(`async function (url) {
      const { tempFilePath } = await new Promise((success, fail) => wx.downloadFile({ url, success, fail }))
      const fs = wx.getFileSystemManager()
      const { savedFilePath } = await new Promise((success, fail) => fs.saveFile({ tempFilePath, success, fail }))
      try { fs.accessSync(tempFilePath) } catch { return { savedFilePath, size: fs.readFileSync('assets/dot.png').byteLength } }
    }`, `${origin}/file.png`)
    expect(savedFilePath).toMatch(/^wxfile:\/\/store\//)
    expect(size).toBe(PIXEL.length)
    expect((await call('getSavedFileList')).fileList).toHaveLength(1)
  })
})

describe('the network', () => {
  const request = (options: object) => run('function (options) { return new Promise((success, fail) => wx.request({ ...options, success, fail })) }', options)

  it('sends requests by WeChat\'s rules', async () => {
    const get = await request({ url: `${origin}/x?a=1`, data: { b: '二' }, header: { 'X-Mine': 'yes' } })
    expect(get).toMatchObject({ statusCode: 200, errMsg: 'request:ok', data: { method: 'GET', url: '/x?a=1&b=%E4%BA%8C', mine: 'yes' } })
    const post = await request({ url: `${origin}/x`, method: 'POST', data: { b: 2 } })
    expect(post.data).toMatchObject({ method: 'POST', type: 'application/json', body: '{"b":2}' })
    const form = await request({ url: `${origin}/x`, method: 'POST', data: { b: 2 }, header: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(form.data.body).toBe('b=2')
    expect((await request({ url: `${origin}/x`, dataType: '其他' })).data).toMatch(/^{/)
  })

  it('goes where the test says that an address is answered', async () => {
    expect((await request({ url: 'https://zone.example/x' })).data.url).toBe('/x')
  })

  it('fails on a wrong address, a closed port, a timeout and abort', async () => {
    await expect(request({ url: '/relative' })).rejects.toThrow('request:fail invalid url "/relative"')
    await expect(request({ url: 'http://127.0.0.1:9' })).rejects.toThrow(/request:fail .*CONNECTION_REFUSED/)
    await expect(request({ url: `${origin}/hang`, timeout: 50 })).rejects.toThrow('request:fail timeout')
    expect(await run('function (url) { return new Promise((resolve) => { const task = wx.request({ url, fail: (error) => resolve(error.errMsg) }); task.abort() }) }', `${origin}/hang`)).toBe('request:fail abort')
  })

  it('uploads a file with fields and downloads into a user file', async () => {
    const sent = await run(`function (url) {
      const filePath = wx.env.USER_DATA_PATH + '/photo.jpg'
      wx.getFileSystemManager().writeFileSync(filePath, 'jpeg!', 'utf8')
      return new Promise((success, fail) => wx.uploadFile({ url, filePath, name: 'photo', formData: { visit: 'v1' }, success, fail }))
    }`, `${origin}/upload`)
    const { body, type } = JSON.parse(sent.data)
    expect(type).toMatch(/^multipart\/form-data; boundary=/)
    expect(body).toContain('name="visit"\r\n\r\nv1')
    expect(body).toContain('name="photo"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\njpeg!')
    const got = await run(`function (url) { return new Promise((success, fail) => wx.downloadFile({ url, filePath: wx.env.USER_DATA_PATH + '/got.png', success, fail })) }`, `${origin}/file.png`)
    expect(got).toMatchObject({ statusCode: 200, filePath: 'wxfile://usr/got.png' })
  })

  it('goes off and on by the switch, telling listeners', async () => {
    await run('function () { getApp().changes = []; wx.onNetworkStatusChange((change) => getApp().changes.push(change)) }')
    await at.host.setNetwork('none')
    expect(await call('getNetworkType')).toMatchObject({ networkType: 'none' })
    await expect(request({ url: `${origin}/x` })).rejects.toThrow(/request:fail .*INTERNET_DISCONNECTED/)
    await run('function () { wx.cloud.init() }')
    expect(await at.fails('cloud.callFunction', { name: 'f' })).toMatch(/cloud.callFunction:fail .*INTERNET_DISCONNECTED/)
    expect(await at.fails('login')).toMatch(/login:fail .*INTERNET_DISCONNECTED/)
    await at.host.setNetwork('4g')
    expect(await run('function () { return getApp().changes }')).toEqual([{ isConnected: false, networkType: 'none' }, { isConnected: true, networkType: '4g' }])
    expect((await request({ url: `${origin}/x` })).statusCode).toBe(200)
  })

  it('fails a call that the network left under way', async () => {
    const arrived = new Promise<void>((resolve) => { held = { arrived: resolve } })
    await run('function (url) { getApp().hanging = new Promise((resolve) => wx.request({ url, fail: (error) => resolve(error.errMsg), success: resolve })) }', `${origin}/held`)
    await arrived
    await at.host.setNetwork('none')
    held.answer!()
    expect(await run('function () { return getApp().hanging }')).toMatch(/request:fail errcode:-21 /)
    await at.host.setNetwork('wifi')
  })

  it('calls cloud functions, and shows their failures', async () => {
    expect(await call('cloud.callFunction', { name: 'f', data: { a: '值' } })).toMatchObject({ result: { name: 'f', data: { a: '值' } }, errMsg: 'cloud.callFunction:ok' })
    expect(await at.fails('cloud.callFunction', { name: 'broken' })).toBe('cloud.callFunction:fail Error: errCode: 7 functions execute fail | errMsg: 坏了')
    expect(await at.fails('cloud.callFunction', { name: 'f', data: 'x'.repeat(200_000) })).toMatch(/data exceed max size/)
  })
})

describe('dialogs', () => {
  it('shows toasts and loading, and takes them away', async () => {
    await call('showToast', { title: '已提交', duration: 60_000 })
    expect(await at.host.nativeTexts()).toContain('已提交')
    await call('showLoading', { title: '加载中' })
    expect(await at.host.nativeTexts()).not.toContain('已提交')
    await call('hideLoading')
    expect(await at.host.nativeTexts()).not.toContain('加载中')
    await call('showToast', { title: '一闪', duration: 30 })
    await until(async () => !(await at.host.nativeTexts()).includes('一闪'))
  })

  it('waits for the answer to a modal, by automator or by a tap', async () => {
    const first = call('showModal', { title: '确定撤回？', content: '撤回后不能恢复' })
    await answer('confirmModal')
    expect(await first).toMatchObject({ confirm: true, cancel: false })
    const second = call('showModal', { title: '再问', cancelText: '算了' })
    await until(async () => (await at.host.nativeTexts()).includes('算了'))
    await at.host.tapNative('算了')
    expect(await second).toMatchObject({ confirm: false, cancel: true })
    await expect(at.app.native().confirmModal()).rejects.toThrow('there is no modal dialog on the screen')
  })

  it('offers an action sheet', async () => {
    const sheet = call('showActionSheet', { itemList: ['拍照', '相册'] })
    await until(async () => (await at.host.nativeTexts()).includes('相册'))
    await at.host.tapNative('相册')
    expect(await sheet).toMatchObject({ tapIndex: 1 })
    const cancelled = at.fails('showActionSheet', { itemList: ['一'] })
    await until(async () => (await at.host.nativeTexts()).includes('一'))
    await at.host.tapNative('取消')
    expect(await cancelled).toBe('showActionSheet:fail cancel')
    expect(await at.fails('showActionSheet', { itemList: ['1', '2', '3', '4', '5', '6', '7'] })).toMatch(/should not be large than 6/)
  })

  it('sets the bars', async () => {
    await call('setNavigationBarTitle', { title: '新标题' })
    expect(await at.host.nativeTexts()).toContain('新标题')
    await call('setTabBarBadge', { index: 1, text: '9' })
    expect(await at.host.nativeTexts()).toContain('9')
    await call('hideTabBar')
    expect(await at.host.nativeTexts()).not.toContain('9')
    await call('showTabBar')
    await call('removeTabBarBadge', { index: 1 })
  })
})

describe('consent', () => {
  it('asks for privacy once, then for the place, and remembers both', async () => {
    const refused = at.fails('getLocation', {})
    await answer('authorizeCancel')
    expect(await refused).toBe('getLocation:fail privacy permission is not authorized')
    const place = call('getLocation', {})
    await answer('authorizeAllow')
    await until(async () => (await at.host.nativeTexts()).includes('用于走访签到'))
    await answer('authorizeAllow')
    expect(await place).toMatchObject({ latitude: 40.5, longitude: 110 })
    expect((await call('getLocation', {})).errMsg).toBe('getLocation:ok')
    expect((await call('getSetting')).authSetting).toEqual({ 'scope.userLocation': true })
    expect((await call('getPrivacySetting')).needAuthorization).toBe(false)
  })

  it('remembers a refusal, until the settings say otherwise', async () => {
    const first = at.fails('authorize', { scope: 'scope.camera' })
    await answer('authorizeCancel')
    expect(await first).toBe('authorize:fail auth deny')
    expect(await at.fails('authorize', { scope: 'scope.camera' })).toBe('authorize:fail auth deny')
    const settings = call('openSetting')
    await answer('authorizeAllow')
    expect((await settings).authSetting['scope.camera']).toBe(true)
    await call('authorize', { scope: 'scope.camera' })
  })

  it('refuses what app.json does not announce', async () => {
    expect(await at.fails('getFuzzyLocation', {})).toMatch(/requiredPrivateInfos/)
  })

  it('lets the user choose a place', async () => {
    const chosen = call('chooseLocation')
    await answer('authorizeAllow')
    expect(await chosen).toMatchObject({ name: '稀土大厦', address: '黄河大街' })
  })

  it('subscribes only within a tap', async () => {
    expect(await at.fails('requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] })).toMatch(/max bound 3/)
    expect(await at.fails('requestSubscribeMessage', { tmplIds: ['1'] })).toBe('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
  })
})

describe('media', () => {
  it('picks what the test offers, or is cancelled', async () => {
    await at.host.offerFiles([{ name: 'a.png', content: PIXEL, width: 4, height: 3 }])
    const picked = await call('chooseMedia', { count: 1, mediaType: ['image'] })
    expect(picked).toMatchObject({ type: 'image', tempFiles: [{ size: PIXEL.length, fileType: 'image', width: 4 }] })
    expect(await call('getImageInfo', { src: picked.tempFiles[0].tempFilePath })).toMatchObject({ width: 4, height: 3 })
    const { tempFilePath } = await call('compressImage', { src: picked.tempFiles[0].tempFilePath, quality: 50 })
    expect(tempFilePath).toMatch(/\.jpg$/)
    await at.host.offerFiles(null)
    expect(await at.fails('chooseImage', {})).toBe('chooseImage:fail cancel')
  })
})

describe('the phone and the app', () => {
  it('describes itself as WeChat does', async () => {
    expect(await call('getWindowInfo')).toMatchObject({ windowWidth: 375, windowHeight: 553, statusBarHeight: 20, pixelRatio: 2, safeArea: { top: 20 } })
    expect(await call('getMenuButtonBoundingClientRect')).toEqual({ width: 87, height: 32, top: 26, bottom: 58, left: 281, right: 368 })
    expect(await at.app.systemInfo()).toMatchObject({ platform: 'devtools', SDKVersion: '3.8.0', language: 'zh_CN' })
    expect(await call('getAccountInfoSync')).toMatchObject({ miniProgram: { appId: 'touristappid' } })
    expect(await Promise.all(['request', 'showToast', 'cloud.callFunction', 'picker', 'startBluetoothDevicesDiscovery'].map((name) => call('canIUse', name)))).toEqual([true, true, true, true, false])
  })

  it('has the day that the test sets, running on', async () => {
    const [now, year, made, other] = await run('function () { return [Date.now(), new Date().getFullYear(), new Date() instanceof Date, new Date(2020, 1, 3).getDate()] }')
    expect([year, made, other]).toEqual([2026, true, 3])
    expect(now - Date.parse('2026-11-24T02:00:00Z')).toBeGreaterThan(0)
  })

  it('logs in with a new code each time', async () => {
    const [a, b] = await Promise.all([call('login'), call('login')])
    expect(a.code).not.toBe(b.code)
  })

  it('tells of an update and applies it', async () => {
    expect(await run(`function () { return new Promise((resolve) => {
      const said = [], manager = wx.getUpdateManager()
      manager.onCheckForUpdate((result) => said.push(result.hasUpdate))
      manager.onUpdateReady(() => { said.push('ready'); manager.applyUpdate(); resolve(said) })
    }) }`)).toEqual([true, 'ready'])
  })

  it('has a clipboard, calls and base64', async () => {
    await call('setClipboardData', { data: '文号' })
    expect(await call('getClipboardData')).toMatchObject({ data: '文号' })
    const calling = at.fails('makePhoneCall', { phoneNumber: '12345' })
    await answer('cancelModal')
    expect(await calling).toBe('makePhoneCall:fail cancel')
    expect(await run('function () { return wx.arrayBufferToBase64(wx.base64ToArrayBuffer("5YyF")) }')).toBe('5YyF')
  })

  it('answers selector queries within the page', async () => {
    await at.open('/pages/index/index')
    const [rect, all, viewport, none] = await run(`function () { return new Promise((resolve) => wx.createSelectorQuery()
      .select('#plus').fields({ id: true, dataset: true, rect: true, size: true, computedStyle: ['display'] })
      .selectAll('.item').boundingClientRect()
      .selectViewport().scrollOffset()
      .select('.label').boundingClientRect()
      .exec(resolve)) }`)
    expect(rect).toMatchObject({ id: 'plus', dataset: { step: '2' }, display: 'block', width: 355 })
    expect(rect.top).toBeLessThan(200)
    expect(all).toHaveLength(2)
    expect(viewport).toMatchObject({ scrollTop: 0 })
    expect(none).toBeNull()
  })
})

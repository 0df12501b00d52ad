import { session, until, useBrowser, type Element, type Session } from './helpers'

useBrowser()

let at: Session
beforeAll(async () => { at = await session() })
afterAll(async () => {
  expect(at.host.problems).toEqual([])
  await at.end()
})

type Typed = Element & { input(text: string): Promise<void>; slideTo(value: number): Promise<void>; swipeTo(index: number): Promise<void>; scrollTo(x: number, y: number): Promise<void>; moveTo(x: number, y: number): Promise<void>; scrollHeight(): Promise<number>; data(path?: string): Promise<any>; setData(data: object): Promise<void>; callMethod(name: string, ...args: unknown[]): Promise<any> }
const typed = async (selector: string) => await at.$(selector) as Typed
const events = () => at.data<string[]>('events')

describe('templates', () => {
  beforeAll(() => at.open('/pages/index/index'))

  it('renders data, wxs, lists, conditions, templates and slots', async () => {
    expect(await (await at.$('.count')).text()).toBe('0 次')
    const page = await at.page()
    expect(await Promise.all((await page.$$('.item')).map((item: Element) => item.text()))).toEqual(['1.甲', '2.乙'])
    expect(await page.$('.many')).toBeNull()
    expect(await (await at.$('.slotted')).text()).toBe('插槽里')
  })

  it('delivers taps with dataset, target and touches, and rerenders', async () => {
    const plus = await at.$('#plus')
    await plus.tap()
    await plus.tap()
    await until(async () => await at.data('count') === 4)
    expect(await (await at.$('.count')).text()).toBe('4 次')
    expect(await at.data('last')).toEqual({ type: 'tap', id: 'plus', touches: 1 })
    expect(await (await at.page()).$('.many')).not.toBeNull()
  })

  it('stops catch events and lets bind events bubble', async () => {
    await (await at.$('.inner')).tap()
    await (await at.$('.through')).tap()
    await until(async () => (await at.log()).includes('outer'))
    const log = await at.log()
    expect(log.filter((line) => /^(inner|outer|through)$/.test(line))).toEqual(['inner', 'through', 'outer'])
  })

  it('makes a long press and then no tap of it', async () => {
    await (await at.$('.press')).longpress()
    await until(async () => (await at.log()).includes('press'))
    expect(await at.log()).not.toContain('press tap')
    await (await at.$('.press')).tap()
    await until(async () => (await at.log()).includes('press tap'))
  })

  it('loads pictures of the package', async () => {
    await until(async () => (await at.log()).includes('picture 4x3'))
    expect(await (await at.$('.picture')).size()).toEqual({ width: 50, height: 25 })
  })

  it('styles by app.wxss and page.wxss in rpx and vh of the page', async () => {
    expect(await (await at.$('.title')).style('fontSize')).toBe('20px')
    expect(await (await at.$('.title')).style('color')).toBe('rgb(1, 2, 3)')
    // 667 of screen, less 64 of bars above and 50 below.
    expect(parseFloat(await (await at.$('.count')).style('height'))).toBeCloseTo(55.3, 1)
  })
})

describe('custom components', () => {
  beforeAll(() => at.open('/pages/index/index'))

  it('are closed to page selectors, and open to their own', async () => {
    expect(await (await at.page()).$('.label')).toBeNull()
    const card = await typed('card')
    expect(await (await card.$('.label'))!.text()).toBe('卡片')
    expect(await (await card.$('.label'))!.style('fontWeight')).toBe('700')
    expect(await (await card.$('.box'))!.style('color')).toBe('rgb(9, 8, 7)')
  })

  it('have data, methods and events', async () => {
    const card = await typed('card')
    await (await card.$('.open'))!.tap()
    await until(async () => await card.data('opened') === 1)
    expect(await at.log()).toContain('card opened 卡片')
    expect(await card.callMethod('twice', 4)).toBe(8)
    await card.setData({ opened: 9 })
    expect(await card.data()).toEqual({ name: '卡片', count: 7, opened: 9 })
  })
})

describe('form controls', () => {
  beforeEach(() => at.open('/pages/form/index'))
  const change = (name: string) => at.data(`changes.${name}`)

  it('types into inputs, cut to maxlength, and into textareas', async () => {
    const name = await typed('.name')
    await name.input('包头稀土高新区')
    expect(await at.data('typed')).toBe('包头稀土高新')
    expect(await name.value()).toBe('包头稀土高新')
    expect(await name.attribute('placeholder')).toBe('企业名称')
    await (await typed('.note')).input('一\n二')
    expect(await events()).toContain('note 一\n二')
    await expect((await typed('.off')).input('x')).rejects.toThrow('the <input> is disabled')
  })

  it('focuses by a real tap, blurs and confirms', async () => {
    await (await at.$('.name')).tap()
    await until(async () => (await events()).includes('focus'))
    await (await at.$('.secret')).tap()
    await until(async () => (await events()).includes('blur'))
    await (await at.$('.name')).trigger('confirm', { value: '好' })
    expect(await events()).toContain('confirm 好')
  })

  it('chooses radios and checkboxes, also by their labels, never disabled ones', async () => {
    await (await at.$('.large')).tap()
    await until(async () => await change('size') === 'large')
    await (await at.$('.a')).tap()
    await until(async () => String(await change('tags')) === 'a,b')
    await (await at.$('.b')).tap()
    await until(async () => String(await change('tags')) === 'a')
    await (await at.$('.c')).tap()
    expect(await change('tags')).toEqual(['a'])
  })

  it('switches and slides', async () => {
    await (await at.$('.agree')).tap()
    expect(await change('agree')).toBe(true)
    await (await typed('.score')).slideTo(7)
    expect(await change('score')).toBe(8)
  })

  it('picks from one column, and cancels', async () => {
    await (await at.$('.one')).tap()
    await until(async () => (await at.host.nativeTexts()).includes('电子'))
    await at.host.tapNative('电子')
    await at.host.tapNative('确定')
    await until(async () => await change('one') === '2')
    await (await at.$('.one')).tap()
    await until(async () => (await at.host.nativeTexts()).includes('取消'))
    await at.host.tapNative('取消')
    await until(async () => (await events()).includes('cancel'))
  })

  it('picks from columns that depend on one another', async () => {
    await (await at.$('.multi')).tap()
    await until(async () => (await at.host.nativeTexts()).includes('西'))
    await at.host.tapNative('西')
    await until(async () => (await at.host.nativeTexts()).includes('四'))
    await at.host.tapNative('四')
    await at.host.tapNative('确定')
    await until(async () => String(await change('multi')) === '1,1')
    expect(await events()).toContain('column 01')
  })

  it('picks a date that exists and a time', async () => {
    await (await at.$('.date')).tap()
    await until(async () => (await at.host.nativeTexts()).includes('2028'))
    expect(await at.host.nativeTexts()).not.toContain('29')
    await at.host.tapNative('2028')
    await until(async () => (await at.host.nativeTexts()).includes('29'))
    await at.host.tapNative('29')
    await at.host.tapNative('确定')
    await until(async () => await change('date') === '2028-02-29')
    await (await at.$('.time')).tap()
    await until(async () => (await at.host.nativeTexts()).includes('45'))
    await at.host.tapNative('45')
    await at.host.tapNative('确定')
    await until(async () => await change('time') === '09:45')
  })

  it('answers pickers by their change event too, as journeys do on DevTools', async () => {
    await (await at.$('.one')).trigger('change', { value: '0' })
    expect(await change('one')).toBe('0')
    await (await at.$('.wheel')).trigger('change', { value: [2] })
    expect(await change('wheel')).toEqual([2])
  })

  it('submits everything by name, and resets', async () => {
    await (await typed('.name')).input('甲公司')
    await (await at.$('.submit')).tap()
    await until(async () => at.data('submitted'))
    expect(await at.data('submitted')).toEqual({
      name: '甲公司', secret: '', note: '', size: 'small', tags: ['b'], agree: false, score: 4, one: '1', multi: [0, 0], date: '2026-02-28', time: '09:30', wheel: [1],
    })
    await (await at.$('.large')).tap()
    await (await at.$('.reset')).tap()
    await until(async () => (await events()).includes('reset'))
    await (await at.$('.submit')).tap()
    await until(async () => (await at.data('submitted')).size === 'small')
  })

  it('does nothing on a disabled button', async () => {
    await (await at.$('.dead')).tap()
    await (await at.$('.submit')).tap()
    await until(async () => at.data('submitted'))
    expect(await events()).not.toContain('dead')
  })

  it('asks the user on open-type and subscribe buttons', async () => {
    await (await at.$('.phone')).tap()
    await until(() => at.app.native().authorizeAllow().then(() => true, () => false))
    await until(async () => (await events()).includes('getPhoneNumber:ok'))
    await (await at.$('.subscribe')).tap()
    await until(() => at.app.native().authorizeCancel().then(() => true, () => false))
    await until(async () => (await events()).includes('subscribed reject'))
  })
})

describe('scrolling and layers', () => {
  it('scrolls a scroll-view, tells its edges and refreshes', async () => {
    await at.open('/pages/scroll/index')
    const list = await typed('.list')
    await list.scrollTo(0, 9999)
    await until(async () => (await events()).includes('lower'))
    expect(await list.property('scrollTop')).toBe(800)
    expect(await list.scrollHeight()).toBe(1000)
    await (await at.page()).setData({ into: 'row-3' })
    await until(async () => await list.property('scrollTop') === 150)
    await (await at.page()).setData({ top: 0 })
    await list.scrollTo(0, 0)
    await until(async () => (await events()).includes('upper'))
    const touch = (clientY: number) => ({ touches: [{ identifier: 1, clientX: 50, clientY }], changedTouches: [{ identifier: 1, clientX: 50, clientY }] })
    await list.touchstart(touch(100))
    await list.touchmove(touch(180))
    await list.touchend(touch(180))
    await until(async () => (await events()).includes('refresh'))
    await (await at.page()).setData({ refreshing: false })
    await until(async () => (await events()).includes('restored'))
  })

  it('swipes by automator and by data', async () => {
    await at.open('/pages/scroll/index')
    await (await typed('.slides')).swipeTo(2)
    expect(await events()).toContain('slide 2s2touch')
    await (await at.page()).setData({ slide: 1 })
    await until(async () => (await events()).includes('slide 1s1'))
  })

  it('moves, draws, shows progress and safe rich text', async () => {
    const page = await at.open('/pages/scroll/index')
    const mover = await typed('.mover')
    await mover.moveTo(30, 20)
    expect([await mover.property('x'), await mover.property('y')]).toEqual([30, 20])
    expect(await (await at.$('.bar')).text()).toContain('40%')
    const rich = await (await at.$('.rich')).wxml()
    expect(rich).toBe('<p>一段<strong>重点</strong></p>')
    const { tempFilePath, width } = await page.callMethod('draw')
    expect(width).toBe(100)
    expect(await at.app.callWxMethod('getImageInfo', { src: tempFilePath })).toMatchObject({ width: 10, height: 10 })
  })

  it('observes intersections and the page\'s end', async () => {
    const page = await at.open('/pages/scroll/index')
    await page.callMethod('watch')
    await at.app.pageScrollTo(5000)
    await until(async () => (await events()).includes('bottom'))
    await until(async () => (await events()).some((line) => /^ratio (0\.\d+|1)$/.test(line)))
    expect(await page.scrollTop()).toBeGreaterThan(500)
  })

  it('opens a page-container and closes it by its mask', async () => {
    await at.open('/pages/layers/index')
    // navigationStyle: custom, and no tab page.
    expect(await at.host.nativeTexts()).toEqual([])
    await (await at.$('.show')).tap()
    await until(async () => (await events()).includes('entered'))
    await (await at.$('page-container')).trigger('clickoverlay')
    await until(async () => (await events()).includes('left'))
  })

  it('taps what a root-portal has carried away', async () => {
    await at.open('/pages/layers/index')
    await (await at.$('.portal')).tap()
    await until(async () => (await events()).includes('portal'))
  })
})

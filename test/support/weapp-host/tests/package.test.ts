import { compileTemplates } from '../package/wxml'
import { compileWxss } from '../package/wxss'
import { readPackage } from '../package/reader'
import { FIXTURE, tinyApp } from './helpers'

describe('the package reader', () => {
  it('lists pages and packages with their sizes', () => {
    const { pages, packages } = readPackage(FIXTURE)
    expect(pages).toContain('sub/detail/index')
    expect(packages.map(({ root, name }) => [root, name])).toEqual([['', '__APP__'], ['sub', 'sub'], ['other', 'other-package']])
    expect(packages[1]!.bytes).toBeGreaterThan(10)
  })

  it('refuses a folder that is no mini-program, and a page without its files', () => {
    expect(() => readPackage('/tmp')).toThrow('it has no app.json')
    expect(() => readPackage(tinyApp({}, { pages: ['a', 'gone'] }))).toThrow('app.json names the page "gone", but gone.js is missing')
  })

  it('refuses a package over 2 MB and a total over its limit, counting subpackages apart', () => {
    const big = 'x'.repeat(1024 * 1024 + 512 * 1024)
    const sub = { subPackages: [{ root: 'sub', pages: ['b'] }] }
    const files = { 'sub/b.js': `Page({})//${big}`, 'sub/b.wxml': '', 'big.txt': big }
    expect(() => readPackage(tinyApp(files, sub))).not.toThrow()
    expect(() => readPackage(tinyApp({ ...files, 'more.txt': big }, sub))).toThrow(/package "main" is \d+ KB: WeChat's limit is 2048 KB/)
    expect(() => readPackage(tinyApp(files, sub), { package: 2 ** 21, total: 2 ** 21 })).toThrow(/all packages together are/)
  })

  it('does not count what DevTools leaves out of the upload', () => {
    expect(() => readPackage(tinyApp({ 'app.js.map': 'x'.repeat(3 * 1024 * 1024) }))).not.toThrow()
  })

  it('refuses a tab bar with one entry or with a page of a subpackage', () => {
    expect(() => readPackage(tinyApp({}, { tabBar: { list: [{ pagePath: 'a', text: '甲' }] } }))).toThrow('WeChat wants 2 to 5')
    expect(() => readPackage(tinyApp({}, { tabBar: { list: [{ pagePath: 'a', text: '甲' }, { pagePath: 'b', text: '乙' }] } }))).toThrow('"b" is not a page of the main package')
  })
})

describe('the WXSS compiler', () => {
  const files: Record<string, string> = {
    'app.wxss': '@import "./base.wxss"; page { height: 100vh } view.x > .y { width: 750rpx; margin: -10rpx 0 }',
    'base.wxss': '@keyframes k { from { left: 1rpx } } .z { color: red }',
    'broken.wxss': '@import "./nowhere.wxss";',
  }
  const options = { read: (file: string) => files[file] ?? null, tags: new Set(['view']), width: 375 }

  it('inlines imports and turns tags, rpx and vh into what the host shows', () => {
    const css = compileWxss('app.wxss', options)
    expect(css).toContain('.z { color: red }')
    expect(css).toContain('from { left: 0.5px }')
    expect(css).toContain('wx-page { height: calc(var(--page-vh) * 100) }')
    expect(css).toContain('wx-view.x > .y { width: 375px; margin: -5px 0 }')
  })

  it('keeps a component\'s classes apart', () => {
    expect(compileWxss('base.wxss', { ...options, scope: 'c1' })).toContain('.c1--z { color: red }')
  })

  it('fails on a missing import', () => {
    expect(() => compileWxss('broken.wxss', options)).toThrow('nowhere.wxss is imported, but missing')
  })
})

describe('the WXML compiler', () => {
  it('fails on a broken template and says where', () => {
    expect(() => compileTemplates({ a: '<view>\n<text></view>' }, {})).toThrow(/^a\.wxml line \d+: /)
  })

  it('collects the properties that tags are used with', () => {
    const { tags } = compileTemplates({ a: '<input placeholder-class="x" value="{{a > 1 ? 1 : 2}}" bindinput="f" data-x="1" class="c" password />' }, {})
    expect(tags.input!.sort()).toEqual(['password', 'placeholderClass', 'value'])
  })
})

import type { Browser } from 'playwright-core'
import { generateCatalogue } from '../support/catalogue/generate'
import { launchBrowser, openReader, startServer, type Reader, type RunningServer } from '../support/h5-app'
import { eventually, goToTab, top } from '../support/h5-pages'

jest.setTimeout(120_000)

const POLICIES = 10_000
let server: RunningServer
let browser: Browser
let reader: Reader

beforeAll(async () => {
  server = await startServer(await generateCatalogue(POLICIES, 7))
  browser = await launchBrowser()
  reader = await openReader(browser, server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const nodes = () => reader.page.evaluate(`[...document.querySelectorAll('.taro_page')].pop().querySelectorAll('*').length`) as Promise<number>
const scrollTo = (where: string) => reader.page.evaluate(`(() => { const list = [...document.querySelectorAll('.taro_page')].pop().querySelector('taro-scroll-view-core'); list.scrollTop = ${where} })()`)
const names = async () => (await top(reader.page).locator('[role=link]').allInnerTexts())

test('with 10,000 policies the list never holds more than 500 nodes, from its top to its end', async () => {
  const { page } = reader
  await page.goto('/')
  await page.getByText('项惠企政策可以查').waitFor({ timeout: 60_000 })
  await goToTab(page, '我的')
  await top(page).getByText('没有网络也能查').waitFor({ timeout: 90_000 })
  await goToTab(page, '政策')
  await top(page).getByText('现在可查').waitFor()
  const seen = new Set(await names())
  expect(await nodes()).toBeLessThanOrEqual(500)
  for (const screens of [1, 2, 3, 6, 12, 40, 200]) {
    await scrollTo(`${screens} * 700`)
    // Rows are drawn for the new place before the next step.
    await eventually(page, `(() => { const page = [...document.querySelectorAll('.taro_page')].pop(); const list = page.querySelector('taro-scroll-view-core').getBoundingClientRect(); return [...page.querySelectorAll('[role=link]')].some((card) => { const box = card.getBoundingClientRect(); return box.top < list.bottom && box.bottom > list.top }) })()`)
    expect(await nodes()).toBeLessThanOrEqual(500)
    for (const name of await names()) seen.add(name)
  }
  expect(seen.size).toBeGreaterThan(60)
  await scrollTo('1e9')
  await eventually(page, `(() => { const list = [...document.querySelectorAll('.taro_page')].pop().querySelector('taro-scroll-view-core'); list.scrollTop = 1e9; return list.scrollHeight - list.scrollTop - list.clientHeight < 2 && list.querySelectorAll('[role=link]').length > 0 })()`)
  expect(await nodes()).toBeLessThanOrEqual(500)
  expect(reader.complaints).toEqual([])
})

import { eventually, goToTab, tap, top, typeSearch } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'

const reader = useReader({ withCopy: true })

const openSearch = async () => {
  await goToTab(reader.page, '首页')
  await tap(reader.page, '搜政策、事项、文号，支持拼音')
  await top(reader.page).getByText('可以这样搜').waitFor()
}
const firstHit = () => top(reader.page).locator('[role=link]').first()

describe('search on the phone', () => {
  test('finds Chinese as one types and marks the hits', async () => {
    await openSearch()
    await typeSearch(reader.page, '专精特新 奖励')
    await top(reader.page).getByText('符合').first().waitFor()
    await expect(firstHit().innerText()).resolves.toContain('专精特新')
    await expect(firstHit().innerText()).resolves.toContain('奖励')
  })

  test('finds by pinyin initials and by full pinyin', async () => {
    await openSearch()
    await typeSearch(reader.page, 'zjtx')
    await top(reader.page).getByText('按拼音匹配“专精特新”').waitFor()
    await expect(firstHit().innerText()).resolves.toContain('专精特新')
    await typeSearch(reader.page, 'gaoxinjishu')
    await top(reader.page).getByText('按拼音匹配“高新技术').waitFor()
    await expect(firstHit().innerText()).resolves.toContain('高新技术')
  })

  test('finds with one wrong character and says what it looked for', async () => {
    await openSearch()
    await typeSearch(reader.page, '稀士贴息')
    await top(reader.page).getByText('没有“稀士贴息”').waitFor()
    await expect(firstHit().innerText()).resolves.toContain('稀土')
  })

  test('finds by document number without brackets', async () => {
    await openSearch()
    await typeSearch(reader.page, '内政发2024 6号')
    await top(reader.page).getByText('内政发〔2024〕6号').first().waitFor()
  })

  test('an empty result offers another way; an opened one is remembered', async () => {
    await openSearch()
    await typeSearch(reader.page, '啦啦啦啦呀')
    await top(reader.page).getByText('没有找到“啦啦啦啦呀”').waitFor()
    await typeSearch(reader.page, '稳岗返还')
    await top(reader.page).getByText('符合').first().waitFor()
    await firstHit().click()
    await top(reader.page).getByText('能得到什么').waitFor()
    await reader.page.goto('/policies/search/index')
    await top(reader.page).getByText('最近搜过').waitFor()
    await expect(top(reader.page).getByText('稳岗返还').first().isVisible()).resolves.toBe(true)
  })

  test('without a network: opens, searches and shows details, and says so calmly', async () => {
    const { page, context } = reader
    await eventually(page, 'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)')
    await context.setOffline(true)
    await page.goto('/')
    await top(page).getByText('现在没有网络').first().waitFor()
    await top(page).getByText('209 项惠企政策可以查').waitFor()
    await openSearch()
    await typeSearch(page, 'zjtx')
    await top(page).getByText('按拼音匹配').waitFor()
    await firstHit().click()
    await top(page).getByText('能得到什么').waitFor()
    await top(page).getByText('申报条件').waitFor()
    await context.setOffline(false)
    await top(page).getByText('现在没有网络').waitFor({ state: 'hidden' })
  })
})

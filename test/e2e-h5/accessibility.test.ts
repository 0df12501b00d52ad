import { readFileSync } from 'node:fs'
import { tap, top, typeSearch } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Violation { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

const reader = useReader({ withCopy: true, shared: true })

/** What axe finds wrong against WCAG 2.1 A and AA, contrast included, as lines to read. */
async function problems(): Promise<string[]> {
  const { page } = reader
  // As a string, since the content policy allows no added script elements.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`) as { violations: Violation[] }
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary}`))
}

const PAGES: [name: string, path: string, ready: string][] = [
  ['首页', '/', '项惠企政策可以查'],
  ['政策', '/tabs/policies/index', '现在可查'],
  ['没有结果的筛选', '/tabs/policies/index?level=zone&supportType=loanInterest', '清除全部筛选'],
  ['办事', '/tabs/services/index', '免申即享'],
  ['我的', '/tabs/me/index', '文字大小'],
  ['事项', '/policies/item/index?policyId=cn-caijin-2026-2&itemId=cn-caijin-2026-2-equip', '能得到什么'],
  ['文件', '/policies/policy/index?policyId=cn-caijin-2026-2', '文件沿革'],
  ['历史文件', '/policies/policy/index?policyId=cn-equip-loan-2024', '请勿按本文件申报'],
  ['搜索', '/policies/search/index', '可以这样搜'],
  ['收藏', '/policies/favourites/index', '还没有收藏'],
  ['选择身份', '/people/sign-in/index', '示例管理员'],
  ['政策体检', '/enterprises/check/index', '先补这几项'],
  ['体检问题：选一个', '/enterprises/question/index?fact=entityType', '个体工商户'],
  ['体检问题：选几个', '/enterprises/question/index?fact=activities', '设备更新'],
  ['体检问题：填数', '/enterprises/question/index?fact=employees', '从业人数是多少'],
  ['企业情况', '/enterprises/facts/index', '纳税信用等级'],
]

describe('accessibility', () => {
  test.each(PAGES)('%s has no failure of WCAG 2.1 AA', async (_name, path, ready) => {
    await reader.page.goto(path)
    await top(reader.page).getByText(ready).first().waitFor()
    await expect(problems()).resolves.toEqual([])
  })

  test('search results, marked hits included', async () => {
    await reader.page.goto('/policies/search/index')
    await typeSearch(reader.page, 'zjtx')
    await top(reader.page).getByText('按拼音匹配').waitFor()
    await expect(problems()).resolves.toEqual([])
  })

  test('the filter sheet', async () => {
    await reader.page.goto('/tabs/policies/index')
    await top(reader.page).locator('[aria-label="全部筛选"]').click()
    await top(reader.page).getByText('办理方式').waitFor()
    await expect(problems()).resolves.toEqual([])
  })

  test.each(PAGES)('%s in 大字 runs over no edge', async (_name, path, ready) => {
    const { page } = reader
    await page.goto('/tabs/me/index')
    await tap(page, '大字')
    await page.goto(path)
    await top(page).getByText(ready).first().waitFor()
    const over = await page.evaluate(`(() => { const node = [...document.querySelectorAll('.taro_page')].pop(); return node.scrollWidth - node.clientWidth })()`)
    expect(over).toBeLessThanOrEqual(0)
  })
})

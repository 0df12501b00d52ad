import { goToTab, openHome, tap, top, waitForCopy } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'

const reader = useReader()

describe('browsing as a guest', () => {
  test('home says how much there is, what ends soon and what is new', async () => {
    const { page } = reader
    await openHome(page)
    await expect(top(page).getByText('209 项惠企政策可以查').isVisible()).resolves.toBe(true)
    await expect(top(page).getByText('12月31日截止').isVisible()).resolves.toBe(true)
    await expect(top(page).getByText('还有37天').isVisible()).resolves.toBe(true)
    await expect(top(page).getByText('内蒙古自治区2026年中小企业培育安排').isVisible()).resolves.toBe(true)
  })

  test('a list narrowed by level and support keeps its filters in the address and over a reload', async () => {
    const { page } = reader
    await openHome(page)
    await goToTab(page, '政策')
    await top(page).getByText('209 项').waitFor()
    await top(page).locator('[aria-label="全部筛选"]').click()
    await tap(page, '自治区级')
    await tap(page, '奖励')
    await tap(page, /^看 6 项$/)
    await top(page).getByText('6 项').waitFor()
    expect(page.url()).toContain('level=region&supportType=award')
    await page.reload()
    await top(page).getByText('6 项').waitFor()
    await expect(top(page).getByText('专精特新中小企业奖励').isVisible()).resolves.toBe(true)
  })

  test('an empty list says which filter to loosen and what that brings', async () => {
    const { page } = reader
    await page.goto('/tabs/policies/index?level=zone&supportType=loanInterest')
    await top(page).getByText('没有同时满足 2 项筛选的政策').waitFor()
    // Known once the whole catalogue is on the phone.
    await top(page).getByText('不限级别，只看贷款贴息').click()
    await top(page).getByText('8 项').first().waitFor()
  })

  test('an item shows its worth, days left, conditions, how to apply and evidence', async () => {
    const { page } = reader
    await openHome(page)
    await tap(page, '设备更新贷款贴息（2026年）')
    await top(page).getByText('申报条件').waitFor()
    for (const words of ['即将失效', '37', '能得到什么', '怎么办理', '文件信息', '依据来源', '财金〔2026〕2号', '2026年1月19日']) {
      await top(page).getByText(words).first().waitFor()
    }
  })

  test('a document that was replaced warns first and leads to the new one', async () => {
    const { page } = reader
    await openHome(page)
    await waitForCopy(page)
    await page.goto('/tabs/policies/index?validity=historical')
    await tap(page, /优质中小企业三级培育/)
    await top(page).getByText('请勿按本事项申报').waitFor()
    await tap(page, '看新文件')
    await top(page).getByText('文件沿革').waitFor()
    await expect(top(page).getByText('优质中小企业梯度培育管理办法').first().isVisible()).resolves.toBe(true)
  })

  test('lapsed and historical texts never stand in the list unless asked for', async () => {
    const { page } = reader
    await page.goto('/tabs/policies/index?validity=historical')
    await top(page).getByText('符合筛选').waitFor()
    const cards = await top(page).locator('[role=link]').allInnerTexts()
    expect(cards.length).toBeGreaterThan(3)
    for (const card of cards) expect(card).toContain('历史文件')
    await page.goto('/tabs/policies/index')
    await top(page).getByText('209 项').waitFor()
    for (const word of ['历史文件', '已失效', '已废止']) await expect(top(page).getByText(word, { exact: true }).count()).resolves.toBe(0)
  })

  test('a favourite is kept over a reload and can be taken back', async () => {
    const { page } = reader
    await openHome(page)
    await tap(page, '设备更新贷款贴息（2026年）')
    await tap(page, '收藏这项政策')
    await top(page).getByText('已收藏', { exact: true }).waitFor()
    await page.goto('/policies/favourites/index')
    await top(page).getByText('共 1 项').waitFor()
    await tap(page, '设备更新贷款贴息（2026年）')
    await tap(page, '已收藏')
    await top(page).getByText('收藏这项政策').waitFor()
    await page.goto('/policies/favourites/index')
    await top(page).getByText('还没有收藏').waitFor()
  })

  test('大字 enlarges every page', async () => {
    const { page } = reader
    await openHome(page)
    await goToTab(page, '我的')
    await top(page).getByText('文字大小').waitFor()
    const size = () => top(page).getByText('我的收藏').evaluate((node) => Number.parseFloat((node as unknown as { ownerDocument: { defaultView: { getComputedStyle(n: unknown): { fontSize: string } } } }).ownerDocument.defaultView.getComputedStyle(node).fontSize))
    const standard = await size()
    await tap(page, '大字')
    expect(await size()).toBeCloseTo(standard * 1.25, 1)
    await goToTab(page, '政策')
    await expect(top(page).locator('.text-large').count()).resolves.toBe(1)
  })

  test('a link to something that is not published says so and offers a way on', async () => {
    const { page } = reader
    await page.goto('/policies/policy/index?policyId=no-such-policy')
    await top(page).getByText('没有找到这个文件').waitFor()
    // The browser itself reports the 404 of the call.
    reader.complaints.length = 0
  })

  test('on a desk the page keeps a phone-wide column in the middle', async () => {
    const desk = await reader.another({ desk: true })
    await openHome(desk.page)
    const box = await top(desk.page).boundingBox()
    expect(box!.width).toBeLessThanOrEqual(430)
    expect(Math.abs(box!.x + box!.width / 2 - 640)).toBeLessThan(2)
    await desk.context.close()
  })
})

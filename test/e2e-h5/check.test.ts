import { tap, top } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'

const reader = useReader({ withCopy: true })

const openCheck = () => reader.page.goto('/enterprises/check/index')
const see = (words: string | RegExp) => top(reader.page).getByText(words).first().waitFor()

/** Fills in one fact by its own page. */
async function fill(fact: string, answer: { choose?: string[]; type?: string }): Promise<void> {
  await reader.page.goto(`/enterprises/question/index?fact=${fact}&alone=1`)
  await see('存好')
  for (const words of answer.choose ?? []) await top(reader.page).getByText(words, { exact: true }).click()
  if (answer.type !== undefined) await top(reader.page).locator('input').fill(answer.type)
  await tap(reader.page, '存好')
}

describe('政策体检 on the phone', () => {
  test('an empty profile gets no promise, but what to fill in first', async () => {
    await openCheck()
    await see('还没有能确定可享的政策')
    await see('先补这几项，最有用')
    await see('可享 0')
    await see('可能 209')
  })

  test('answers make policies certain, stay over a reload, and can be changed and cleared', async () => {
    const { page } = reader
    await openCheck()
    await tap(page, '开始补充')
    await tap(page, '包头稀土高新区')
    await tap(page, '下一题')
    await see('第 2 题')
    await fill('entityType', { choose: ['企业'] })
    await fill('qualifications', { choose: ['专精特新中小企业'] })
    await fill('creditStatus', { choose: ['无严重失信'] })
    await openCheck()
    await see('按已填的 4 项企业情况')
    await see(/^可享 [1-9]/)
    await see('专精特新中小企业奖励')
    await page.reload()
    await see('按已填的 4 项企业情况')
    await page.goto('/enterprises/facts/index')
    await see('已填 4 项，共 26 项')
    await tap(page, '全部清空')
    await page.getByText('清空', { exact: true }).last().click()
    await see('已填 0 项')
  })

  test('a wrong number is refused with what to do, and nothing typed is lost', async () => {
    const { page } = reader
    await page.goto('/enterprises/question/index?fact=disabledEmploymentRatioPercent&alone=1')
    await top(page).locator('input').fill('480')
    await tap(page, '存好')
    await see('请填 0 到 100 之间的数')
    await expect(top(page).locator('input').inputValue()).resolves.toBe('480')
    await top(page).locator('input').fill('1.2')
    await tap(page, '存好')
    await page.goto('/enterprises/facts/index')
    await see('1.2 %')
  })

  test('an item says clause by clause what holds, what fails and what is missing', async () => {
    const { page } = reader
    await fill('activities', { choose: ['贷款'] })
    await page.goto('/policies/item/index?policyId=cn-caijin-2026-2&itemId=cn-caijin-2026-2-equip')
    await see('贵企业是否符合')
    await see('不符合：实施设备更新并取得银行固定资产贷款')
    await see('贵企业：贷款')
    await fill('activities', { choose: ['设备更新'] })
    await page.goto('/policies/item/index?policyId=cn-caijin-2026-2&itemId=cn-caijin-2026-2-equip')
    await see('另有 2 项要求请自行核对')
    await tap(page, '不符合')
    await see('不符合：由经办银行发放')
  })
})

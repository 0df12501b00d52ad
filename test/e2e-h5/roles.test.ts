import { ROLE_LABELS } from '../../cloudfunctions/contract/roles'
import { goToTab, openHome, tap, top } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'
import { PEOPLE } from '../support/sample-people'

const reader = useReader()

const openSignIn = async () => {
  await openHome(reader.page)
  await goToTab(reader.page, '我的')
  await top(reader.page).getByText('登录', { exact: true }).click()
  await top(reader.page).getByText('这是单机演示').waitFor()
}

describe('demo sign-in', () => {
  test.each(PEOPLE)('as %s, who stays signed in over a reload and can leave again', async (role, name) => {
    const { page } = reader
    await openSignIn()
    await tap(page, name)
    await top(page).getByText('退出登录').waitFor()
    await expect(top(page).getByText(name).isVisible()).resolves.toBe(true)
    await expect(top(page).getByText(role, { exact: true }).first().isVisible()).resolves.toBe(true)
    await page.reload()
    await top(page).getByText(name).waitFor()
    await tap(page, '退出登录')
    await page.getByText('退出', { exact: true }).last().click()
    await top(page).getByText('您还没有登录').waitFor()
  })

  test('one person with two roles switches between them', async () => {
    const { page } = reader
    await openSignIn()
    await tap(page, '示例双身份（企业用户、网格员）')
    await top(page).getByText('以哪个身份使用').waitFor()
    await tap(page, ROLE_LABELS.gridOfficer)
    await goToTab(page, '首页')
    await top(page).getByText('示例第二网格').waitFor()
  })
})

import { ROLE_LABELS } from '../../cloudfunctions/contract/roles'
import { goToTab, openHome, tap, top } from '../support/h5-pages'
import { useReader } from '../support/h5-reader'

const reader = useReader()

const openSignIn = async () => {
  await openHome(reader.page)
  await goToTab(reader.page, '我的')
  await top(reader.page).getByText('登录', { exact: true }).click()
  await top(reader.page).getByText('这是单机演示').waitFor()
}

const PEOPLE: [role: string, name: string][] = [
  [ROLE_LABELS.entrepreneur, '示例企业用户（永磁材料）'],
  [ROLE_LABELS.gridOfficer, '示例网格员（第一网格）'],
  [ROLE_LABELS.handler, '示例部门经办（教育局）'],
  [ROLE_LABELS.dispatcher, '示例派单员'],
  [ROLE_LABELS.policyEditor, '示例政策编辑'],
  [ROLE_LABELS.policyReviewer, '示例政策审核'],
  [ROLE_LABELS.supervisor, '示例督查员'],
  [ROLE_LABELS.admin, '示例管理员'],
]

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

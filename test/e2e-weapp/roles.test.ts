import { ROLE_LABELS } from '../../cloudfunctions/contract/roles'
import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'

const journeys = useJourneys()
let phone: WeappDriver
beforeAll(async () => { phone = await journeys.start() })
afterAll(() => phone.finish())

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

test.each(PEOPLE)('demo sign-in as %s, kept over a relaunch, and signing out', async (role, name) => {
  await phone.switchTab('/tabs/me/index')
  await phone.tap('登录')
  await phone.see('这是单机演示')
  await phone.tap(name)
  await phone.see('退出登录')
  await phone.see(role)
  await phone.relaunch()
  await phone.see('项惠企政策可以查')
  await phone.switchTab('/tabs/me/index')
  await phone.see(name)
  await phone.tap('退出登录')
  await phone.confirm()
  await phone.see('您还没有登录')
})

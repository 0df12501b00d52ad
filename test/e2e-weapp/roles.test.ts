import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'
import { PEOPLE } from '../support/sample-people'

const journeys = useJourneys()
let phone: WeappDriver
beforeAll(async () => { phone = await journeys.start() })
afterAll(() => phone.finish())

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

import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'

const journeys = useJourneys()
let phone: WeappDriver
beforeEach(async () => { phone = await journeys.start() })
afterEach(() => phone.finish())

test('政策体检 asks, decides, and keeps the answers over a relaunch, also without a network', async () => {
  await phone.see('209 项惠企政策可以查')
  await phone.switchTab('/tabs/me/index')
  await phone.see('没有网络也能查')
  await phone.switchTab('/tabs/home/index')
  await phone.tap('政策体检')
  await phone.see('先补这几项，最有用')
  await phone.screenshot('check-empty')
  await phone.tap('开始补充')
  await phone.tap('包头稀土高新区')
  await phone.tap('下一题')
  await phone.see('第 2 题')
  await phone.tap('专精特新中小企业')
  await phone.tap('下一题')
  await phone.see('第 3 题')
  await phone.setOffline(true)
  await phone.relaunch()
  await phone.see('项惠企政策可以查')
  await phone.open('/enterprises/check/index')
  await phone.see('按已填的 2 项企业情况')
  await phone.screenshot('check')
  await phone.open('/enterprises/facts/index')
  await phone.see('专精特新中小企业')
})

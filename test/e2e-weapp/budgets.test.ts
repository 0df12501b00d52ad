import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'

// Half of what WeChat's audit allows for nodes, so that a page may grow.
const BUDGET = { nodes: 500, depth: 20, children: 60, calls: 2, bytes: 64 * 1024 }

/** Each main page, and a text that only its content has. */
const PAGES = [
  ['/tabs/home/index', '209 项惠企政策可以查'],
  ['/tabs/policies/index', '209 项'],
  ['/tabs/services/index', '办事'],
  ['/tabs/me/index', '文字大小'],
  ['/policies/search/index', '可以这样搜'],
] as const

const journeys = useJourneys()
let phone: WeappDriver
beforeAll(async () => {
  phone = await journeys.start()
  await phone.see('209 项惠企政策可以查')
  await phone.switchTab('/tabs/me/index')
  await phone.see('没有网络也能查')
})
afterAll(() => phone.finish())

test.each(PAGES)('%s stays within its budget', async (page, content) => {
  await phone.open(page)
  await phone.see(content)
  const figures = await phone.measure()
  if (!figures) return
  for (const [name, limit] of Object.entries(BUDGET)) {
    expect([name, figures[name as keyof typeof BUDGET] <= limit ? 'within' : figures[name as keyof typeof BUDGET]]).toEqual([name, 'within'])
  }
})

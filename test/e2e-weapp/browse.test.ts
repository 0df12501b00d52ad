import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'

const journeys = useJourneys()

let phone: WeappDriver
beforeEach(async () => { phone = await journeys.start() })
// Fails if the app had an uncaught error, used something WeChat has not, or something the host has not.
afterEach(() => phone.finish())

const ITEM = '设备更新贷款贴息（2026年）'

describe('browsing as a guest, in the mini-program', () => {
  test('home says how much there is, what ends soon and what is new', async () => {
    await phone.see('209 项惠企政策可以查')
    await phone.see('还有37天')
    await phone.screenshot('home')
  })

  test('search finds as one types, by Chinese and by pinyin, and leads to the item', async () => {
    await phone.see('209 项惠企政策可以查')
    await phone.tap('搜政策、事项、文号，支持拼音')
    await phone.at('policies/search/index')
    await phone.see('可以这样搜')
    await phone.type('搜政策', 'zjtx')
    await phone.see('按拼音匹配“专精特新”')
    await phone.screenshot('search')
    await phone.type('搜政策', '设备更新贷款贴息')
    await phone.tap(ITEM)
    await phone.at('policies/item/index')
    await phone.see('申报条件')
    await phone.screenshot('item')
    await phone.back()
    await phone.at('policies/search/index')
  })

  test('a favourite is kept over a relaunch', async () => {
    await phone.tap(ITEM)
    await phone.tap('收藏这项政策')
    await phone.see('已收藏')
    await phone.relaunch()
    await phone.see('209 项惠企政策可以查')
    await phone.open('/policies/favourites/index')
    await phone.see('共 1 项')
    await phone.see(ITEM)
  })

  test('every tab opens, and stays alive', async () => {
    for (const [tab, words] of [['policies', '209 项'], ['services', '办事'], ['me', '文字大小'], ['home', '209 项惠企政策可以查']] as const) {
      await phone.switchTab(`/tabs/${tab}/index`)
      await phone.see(words)
      await phone.screenshot(tab)
    }
  })
})

describe('without a network', () => {
  test('the catalogue on the phone is searched and read, also after a relaunch', async () => {
    await phone.see('209 项惠企政策可以查')
    await phone.switchTab('/tabs/me/index')
    await phone.see('没有网络也能查')
    await phone.setOffline(true)
    await phone.relaunch()
    await phone.see('209 项惠企政策可以查')
    await phone.tap('搜政策、事项、文号，支持拼音')
    await phone.type('搜政策', '专精特新 奖励')
    await phone.see('符合')
    await phone.screenshot('offline-search')
    await phone.open('/tabs/home/index')
    await phone.tap(ITEM)
    await phone.see('申报条件')
  })
})

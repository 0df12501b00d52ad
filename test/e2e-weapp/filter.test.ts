import type { WeappDriver } from '../support/weapp-driver'
import { useJourneys } from './journey'

const journeys = useJourneys()
let phone: WeappDriver
beforeEach(async () => {
  phone = await journeys.start()
  await phone.see('209 项惠企政策可以查')
  await phone.switchTab('/tabs/me/index')
  await phone.see('没有网络也能查')
})
afterEach(() => phone.finish())

describe('finding policies, in the mini-program', () => {
  test('the list is narrowed by level and support, and says what to loosen when nothing is left', async () => {
    await phone.switchTab('/tabs/policies/index')
    await phone.see('209 项')
    await phone.tap('级别')
    await phone.tap('自治区级')
    await phone.tap('看 ')
    await phone.see('符合筛选')
    await phone.tap('支持方式')
    await phone.tap('奖励')
    await phone.tap('看 6 项')
    await phone.see('6 项')
    await phone.screenshot('filtered')
    await phone.tap('奖励')
    await phone.tap('清空')
    await phone.tap('贷款贴息')
    await phone.tap('看 ')
    await phone.tap('自治区级')
    await phone.tap('清空')
    await phone.tap('高新区级')
    await phone.tap('没有符合的，去看看放宽哪项')
    await phone.see('没有同时满足 2 项筛选的政策')
    await phone.tap('不限级别，只看贷款贴息')
    await phone.see('8 项')
  })

  test('search forgives one wrong character, takes full pinyin and a document number without brackets', async () => {
    await phone.switchTab('/tabs/home/index')
    await phone.tap('搜政策、事项、文号，支持拼音')
    await phone.type('搜政策', '稀士贴息')
    await phone.see('没有“稀士贴息”')
    await phone.see('技改贷款')
    await phone.type('搜政策', 'gaoxinjishu')
    await phone.see('按拼音匹配“高新技术')
    await phone.type('搜政策', '内政发2024 6号')
    await phone.see('内政发〔2024〕6号')
    await phone.type('搜政策', '啦啦啦啦呀')
    await phone.see('没有找到“啦啦啦啦呀”')
  })

  test('a historical document warns first and leads to the newer one', async () => {
    await phone.open('/policies/policy/index?policyId=cn-equip-loan-2024')
    await phone.see('请勿按本文件申报')
    await phone.see('历史文件')
    await phone.tap('看新文件')
    await phone.see('财金〔2026〕2号')
    await phone.screenshot('policy')
  })
})

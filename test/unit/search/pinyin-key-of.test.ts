import fc from 'fast-check'
import { tokensOf } from '../../../cloudfunctions/contract/policies/pinyin'
import { pinyinKeyOf } from '../../../cloudfunctions/policies/pinyin'

test.each([
  ['重点', 'ZhongDian'], ['重大', 'ZhongDa'], ['重组', 'ChongZu'], ['重庆', 'ChongQing'], ['增长', 'ZengZhang'], ['中长期', 'ZhongChangQi'],
  ['银行', 'YinHang'], ['支行', 'ZhiHang'], ['分行', 'FenHang'], ['行业', 'HangYe'], ['行政', 'XingZheng'], ['参与', 'CanYu'],
  ['调整', 'TiaoZheng'], ['调减', 'TiaoJian'], ['上调', 'ShangTiao'], ['调度', 'DiaoDu'], ['调查', 'DiaoCha'], ['绿色', 'LvSe'],
  ['降低', 'JiangDi'], ['率先', 'ShuaiXian'], ['费率', 'FeiLv'], ['还款', 'HuanKuan'], ['返还', 'FanHuan'], ['会计', 'KuaiJi'],
  ['冠军', 'GuanJun'], ['处长', 'ChuZhang'], ['税务总局', 'ShuiWuZongJu'], ['石拐', 'ShiGuai'], ['钕铁硼', 'NvTiePeng'],
])('%s is read %s', async (text, key) => expect(await pinyinKeyOf(text)).toBe(key))

test('other characters keep their places', async () => {
  const text = '“小巨人”2026年Ａi 🎉𠮷'
  const key = await pinyinKeyOf(text)
  expect(key).toBe('_XiaoJuRen_2026NianAI_____')
  expect(tokensOf(key)).toHaveLength(text.length)
  expect(await pinyinKeyOf('')).toBe('')
})

test('a key has one token a UTF-16 unit, in plain ASCII', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
    const key = await pinyinKeyOf(text)
    expect(tokensOf(key)).toHaveLength(text.length)
    expect(key).toMatch(/^[\w]*$/)
  }), { numRuns: 500 })
})

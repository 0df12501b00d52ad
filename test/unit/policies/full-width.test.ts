import fc from 'fast-check'
import { fullWidth } from '../../../cloudfunctions/policies/full-width'

it.each([
  ['奖补(20%),最高5万元;另行通知:', '奖补（20%），最高5万元；另行通知：'],
  ['上浮30%(内蒙古标准待核)', '上浮30%（内蒙古标准待核）'],
  ['细则(2023修订),见“附件”(三)', '细则（2023修订），见“附件”（三）'],
  ['真的吗?!', '真的吗？！'],
  ['重磅!2025年', '重磅！2025年'],
  ['条件:5人以上', '条件：5人以上'],
  ['SMM:包头稀土高新区', 'SMM：包头稀土高新区'],
  ['至2025-12-31,2026年是否延续', '至2025-12-31，2026年是否延续'],
  ['到此为止.', '到此为止。'],
  ['(一)', '（一）'],
  ['只有一半)的', '只有一半）的'],
])('sets %s in Chinese', (text, expected) => expect(fullWidth(text)).toBe(expected))

it.each([
  '1,000万元', '每日7:24起', '比例1:3的', '不超过5.5%', '1.税收优惠', '清单.docx', '2023.8.1', '财建〔2021〕106号', '财政部 工业和信息化部',
  'Inner Mongolia (2024): new, better; really?', '见https://www.gov.cn/a?b=1,2:3', '发到a.b@gov.cn', '3.0版', '300元/吨', 'R&D', '营商环境...',
])('leaves %s as it is', (text) => expect(fullWidth(text)).toBe(text))

it('ends an address where the sentence goes on', () =>
  expect(fullWidth('见https://www.gov.cn/a,另行通知')).toBe('见https://www.gov.cn/a，另行通知'))

const CHARACTERS = [...'政策，（）。：',...'abZ019,.;:!?()%/ -“”', '𠀀', '😀']
const anyText = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 24 }).map((chars) => chars.join(''))

it('changes marks one for one and nothing else, and twice is as once', () => {
  fc.assert(fc.property(anyText, (text) => {
    const set = fullWidth(text)
    expect(set).toHaveLength(text.length)
    expect(fullWidth(set)).toBe(set)
    expect(set.normalize('NFKC').replace(/。/g, '.')).toBe(text.normalize('NFKC').replace(/。/g, '.'))
  }), { numRuns: 5000 })
})

it('leaves text without Chinese alone', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => expect(fullWidth(text)).toBe(text)))
})

it('keeps numbers whole', () => {
  fc.assert(fc.property(fc.nat(), fc.constantFrom(',', ':', '.'), fc.nat({ max: 999 }), (a, mark, b) => {
    const number = `${a}${mark}${String(b).padStart(3, '0')}`
    expect(fullWidth(`共${number}万元`)).toBe(`共${number}万元`)
  }))
})

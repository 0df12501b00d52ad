import { deriveSizeClass, SIZE_ROWS, type SizeFacts, type SizeMeasure, type SizeRowKey } from '../../../cloudfunctions/contract/matching'
import { sampleProfiles } from '../../support/matching/random-enterprise'

// 第四条 of the standard in its own words, so that the table is checked against the text and not against itself.
const STANDARD = `
（一）农、林、牧、渔业。营业收入20000万元以下的为中小微型企业。其中，营业收入500万元及以上的为中型企业，营业收入50万元及以上的为小型企业，营业收入50万元以下的为微型企业。
（二）工业。从业人员1000人以下或营业收入40000万元以下的为中小微型企业。其中，从业人员300人及以上，且营业收入2000万元及以上的为中型企业；从业人员20人及以上，且营业收入300万元及以上的为小型企业；从业人员20人以下或营业收入300万元以下的为微型企业。
（三）建筑业。营业收入80000万元以下或资产总额80000万元以下的为中小微型企业。其中，营业收入6000万元及以上，且资产总额5000万元及以上的为中型企业；营业收入300万元及以上，且资产总额300万元及以上的为小型企业；营业收入300万元以下或资产总额300万元以下的为微型企业。
（四）批发业。从业人员200人以下或营业收入40000万元以下的为中小微型企业。其中，从业人员20人及以上，且营业收入5000万元及以上的为中型企业；从业人员5人及以上，且营业收入1000万元及以上的为小型企业；从业人员5人以下或营业收入1000万元以下的为微型企业。
（五）零售业。从业人员300人以下或营业收入20000万元以下的为中小微型企业。其中，从业人员50人及以上，且营业收入500万元及以上的为中型企业；从业人员10人及以上，且营业收入100万元及以上的为小型企业；从业人员10人以下或营业收入100万元以下的为微型企业。
（六）交通运输业。从业人员1000人以下或营业收入30000万元以下的为中小微型企业。其中，从业人员300人及以上，且营业收入3000万元及以上的为中型企业；从业人员20人及以上，且营业收入200万元及以上的为小型企业；从业人员20人以下或营业收入200万元以下的为微型企业。
（七）仓储业。从业人员200人以下或营业收入30000万元以下的为中小微型企业。其中，从业人员100人及以上，且营业收入1000万元及以上的为中型企业；从业人员20人及以上，且营业收入100万元及以上的为小型企业；从业人员20人以下或营业收入100万元以下的为微型企业。
（八）邮政业。从业人员1000人以下或营业收入30000万元以下的为中小微型企业。其中，从业人员300人及以上，且营业收入2000万元及以上的为中型企业；从业人员20人及以上，且营业收入100万元及以上的为小型企业；从业人员20人以下或营业收入100万元以下的为微型企业。
（九）住宿业。从业人员300人以下或营业收入10000万元以下的为中小微型企业。其中，从业人员100人及以上，且营业收入2000万元及以上的为中型企业；从业人员10人及以上，且营业收入100万元及以上的为小型企业；从业人员10人以下或营业收入100万元以下的为微型企业。
（十）餐饮业。从业人员300人以下或营业收入10000万元以下的为中小微型企业。其中，从业人员100人及以上，且营业收入2000万元及以上的为中型企业；从业人员10人及以上，且营业收入100万元及以上的为小型企业；从业人员10人以下或营业收入100万元以下的为微型企业。
（十一）信息传输业。从业人员2000人以下或营业收入100000万元以下的为中小微型企业。其中，从业人员100人及以上，且营业收入1000万元及以上的为中型企业；从业人员10人及以上，且营业收入100万元及以上的为小型企业；从业人员10人以下或营业收入100万元以下的为微型企业。
（十二）软件和信息技术服务业。从业人员300人以下或营业收入10000万元以下的为中小微型企业。其中，从业人员100人及以上，且营业收入1000万元及以上的为中型企业；从业人员10人及以上，且营业收入50万元及以上的为小型企业；从业人员10人以下或营业收入50万元以下的为微型企业。
（十三）房地产开发经营。营业收入200000万元以下或资产总额10000万元以下的为中小微型企业。其中，营业收入1000万元及以上，且资产总额5000万元及以上的为中型企业；营业收入100万元及以上，且资产总额2000万元及以上的为小型企业；营业收入100万元以下或资产总额2000万元以下的为微型企业。
（十四）物业管理。从业人员1000人以下或营业收入5000万元以下的为中小微型企业。其中，从业人员300人及以上，且营业收入1000万元及以上的为中型企业；从业人员100人及以上，且营业收入500万元及以上的为小型企业；从业人员100人以下或营业收入500万元以下的为微型企业。
（十五）租赁和商务服务业。从业人员300人以下或资产总额120000万元以下的为中小微型企业。其中，从业人员100人及以上，且资产总额8000万元及以上的为中型企业；从业人员10人及以上，且资产总额100万元及以上的为小型企业；从业人员10人以下或资产总额100万元以下的为微型企业。
（十六）其他未列明行业。从业人员300人以下的为中小微型企业。其中，从业人员100人及以上的为中型企业；从业人员10人及以上的为小型企业；从业人员10人以下的为微型企业。`

const MEASURES: Record<string, SizeMeasure> = { 从业人员: 'employees', 营业收入: 'annualRevenueWan', 资产总额: 'totalAssetsWan' }
const CLASSES = ['微型', '小型', '中型', '大型'] as const
type Bounds = Partial<Record<SizeMeasure, number>>

/** For each row its bounds: what 小型, 中型 and 大型 begin at. */
const rows = STANDARD.trim().split('\n').map((line) => {
  const [, name = '', all = '', medium = '', small = ''] = /^（.+?）(.+?)。(.+?)的为中小微型企业。其中，(.+?)的为中型企业[；，](.+?)的为小型企业/.exec(line)!
  const bounds = (text: string): Bounds =>
    Object.fromEntries([...text.matchAll(/(从业人员|营业收入|资产总额)(\d+)/g)].map(([, measure, least]) => [MEASURES[measure!], Number(least)]))
  return { name, bounds: [bounds(small), bounds(medium), bounds(all)] as const }
})
const keyOf = (name: string): SizeRowKey => (Object.keys(SIZE_ROWS) as SizeRowKey[]).find((key) => SIZE_ROWS[key].name === name)!
const of = (facts: Partial<SizeFacts>) => deriveSizeClass({ industry: null, employees: null, annualRevenueWan: null, totalAssetsWan: null, ...facts })

describe('the size class by 工信部联企业〔2011〕300号', () => {
  it('has every row of the standard', () => {
    expect(rows).toHaveLength(16)
    expect(Object.values(SIZE_ROWS).map(({ name }) => name)).toEqual(rows.map(({ name }) => name))
  })

  describe.each(rows)('$name', ({ name, bounds }) => {
    const row = keyOf(name)
    it.each([1, 2, 3])('begins a class where all its bounds are met, and no lower (%i)', (level) => {
      const met = bounds[level - 1]!
      expect(of({ row, ...met }).sizeClass).toBe(CLASSES[level])
      for (const measure of Object.keys(met) as SizeMeasure[]) {
        const short = { ...met, [measure]: met[measure]! - (measure === 'employees' ? 1 : 0.01) }
        expect(of({ row, ...short }).sizeClass).toBe(CLASSES[level - 1])
        // One measure far above does not help.
        const uneven = Object.fromEntries(Object.keys(met).map((each) => [each, each === measure ? short[measure] : 1e7]))
        expect(of({ row, ...uneven }).sizeClass).toBe(CLASSES[level - 1])
      }
    })
    it('is 微型 at nothing at all', () => expect(of({ row, employees: 0, annualRevenueWan: 0, totalAssetsWan: 0 }).sizeClass).toBe('微型'))
  })

  it('says which facts are missing', () => {
    expect(of({})).toMatchObject({ sizeClass: null, missing: ['industry'] })
    expect(of({ industry: ['C'], employees: 50 })).toMatchObject({ sizeClass: null, missing: ['annualRevenueWan'], text: '还没有填年销售收入' })
    expect(of({ industry: ['L'], annualRevenueWan: 9000 })).toMatchObject({ missing: ['employees', 'totalAssetsWan'] })
  })

  it('answers early where what is missing cannot matter', () => {
    expect(of({ industry: ['C'], employees: 19 }).sizeClass).toBe('微型')
    expect(of({ industry: ['C'], employees: 20 }).sizeClass).toBeNull()
  })

  it('asks for the main business only when rows would differ', () => {
    expect(of({ industry: ['F'], employees: 9, annualRevenueWan: 90 }).sizeClass).toBe('微型')
    expect(of({ industry: ['F'], employees: 30, annualRevenueWan: 6000 })).toMatchObject({ sizeClass: null, missing: [], chooseRow: ['wholesale', 'retail'] })
    expect(of({ industry: ['F', '批发'], employees: 30, annualRevenueWan: 6000 }).sizeClass).toBe('中型')
    expect(of({ industry: ['零售'], employees: 30, annualRevenueWan: 6000 }).sizeClass).toBe('小型')
    expect(of({ industry: ['F'], employees: 30, annualRevenueWan: 6000, row: 'retail' }).sizeClass).toBe('小型')
    expect(of({ industry: ['H'], employees: 100, annualRevenueWan: 2000 })).toMatchObject({ sizeClass: '中型', rows: ['lodging', 'catering'] })
    expect(of({ industry: ['C', 'L'], employees: 5 }).sizeClass).toBe('微型')
  })

  it('does not size what the standard does not name', () => {
    for (const industry of [['J'], ['P'], ['Q'], ['稀土']]) expect(of({ industry, employees: 9, annualRevenueWan: 9, totalAssetsWan: 9 })).toMatchObject({ sizeClass: null, missing: [], chooseRow: [] })
  })

  it('agrees with what the sample enterprises say of themselves', () => {
    for (const { profile } of sampleProfiles()) if (profile.sizeClass !== null && profile.totalAssetsWan !== null) expect(deriveSizeClass(profile).sizeClass).toBe(profile.sizeClass)
  })
})

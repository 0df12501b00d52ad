import * as v from 'valibot'
import { anniversary, FACT_NAMES, Profile, subjectOf, yearsBetween } from '../../../cloudfunctions/contract/matching'
import { FACT_LABELS } from '../../../cloudfunctions/contract/policies/enums'
import { aProfile, aSubject } from '../../support/matching/builders'

const problem = (input: object): string | null => {
  const parsed = v.safeParse(Profile, input)
  return parsed.success ? null : parsed.issues[0].message
}

describe('the facts of an enterprise', () => {
  it('are all unknown at first', () => {
    expect(Object.keys(FACT_LABELS).sort()).toEqual([...FACT_NAMES].sort())
    expect(Object.values(aSubject().facts)).toEqual(FACT_NAMES.map(() => null))
    expect(aSubject({ employees: null }).facts).toEqual(aSubject().facts)
  })

  it.each([
    [{ disabledEmploymentRatioPercent: 480 }, '请填 0 到 100 之间的数'],
    [{ disabledEmploymentRatioPercent: -1 }, '请填 0 到 100 之间的数'],
    [{ employees: 2.5 }, '人数应为整数'],
    [{ employees: '十' }, '请填一个数'],
    [{ annualRevenueWan: -1 }, '不能小于 0'],
    [{ annualRevenueWan: 1e12 }, '数太大，请核对单位'],
    [{ annualRevenueWan: Infinity }, '请填一个数'],
    [{ sizeClass: '巨型' }, '企业规模请从选项中选'],
    [{ industry: 'C' }, '行业应为列表'],
    [{ activities: [''] }, '请填写正在或打算做的事'],
    [{ qualifications: [{ name: '高新技术企业', validUntil: '2026-02-30' }] }, '日历上没有这一天，请核对'],
    [{ foundedOn: '2026/1/1' }, '日期写成 2026-11-24 这样'],
  ])('refuse %j in words: %s', (input, message) => expect(problem(input)).toBe(message))

  it('allow a loss, research beyond sales, and shares up to 100', () =>
    expect(problem({ taxableIncomeWan: -300, rdRatioPercent: 250, techStaffRatioPercent: 100, layoffRatePercent: 0 })).toBeNull())

  it('keep a tag once', () => expect(aProfile({ activities: ['研发', ' 研发 ', '贷款'] }).activities).toEqual(['研发', '贷款']))
})

describe('a qualification', () => {
  const held = (validUntil: string | null) => aSubject({ qualifications: [{ name: '高新技术企业', validUntil }, '专精特新中小企业'] })

  it.each([
    [null, true], ['2026-11-24', true], ['2026-11-23', false], ['2026-11', true], ['2026-10', false],
  ])('valid until %s counts today: %s', (validUntil, counts) =>
    expect(held(validUntil).facts.qualifications).toEqual([...(counts ? ['高新技术企业'] : []), '专精特新中小企业']))

  it('that has run out is told of', () => {
    expect(held('2026-10').lapsed).toEqual([{ name: '高新技术企业', validUntil: '2026-10' }])
    expect(held(null).lapsed).toEqual([])
  })

  it('that ran out leaves an empty list, which is known', () =>
    expect(aSubject({ qualifications: [{ name: '高新技术企业', validUntil: '2020-01' }] }).facts.qualifications).toEqual([]))

  it('held again under a new certificate counts', () =>
    expect(aSubject({ qualifications: [{ name: '高新技术企业', validUntil: '2025-01' }, { name: '高新技术企业', validUntil: '2028-01' }] }).facts.qualifications).toEqual(['高新技术企业']))
})

describe('the years since founding', () => {
  it.each([
    ['2025-11-24', '2026-11-24', 1], ['2024-02-29', '2025-02-28', 1], ['2024-02-29', '2028-02-29', 4], ['2026-11-24', '2026-11-24', 0], ['2000-01-31', '2026-01-31', 26],
  ])('from %s to %s are %f', (from, to, years) => expect(yearsBetween(from, to)).toBe(years))

  it('are short of one on the day before the anniversary', () => expect(yearsBetween('2025-11-25', '2026-11-24')).toBeCloseTo(364 / 365))

  it('never go back as days pass', () => {
    let before = -1
    for (let day = Date.UTC(2024, 1, 28); day < Date.UTC(2029, 2, 2); day += 86_400_000) {
      const years = yearsBetween('2024-02-29', new Date(day + 86_400_000).toISOString().slice(0, 10))
      expect(years).toBeGreaterThan(before)
      before = years
    }
  })

  it('are counted from the day, which is surer than a number', () =>
    expect(aSubject({ foundedOn: '2021-11-24', foundedYears: 2 })).toMatchObject({ facts: { foundedYears: 5 }, derived: ['foundedYears'] }))

  it('are unknown for a day to come', () => expect(aSubject({ foundedOn: '2027-01-01' })).toMatchObject({ facts: { foundedYears: null }, derived: [] }))

  it('tell the day a company becomes n years old', () => expect(anniversary('2024-02-29', 3)).toBe('2027-02-28'))
})

describe('what follows from other facts', () => {
  it('is the size class of an enterprise that did not say, marked as derived', () => {
    const facts = { entityType: '企业', industry: ['C'], employees: 420, annualRevenueWan: 38_000 } as const
    expect(aSubject({ ...facts, industry: ['C'] })).toMatchObject({ facts: { sizeClass: '中型' }, derived: ['sizeClass'] })
    expect(aSubject({ ...facts, industry: ['C'], sizeClass: '大型' })).toMatchObject({ facts: { sizeClass: '大型' }, derived: [] })
    expect(aSubject({ ...facts, industry: ['C'], entityType: '社会团体' }).facts.sizeClass).toBeNull()
    expect(aSubject({ ...facts, industry: ['C'], entityType: null }).facts.sizeClass).toBeNull()
  })

  it('is the section of an industry, and the label of a section', () => {
    expect(aSubject({ industry: ['制造业'] }).facts.industry).toEqual(['制造业', 'C'])
    expect(aSubject({ industry: ['H'] }).facts.industry).toEqual(['H', '餐饮住宿'])
    expect(aSubject({ industry: ['稀土'] }).facts.industry).toEqual(['稀土'])
  })

  it('leaves the profile as it was', () => {
    const profile = Object.freeze(aProfile({ industry: ['制造业'], foundedOn: '2020-01-01' }))
    subjectOf(profile, '2026-11-24')
    expect(profile.industry).toEqual(['制造业'])
  })
})

import { compile, matchItemsOf, nextQuestions, offeredFor, ranked, subjectOf, summaryOf, type MarkedPolicy, type Profile } from '../../../cloudfunctions/contract/matching'
import { realPolicies } from '../../support/catalogue/generate'
import { sampleProfiles, TODAY } from '../../support/matching/random-enterprise'

// What phones have: the 155 published policies, 245 items, of which 36 have lapsed by the day.
const published = realPolicies().filter(({ evidence }) => evidence !== 'unverified')
const catalogue = compile(matchItemsOf(published, TODAY))
const samples = sampleProfiles()
const matched = (profile: Profile, from = catalogue) => from.match(subjectOf(profile, TODAY))
const counted = (profile: Profile, from = catalogue) => {
  const { counts, money } = summaryOf(matched(profile, from))
  return [counts.eligible, counts.possible, counts.ineligible, money.yuan, money.stated]
}
const magnets = samples.find(({ id }) => id === 'p01')!.profile

describe('the sample enterprises and the seed catalogue on 24 November 2026', () => {
  it.each([
    // 可享, 可能, 不符, sum, items stating an amount
    ['p01', 4, 84, 121, 700_000, 2], ['p02', 5, 38, 166, 0, 0], ['p03', 2, 57, 150, 2_000_000, 1], ['p04', 2, 78, 129, 0, 0],
    ['p05', 0, 41, 168, 0, 0], ['p06', 3, 55, 151, 0, 0], ['p07', 1, 36, 172, 0, 0], ['p08', 2, 62, 145, 2_000_000, 1],
    ['p09', 5, 39, 165, 0, 0], ['p10', 4, 81, 124, 2_200_000, 2], ['p11', 1, 42, 166, 0, 0], ['p12', 3, 40, 166, 0, 0],
  ])('%s has %i 可享, %i 可能, %i 不符', (id, ...expected) => {
    const { profile } = samples.find((sample) => sample.id === id)!
    expect(counted(profile)).toEqual(expected)
    expect(summaryOf(matched(profile))).toMatchObject({ lapsed: 36, notYet: 0 })
  })

  it('示例永磁材料 is told first what it can have for certain', () =>
    expect(ranked(matched(magnets)).slice(0, 4).map(({ item, verdict }) => [verdict, item.row.name, item.row.maxAmountYuan])).toEqual([
      ['eligible', '先进制造业增值税加计抵减5%', null], ['eligible', '专精特新中小企业奖励', 500_000],
      ['eligible', '创新型中小企业奖励', 200_000], ['eligible', '专精特新企业人才职称申报便利', null],
    ]))

  describe('against the picture of the result page (8 可享, 80 可能, 121 不符, 270 万元)', () => {
    // The picture takes clauses that nobody has read in a source for certain, and leaves one fact to be asked.
    const trusting: MarkedPolicy[] = published.map((policy) => ({ ...policy, items: policy.items.map((item) => ({ ...item, conditions: item.conditions.map((clause) => ({ ...clause, basis: null })) })) }))
    const pictured = { ...magnets, disabledEmploymentRatioPercent: null }

    it('is the same picture, number by number, when such clauses are trusted', () =>
      expect(counted(pictured, compile(matchItemsOf(trusting, TODAY)))).toEqual([8, 80, 121, 2_700_000, 3]))

    it('and by our rules has the four items that rest on them among the 可能, in the same 88', () => {
      expect(counted(pictured)).toEqual([4, 84, 121, 700_000, 2])
      const waiting = matched(pictured).filter(({ item, verdict, missing }) => verdict === 'possible' && missing.length === 0 && item.doubts.join() === 'unreadClause')
      expect(waiting.map(({ item }) => item.row.name)).toEqual([
        '亏损结转年限延长到10年', '高新技术企业15%企业所得税', '西部大开发15%企业所得税', '研发投入后补助（规模以上企业，按3%）',
      ])
    })
  })

  it('示例驰远物流 would settle eleven items with one answer', () =>
    expect(nextQuestions(matched(samples.find(({ id }) => id === 'p04')!.profile))[0]).toMatchObject({ fact: 'qualifications', touches: 25, certain: 11, decided: 25 }))

  it('an enterprise of which only the registration is known is asked what settles most, and told nothing it cannot be sure of', () => {
    const { profile } = samples.find(({ id }) => id === 'p06')!
    const registered = subjectOf({ ...Object.fromEntries(Object.keys(profile).map((key) => [key, null])) as Profile, entityType: profile.entityType, region: profile.region }, TODAY)
    const matches = catalogue.match(registered)
    expect(summaryOf(matches).counts).toMatchObject({ eligible: 0, possible: 204, ineligible: 5 })
    expect(nextQuestions(matches).map(({ fact, certain, touches }) => [fact, certain, touches])).toEqual([['qualifications', 11, 40], ['activities', 17, 106], ['industry', 19, 52]])
  })

  it('a form offers what living clauses ask for, most asked for first', () => {
    expect(offeredFor('sizeClass', catalogue.items)).toEqual(['微型', '小型', '中型', '大型'])
    expect(offeredFor('employees', catalogue.items)).toEqual([])
    expect(offeredFor('qualifications', catalogue.items)[0]).toBe('高新技术企业')
    expect(offeredFor('industry', catalogue.items)).toEqual(expect.arrayContaining(['稀土', 'C', '软件']))
  })
})

import { explain, matchItem, ranked, summaryOf, type ItemMatch, type MarkedItem } from '../../../cloudfunctions/contract/matching'
import type { Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { aClause, aMatchItem, aSubject } from '../../support/matching/builders'

const subject = aSubject({ entityType: '企业', employees: 50 }, { confirmed: { 已核对: true } })
const match = (id: string, fields: Partial<MarkedItem> = {}, policy: Partial<Policy> = {}): ItemMatch => matchItem(aMatchItem({ id, ...fields }, { validUntil: null, ...policy }), subject)
const order = (...matches: ItemMatch[]) => ranked([...matches].reverse()).map(({ item }) => item.row.itemId)

const confirmed = match('confirmed', { otherRequirements: [{ text: '已核对', basis: null }], otherRequirementsExhaustive: true, maxAmountYuan: 700 })
const possible = match('possible', { conditionsComplete: false, applyUntil: '2026-11-25', maxAmountYuan: 9e9 })
const ineligible = match('ineligible', { conditions: [aClause('employees', '>', 99)] })
const lapsed = match('lapsed', { maxAmountYuan: 9e9 }, { repealedOn: '2020-01-01' })

describe('results are in order', () => {
  it('of certainty, whatever the deadline or the amount', () =>
    expect(order(match('eligible'), confirmed, possible, ineligible, lapsed)).toEqual(['eligible', 'confirmed', 'possible', 'ineligible', 'lapsed']))
  it('then of deadline, the known before the unknown', () =>
    expect(order(match('soon', { applyUntil: '2026-12-01' }), match('later', { applyUntil: '2027-01-01' }), match('never', { maxAmountYuan: 1e9 }))).toEqual(['soon', 'later', 'never']))
  it('then of amount, the stated before the unstated', () =>
    expect(order(match('much', { maxAmountYuan: 500 }), match('less', { maxAmountYuan: 5 }), match('zero', { maxAmountYuan: 0 }), match('unstated'))).toEqual(['much', 'less', 'zero', 'unstated']))
  it('with what has not begun after what can be had today', () => expect(order(match('open'), match('notYet', { applyFrom: '2026-12-01', applyUntil: '2026-12-02' }))).toEqual(['open', 'notYet']))
  it('that is the same for the same items', () => expect(order(match('a'), match('b'), match('c'))).toEqual(['a', 'b', 'c']))
})

describe('the sum', () => {
  it('adds only what is 可享 and can be had today, and says how many state an amount', () => {
    const summary = summaryOf([
      match('a', { maxAmountYuan: 2_000_000 }), match('b', { maxAmountYuan: 500_000 }), match('c'), confirmed, possible, ineligible, lapsed,
      match('notYet', { applyFrom: '2026-12-01', maxAmountYuan: 9e9 }),
    ])
    expect(summary).toEqual({
      counts: { eligible: 3, eligibleConfirmed: 1, possible: 1, ineligible: 1 }, notYet: 1, lapsed: 1,
      money: { yuan: 2_500_000, stated: 2 }, confirmedMoney: { yuan: 700, stated: 1 },
    })
  })
})

describe('an explanation', () => {
  const clauses = [aClause('employees', '>', 30), aClause('foundedYears', '>=', 1, { text: '注册成立满一年' }), aClause('qualifications', 'hasAny', ['高新技术企业']), aClause('rdRatioPercent', '>=', 5)]
  const young = aSubject({ employees: 420, foundedOn: '2025-11-25', qualifications: [{ name: '高新技术企业', validUntil: '2026-10' }] })

  it('puts what fails first, then what is missing, with what the enterprise has', () => {
    const { lines, verdict } = explain(matchItem(aMatchItem({ conditions: clauses }), young), young)
    expect(verdict).toBe('不符')
    expect(lines.map(({ label, own, missing, condition }) => [label, condition.fact, own, missing])).toEqual([
      ['不符合', 'foundedYears', '0.997 年', null],
      ['不符合', 'qualifications', '高新技术企业（2026-10 已到期）', null],
      ['待补充', 'rdRatioPercent', null, 'rdRatioPercent'],
      ['符合', 'employees', '420 人', null],
    ])
  })

  it('never rounds a value across its bound, and else keeps it short', () => {
    const own = (foundedOn: string) => {
      const enterprise = aSubject({ foundedOn })
      return explain(matchItem(aMatchItem({ conditions: [clauses[1]!] }), enterprise), enterprise).lines[0]!.own
    }
    expect([own('2026-04-15'), own('2025-12-01'), own('2024-11-24'), own('2014-11-20')]).toEqual(['0.6 年', '0.98 年', '2 年', '12 年'])
  })

  it('names of several tags those that count', () => {
    const enterprise = aSubject({ industry: ['C', '稀土', '重点产业链及上下游'], activities: [] })
    const item = aMatchItem({ conditions: [aClause('industry', 'in', ['软件', '重点产业链及上下游']), aClause('activities', 'hasAny', ['贷款']), aClause('industry', 'in', ['软件'])] })
    expect(explain(matchItem(item, enterprise), enterprise).lines.map(({ own }) => own)).toEqual(['没有', 'C、稀土、重点产业链及上下游、制造业', '重点产业链及上下游'])
  })

  it('says why something is only 可能, and who can settle it', () => {
    const item = aMatchItem({ conditions: [aClause('employees', '>', 30, { basis: 'generalKnowledge' }), clauses[3]!], otherRequirements: [{ text: '无重大事故', basis: null }] }, { evidence: 'unverified' })
    expect(explain(matchItem(item, young), young).reasons).toEqual([
      { kind: 'missing', text: '还没填研发费用占比', facts: ['rdRatioPercent'] },
      { kind: 'confirm', text: '另有 1 项要求请自行核对', open: 1 },
      { kind: 'doubt', text: '目录所列条件未写全', doubt: 'listIncomplete' },
      { kind: 'doubt', text: '有条件凭一般了解补充，未在来源中读到', doubt: 'unreadClause' },
      { kind: 'doubt', text: '尚未核对来源', doubt: 'unverifiedSource' },
    ])
  })

  it('of a refusal tells when it rests only on what nobody has read', () => {
    const reasons = (basis: 'generalKnowledge' | null) => explain(matchItem(aMatchItem({ conditions: [aClause('employees', '>', 999, { text: '超过999人', basis }), clauses[0]!] }), young), young).reasons
    expect(reasons(null)).toEqual([{ kind: 'fails', text: '不符合：超过999人', onlyUnread: false }])
    expect(reasons('generalKnowledge')).toEqual([{ kind: 'fails', text: '不符合：超过999人', onlyUnread: true }])
  })

  it('says first that an item is over or has not begun', () => {
    const of = (fields: Partial<MarkedItem>, policy: Partial<Policy> = {}) => explain(matchItem(aMatchItem(fields, policy), young), young)
    expect(of({}, { repealedOn: '2020-01-01' })).toMatchObject({ first: '已废止', verdict: null, reasons: [] })
    expect(of({ applyFrom: '2026-12-01' }).first).toBe('尚未开始申报，2026-12-01 起')
    expect(of({}).first).toBeNull()
  })
})

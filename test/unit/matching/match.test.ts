import { clauseState, compile, createCounter, matchItem, VERDICT_LABELS, type MarkedItem } from '../../../cloudfunctions/contract/matching'
import type { Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { aClause, aMatchItem, aSubject } from '../../support/matching/builders'

const fits = { entityType: '企业', employees: 50 } as const
const verdict = (fields: Partial<MarkedItem> = {}, facts: Parameters<typeof aSubject>[0] = fits, policy: Partial<Policy> = {}, answers = {}) =>
  matchItem(aMatchItem(fields, policy), aSubject(facts, answers)).verdict

describe('a clause', () => {
  const state = (op: Parameters<typeof aClause>[1], value: string[], industry: string[] | null) => clauseState(aClause('activities', op, value), aSubject({ activities: industry }).facts)

  it.each([
    ['in', ['a', 'b'], ['b', 'c'], 'holds'], ['in', ['a'], ['c'], 'fails'], ['in', ['a'], [], 'fails'],
    ['notIn', ['a'], ['c'], 'holds'], ['notIn', ['a'], ['a', 'c'], 'fails'], ['notIn', ['a'], [], 'holds'],
    ['hasAny', ['a', 'b'], ['b'], 'holds'], ['hasAny', ['a'], [], 'fails'],
    ['hasAll', ['a', 'b'], ['b', 'a', 'c'], 'holds'], ['hasAll', ['a', 'b'], ['b'], 'fails'],
  ] as const)('%s %j of %j %s', (op, value, own, expected) => expect(state(op, [...value], [...own])).toBe(expected))

  it.each(['in', 'notIn', 'hasAny', 'hasAll'] as const)('%s of a fact that is not filled in is unknown, also when it forbids', (op) => expect(state(op, ['a'], null)).toBe('unknown'))

  it.each([['<', 'fails', 'holds'], ['<=', 'holds', 'holds'], ['=', 'holds', 'fails'], ['>=', 'holds', 'fails'], ['>', 'fails', 'fails']] as const)(
    '%s compares with its bound: on it %s, below it %s', (op, on, below) => {
      expect(clauseState(aClause('employees', op, 30), aSubject({ employees: 30 }).facts)).toBe(on)
      expect(clauseState(aClause('employees', op, 30), aSubject({ employees: 29 }).facts)).toBe(below)
    })

  it('takes 0 for an answer', () => expect(clauseState(aClause('employees', '>', 0), aSubject({ employees: 0 }).facts)).toBe('fails'))

  it('of a region holds for every place within it, and for no wider one', () => {
    const inside = (asked: string, region: '包头稀土高新区' | '包头市' | '内蒙古自治区') => clauseState(aClause('region', 'in', [asked]), aSubject({ region }).facts)
    expect(inside('内蒙古自治区', '包头稀土高新区')).toBe('holds')
    expect(inside('包头市', '包头稀土高新区')).toBe('holds')
    expect(inside('包头稀土高新区', '包头市')).toBe('fails')
    expect(inside('包头市', '内蒙古自治区')).toBe('fails')
  })
})

describe('an item is 可享', () => {
  it('when all its clauses hold and its list is complete', () => expect(verdict()).toBe('eligible'))

  it('never while a fact is missing', () => {
    expect(verdict({}, { entityType: '企业' })).toBe('possible')
    expect(matchItem(aMatchItem(), aSubject({ entityType: '企业' })).missing).toEqual(['employees'])
  })

  it.each<[string, Partial<MarkedItem>, Partial<Policy>]>([
    ['its list is not complete', { conditionsComplete: false }, {}],
    ['other requirements are open', { otherRequirements: [{ text: '无重大事故', basis: null }] }, {}],
    ['a clause was never read in the source', { conditions: [aClause('employees', '>', 30, { basis: 'generalKnowledge' })] }, {}],
    ['the item is noted 待核', { note: { kind: 'toVerify', text: '延续情况' } }, {}],
    ['the policy is noted 待核', {}, { note: { kind: 'toVerify', text: '题名' } }],
    ['an unchecked text is said to replace it', {}, { replacedBy: [{ policyId: 'new', title: '新', from: null, published: false }] }],
    ['nobody has read its source', {}, { evidence: 'unverified' }],
    ['an editor marked requirements as exhaustive but there are none and the list is not complete', { conditionsComplete: false, otherRequirementsExhaustive: true }, {}],
  ])('never when %s: then 可能, and a clause that fails still decides', (_, item, policy) => {
    expect(verdict(item, fits, policy)).toBe('possible')
    expect(verdict(item, { ...fits, employees: 3 }, policy)).toBe('ineligible')
  })

  it('without any clause only when its list says that there are none', () => {
    expect(verdict({ conditions: [] }, {})).toBe('eligible')
    expect(verdict({ conditions: [], conditionsComplete: false }, {})).toBe('possible')
  })
})

describe('an item is 可享（含自行确认）', () => {
  const requirements = [{ text: '拥有知识产权', basis: null }, { text: '无重大事故', basis: null }]
  const marked = { conditionsComplete: false, otherRequirements: requirements, otherRequirementsExhaustive: true }
  const said = (answers: Record<string, boolean>, fields: Partial<MarkedItem> = marked, facts: Parameters<typeof aSubject>[0] = fits) => verdict(fields, facts, {}, { 'item-1': answers })
  const all = { 拥有知识产权: true, 无重大事故: true }

  it('when an editor marked its other requirements as exhaustive and each is confirmed', () => expect(said(all)).toBe('eligibleConfirmed'))
  it('not before each is', () => {
    expect(verdict(marked)).toBe('possible')
    expect(said({ 拥有知识产权: true })).toBe('possible')
  })
  it('not without the mark', () => {
    expect(said(all, { ...marked, otherRequirementsExhaustive: false })).toBe('possible')
    expect(said(all, { ...marked, conditionsComplete: true, otherRequirementsExhaustive: false })).toBe('possible')
  })
  it('not while a clause is unknown or fails', () => {
    expect(said(all, marked, { entityType: '企业' })).toBe('possible')
    expect(said(all, marked, { ...fits, employees: 1 })).toBe('ineligible')
  })
  it('not when a requirement was never read in the source', () =>
    expect(said(all, { ...marked, otherRequirements: [requirements[0]!, { text: '无重大事故', basis: 'generalKnowledge' }] })).toBe('possible'))
  it('not by a confirmation of what an editor has since reworded', () => expect(said({ 拥有知识产权: true, 无事故: true })).toBe('possible'))
  it('and 不符 when the enterprise says that it lacks one', () => expect(said({ ...all, 无重大事故: false })).toBe('ineligible'))
  it('whatever an object inherits', () => expect(said({}, { ...marked, otherRequirements: [{ text: 'constructor', basis: null }] })).toBe('possible'))
})

describe('before any verdict', () => {
  const standing = (fields: Partial<MarkedItem>, policy: Partial<Policy> = {}) => {
    const match = matchItem(aMatchItem(fields, policy), aSubject(fits))
    return [match.item.standing.kind, match.item.standing.label, match.verdict]
  }

  it.each<[Partial<MarkedItem>, Partial<Policy>, string]>([
    [{}, { validUntil: '2026-11-23' }, '已失效'], [{}, { repealedOn: '2026-01-01' }, '已废止'],
    [{}, { note: { kind: 'notCurrent', text: '旧' } }, '历史文件'], [{ note: { kind: 'notCurrent', text: '旧' } }, {}, '历史文件'],
    [{ applyUntil: '2026-11-23' }, {}, '申报已截止'],
    [{}, { replacedBy: [{ policyId: 'new', title: '新', from: '2026-01-01', published: true }] }, '已失效'],
  ])('%j %j has lapsed (%s) and has none', (item, policy, label) => expect(standing(item, policy)).toEqual(['lapsed', label, null]))

  it.each<[Partial<MarkedItem>, Partial<Policy>, string]>([
    [{ applyFrom: '2026-12-01' }, {}, '尚未开始申报'], [{}, { effectiveFrom: '2026-12' }, '尚未生效'],
  ])('%j %j is not yet open (%s)', (item, policy, label) => expect(standing(item, policy)).toEqual(['notYet', label, 'eligible']))

  it('a text without a known end says so', () => expect(standing({}, { validUntil: null })).toEqual(['open', '效力未载明', 'eligible']))
})

it('verdicts have their words', () => expect(Object.values(VERDICT_LABELS)).toEqual(['可享', '可享（含自行确认）', '可能', '不符']))

describe('the compiled catalogue', () => {
  const many = aMatchItem({ conditions: Array.from({ length: 40 }, (_, n) => aClause('employees', '>', n)) })

  it('looks at a clause that several items share once', () => {
    const shared = compile([aMatchItem({ id: 'a' }), aMatchItem({ id: 'b' }), aMatchItem({ id: 'c', conditions: [aClause('activities', 'hasAny', ['x', 'y']), aClause('activities', 'hasAny', ['y', 'x'])] })])
    expect(shared.clauses).toHaveLength(3)
  })

  it('gives enterprises that come out alike the same match, and keeps those apart that do not', () => {
    const catalogue = compile([aMatchItem()])
    const [small, smaller, large] = [3, 2, 300].map((employees) => catalogue.match(aSubject({ ...fits, employees }))[0])
    expect(small).toBe(smaller)
    expect(large).not.toBe(small)
  })

  it.each([0, 20, 39, 40])('takes an item with more clauses than any real one (%i people)', (employees) =>
    expect(compile([many]).match(aSubject({ employees }))[0]).toEqual(matchItem(many, aSubject({ employees }))))

  it('has nothing to say of an empty catalogue', () => {
    expect(compile([]).match(aSubject())).toEqual([])
    expect(createCounter(compile([])).totals()).toEqual([])
  })

  it.each([1, 31, 32, 33, 1023, 1024, 1025, 3000])('counts %i enterprises, whatever the batch', (size) => {
    const counter = createCounter(compile([aMatchItem(), aMatchItem({ id: 'gone' }, { repealedOn: '2020-01-01' })]))
    for (let n = 0; n < size; n++) counter.add(aSubject(n % 3 === 0 ? fits : n % 3 === 1 ? { entityType: '企业' } : { employees: 1 }))
    expect(counter.totals()).toEqual([
      { itemId: 'item-1', eligible: Math.ceil(size / 3), eligibleConfirmed: 0, possible: Math.ceil((size - 1) / 3), ineligible: Math.floor(size / 3) },
      { itemId: 'gone', eligible: 0, eligibleConfirmed: 0, possible: 0, ineligible: 0 },
    ])
  })
})

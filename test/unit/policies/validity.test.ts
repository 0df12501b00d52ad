import fc from 'fast-check'
import { deadlineOf, isLapsed, itemValidityOf, lapsesOn, needsVerifying, validityOf, windowOf } from '../../../cloudfunctions/contract/policies/validity'
import type { LineageLink, Note, Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { dayBefore, firstDayOf, isRealDay, lastDayOf } from '../../../cloudfunctions/contract/zone-time'
import { anItem, aPolicy } from './support/a-policy'

const TODAY = '2026-11-24'
const on = (fields: Partial<Policy>, day = TODAY) => validityOf(aPolicy(fields), day)
const successor = (from: string | null, published = true): LineageLink => ({ policyId: 'new', title: '新办法', from, published })
const notCurrent: Note = { kind: 'notCurrent', text: '已由新办法取代' }
const toVerify: Note = { kind: 'toVerify', text: '有效期未读到' }

describe('the force of a policy', () => {
  it('is unstated without an end date, whatever else is known', () => {
    expect(on({})).toBe('unstated')
    expect(on({ effectiveFrom: '2020-01-01', publishedOn: '2019-12-01' })).toBe('unstated')
  })

  it.each([
    ['2027-01-24', 'current'], // 61 days
    ['2027-01-23', 'expiringSoon'], // 60 days
    ['2026-11-25', 'expiringSoon'],
    ['2026-11-24', 'expiringSoon'], // its last day
    ['2026-11-23', 'expired'],
  ])('with an end on %s is %s', (validUntil, validity) => expect(on({ validUntil })).toBe(validity))

  it.each([
    ['2026-11', TODAY, 'expiringSoon'],
    ['2026-11', '2026-11-30', 'expiringSoon'],
    ['2026-11', '2026-12-01', 'expired'],
    ['2028-02', '2028-02-29', 'expiringSoon'],
    ['2027-01', '2026-12-01', 'current'], // 61 days to the 31st
    ['2027-01', '2026-12-02', 'expiringSoon'],
  ])('counts a month as an end (%s) to its last day: on %s %s', (validUntil, day, validity) => expect(on({ validUntil }, day)).toBe(validity))

  it.each([
    ['2026-11-25', 'notYetInForce'], ['2026-11-24', 'current'], ['2026-12', 'notYetInForce'], ['2026-11', 'current'],
  ])('with a start on %s is %s: a month counts from its first day', (effectiveFrom, validity) =>
    expect(on({ effectiveFrom, validUntil: '2028-01-01' })).toBe(validity))

  it('ends when a successor takes over, not before', () => {
    const replacedBy = [successor('2027-04-01')]
    expect(on({ replacedBy })).toBe('current')
    expect(on({ replacedBy }, '2027-01-30')).toBe('expiringSoon') // 60 days to 31 March
    expect(on({ replacedBy }, '2027-03-31')).toBe('expiringSoon')
    expect(on({ replacedBy }, '2027-04-01')).toBe('expired')
    expect(on({ replacedBy: [successor('2026-11')] })).toBe('expired')
    expect(on({ replacedBy: [successor('2026-12')] })).toBe('expiringSoon')
  })

  it('ends at once when it was not read when the successor takes over', () =>
    expect(on({ validUntil: '2030-01-01', replacedBy: [successor(null)] })).toBe('expired'))

  it('is unstated and to be verified under an unchecked successor, and still ends on its own date', () => {
    const replacedBy = [successor(null, false)]
    expect(on({ validUntil: '2030-01-01', replacedBy })).toBe('unstated')
    expect(on({ validUntil: '2026-11-23', replacedBy })).toBe('expired')
    expect(on({ validUntil: '2030-01-01', replacedBy: [successor('2027-01-01', false)] })).toBe('current')
    expect(needsVerifying(aPolicy({ replacedBy }))).toBe(true)
    expect(lapsesOn(aPolicy({ replacedBy: [successor('2027-01-01', false)] }))).toBeNull()
  })

  it('is history when noted 非现行, even before its end date', () =>
    expect(on({ note: notCurrent, validUntil: '2030-01-01' })).toBe('historical'))

  it('is not changed by 待核, which is said beside it', () => {
    expect(on({ note: toVerify, validUntil: '2030-01-01' })).toBe('current')
    expect(needsVerifying(aPolicy({ note: toVerify }))).toBe(true)
    expect(needsVerifying(aPolicy(), anItem({ note: toVerify }))).toBe(true)
    expect(needsVerifying(aPolicy({ note: notCurrent }), anItem())).toBe(false)
  })

  it('ends by repeal first of all, on the day of the repeal', () => {
    expect(on({ repealedOn: TODAY, note: notCurrent, validUntil: '2020-01-01' })).toBe('repealed')
    expect(on({ repealedOn: '2026-11-25' })).toBe('expiringSoon')
  })
})

describe('an item', () => {
  const of = (item: Partial<ReturnType<typeof anItem>>, policy: Partial<Policy> = { validUntil: '2030-01-01' }) =>
    itemValidityOf(aPolicy(policy), anItem(item), TODAY)

  it('has the force of its policy', () => expect([of({}), of({}, {})]).toEqual(['current', 'unstated']))
  it('lapses with its policy', () => expect(of({ applyUntil: '2030-01-01' }, { note: notCurrent })).toBe('historical'))
  it('is history by its own note', () => expect(of({ note: notCurrent })).toBe('historical'))
  it('ends when its window has closed', () => expect([of({ applyUntil: '2026-11-23' }), of({ applyUntil: TODAY })]).toEqual(['expired', 'current']))

  it.each([
    [null, null, 'unstated'], ['2026-11-25', null, 'notYetOpen'], ['2026-11-24', null, 'open'],
    [null, '2026-11-23', 'closed'], [null, '2026-11-24', 'closingSoon'], [null, '2027-01-23', 'closingSoon'], [null, '2027-01-24', 'open'],
  ])('open from %s until %s is %s', (applyFrom, applyUntil, state) => expect(windowOf({ applyFrom, applyUntil }, TODAY)).toBe(state))

  it('can be had until its window or its policy ends, whichever is first', () => {
    const policy = aPolicy({ validUntil: '2026-12' })
    expect(deadlineOf(policy, anItem())).toBe('2026-12-31')
    expect(deadlineOf(policy, anItem({ applyUntil: '2026-12-01' }))).toBe('2026-12-01')
    expect(deadlineOf(policy, anItem({ applyUntil: '2027-12-01' }))).toBe('2026-12-31')
    expect(deadlineOf(aPolicy(), anItem())).toBeNull()
  })
})

describe('for any dates, lineage and notes', () => {
  const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  const dayOrMonth = fc.oneof(day, day.map((date) => date.slice(0, 7)))
  const policy = fc.record({
    effectiveFrom: fc.option(dayOrMonth), validUntil: fc.option(dayOrMonth), repealedOn: fc.option(day),
    note: fc.option(fc.constantFrom(notCurrent, toVerify)),
    replacedBy: fc.array(fc.record({ from: fc.option(dayOrMonth), published: fc.boolean() }).map(({ from, published }) => successor(from, published)), { maxLength: 2 }),
  })

  it('says valid only when an end is known, lies ahead, and nothing has ended it', () => {
    fc.assert(fc.property(policy, day, (fields, today) => {
      const validity = validityOf(fields, today)
      if (validity !== 'current' && validity !== 'expiringSoon') return
      expect(lapsesOn(fields)! >= today).toBe(true)
      expect(fields.note?.kind).not.toBe('notCurrent')
      for (const { from } of fields.replacedBy) expect(from !== null && firstDayOf(from) > today).toBe(true)
      if (fields.validUntil) expect(lastDayOf(fields.validUntil) >= today).toBe(true)
      if (fields.repealedOn) expect(fields.repealedOn > today).toBe(true)
    }), { numRuns: 2000 })
  })

  it('never comes back once lapsed', () => {
    fc.assert(fc.property(policy, day, day, (fields, a, b) => {
      const [earlier, later] = a < b ? [a, b] : [b, a]
      if (isLapsed(validityOf(fields, earlier))) expect(isLapsed(validityOf(fields, later))).toBe(true)
    }), { numRuns: 2000 })
  })
})

describe('days', () => {
  it.each(['2026-02-28', '2024-02-29', '2026-12', '2026-12-31'])('%s is in the calendar', (day) => expect(isRealDay(day)).toBe(true))
  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13', '2026-00-10', 'soon'])('%s is not', (day) => expect(isRealDay(day)).toBe(false))
  it('has a day before each', () => expect(dayBefore('2028-03-01')).toBe('2028-02-29'))
})

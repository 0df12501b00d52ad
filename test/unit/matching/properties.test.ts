import fc from 'fast-check'
import {
  compile, FACT_NAMES, matchItemsOf, nextQuestions, summaryOf, whatIf, type Facts, type ItemMatch, type Subject,
} from '../../../cloudfunctions/contract/matching'
import { subjectOf } from '../../../cloudfunctions/contract/matching/subject'
import { realPolicies } from '../../support/catalogue/generate'
import { randomOf } from '../../support/catalogue/random'
import { aProfile } from '../../support/matching/builders'
import { enterprisesOf, sampleProfiles, shuffledMarks, TODAY } from '../../support/matching/random-enterprise'

const items = matchItemsOf(shuffledMarks(realPolicies(), randomOf(4)), TODAY)
const catalogue = compile(items)
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const filled = (subject: Subject, facts: Partial<Facts>): Subject => ({ ...subject, facts: { ...subject.facts, ...facts } })
const isCertain = ({ verdict }: ItemMatch): boolean => verdict !== 'possible'

describe('filling in a fact that was unknown', () => {
  it('never changes what was decided, and leaves no clause of it open', () => fc.assert(fc.property(seeds, (seed) => {
    const made = enterprisesOf(items, randomOf(seed))
    const subject = made.subject(0.6)
    const fact = FACT_NAMES.find((name) => subject.facts[name] === null)
    fc.pre(fact !== undefined)
    const after = catalogue.match(filled(subject, { [fact]: made.value(fact) }))
    catalogue.match(subject).forEach((before, n) => {
      before.clauses.forEach((state, place) => { if (state !== 'unknown') expect(after[n]!.clauses[place]).toBe(state) })
      expect(after[n]!.missing).toEqual(before.missing.filter((name) => name !== fact))
      if (before.verdict !== 'possible') expect(after[n]!.verdict).toBe(before.verdict)
    })
  }), { numRuns: 150 }))

  it('and forgetting one never makes anything more certain', () => fc.assert(fc.property(seeds, fc.constantFrom(...FACT_NAMES), (seed, fact) => {
    const subject = enterprisesOf(items, randomOf(seed)).subject(1)
    const before = catalogue.match(subject)
    catalogue.match(filled(subject, { [fact]: null })).forEach(({ verdict }, n) => { if (verdict !== 'possible') expect(verdict).toBe(before[n]!.verdict) })
  }), { numRuns: 150 }))
})

describe('the next questions', () => {
  it('keep their promise, whatever is answered', () => fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, most, known) => {
    const made = enterprisesOf(items, randomOf(seed))
    let subject = made.subject(known)
    const before = catalogue.match(subject)
    const questions = nextQuestions(before, most)
    expect(questions.length).toBeLessThanOrEqual(most)
    expect(new Set(questions.map(({ fact }) => fact)).size).toBe(questions.length)
    for (const { fact, certain, decided, touches, decides } of questions) {
      expect(subject.facts[fact]).toBeNull()
      expect(touches).toBe(before.filter(({ item, verdict, missing }) => item.standing.kind === 'open' && verdict === 'possible' && missing.includes(fact)).length)
      subject = filled(subject, { [fact]: made.value(fact) })
      const after = catalogue.match(subject)
      const settled = before.flatMap((match, n) => (match.item.standing.kind === 'open' && match.verdict === 'possible' && match.missing.length > 0 && after[n]!.clauses.every((state, place) => state !== 'unknown' || match.clauses[place] !== 'unknown') ? [after[n]!] : []))
      // Items that fail early are settled too; those promised are among them.
      expect(settled.filter(isCertain).length).toBeGreaterThanOrEqual(certain)
      const open = new Map(after.map((match) => [match.item.row.itemId, match]))
      for (const itemId of decides) expect(open.get(itemId)!.missing).toEqual([])
      expect(decided).toBeGreaterThanOrEqual(certain)
    }
  }), { numRuns: 150 }))

  it('promise exactly what becomes certain for every answer', () => {
    const made = enterprisesOf(items, randomOf(11))
    for (let n = 0; n < 40; n++) {
      let subject = made.subject(0.7)
      const before = catalogue.match(subject)
      const questions = nextQuestions(before, 2)
      for (const { fact } of questions) subject = filled(subject, { [fact]: made.value(fact) })
      const asked = new Set<string>(questions.map(({ fact }) => fact))
      const promised = before.filter(({ item, verdict, missing, requirements }) =>
        item.standing.kind === 'open' && verdict === 'possible' && item.ceiling !== 'possible' && missing.length > 0
        && missing.every((fact) => asked.has(fact)) && !requirements.includes('unknown'))
      expect(questions[questions.length - 1]?.certain ?? 0).toBe(promised.length)
      const after = new Map(catalogue.match(subject).map((match) => [match.item.row.itemId, match]))
      for (const { item } of promised) expect(isCertain(after.get(item.row.itemId)!)).toBe(true)
    }
  })

  it('begin with the one best question when only one is asked', () => {
    const made = enterprisesOf(items, randomOf(12))
    for (let n = 0; n < 60; n++) {
      const matches = catalogue.match(made.subject(0.7))
      const alone = FACT_NAMES.map((fact) => matches.filter(({ item, verdict, missing, requirements }) =>
        item.standing.kind === 'open' && verdict === 'possible' && item.ceiling !== 'possible' && !requirements.includes('unknown') && missing.length === 1 && missing[0] === fact).length)
      expect(nextQuestions(matches, 1)[0]?.certain ?? 0).toBe(Math.max(...alone))
    }
  })

  it('are none when nothing is missing', () => expect(nextQuestions(catalogue.match(enterprisesOf(items, randomOf(5)).subject(1)))).toEqual([]))
})

describe('what if', () => {
  const samples = sampleProfiles()

  it('says what a new match would say', () => fc.assert(fc.property(seeds, fc.constantFrom(...samples), (seed, { profile }) => {
    const random = randomOf(seed)
    const made = enterprisesOf(items, random)
    const changes = Object.fromEntries(FACT_NAMES.filter((fact) => fact !== 'qualifications' && random.chance(0.2)).map((fact) => [fact, random.chance(0.2) ? null : made.value(fact)]))
    const { opens, closes, before, after } = whatIf(catalogue, profile, changes, TODAY)
    const old = catalogue.match(subjectOf(profile, TODAY))
    const fresh = catalogue.match(subjectOf({ ...profile, ...changes }, TODAY))
    expect([before, after]).toEqual([summaryOf(old), summaryOf(fresh)])
    const moved = fresh.flatMap((match, n) => (match.verdict === old[n]!.verdict ? [] : [`${match.item.row.itemId} ${old[n]!.verdict} ${match.verdict}`]))
    expect([...opens, ...closes].map(({ from, to, match }) => `${match.item.row.itemId} ${from} ${to}`).sort()).toEqual(moved.sort())
    const rank = ['eligible', 'eligibleConfirmed', 'possible', 'ineligible']
    for (const { from, to } of opens) expect(rank.indexOf(to)).toBeLessThan(rank.indexOf(from))
    for (const { from, to } of closes) expect(rank.indexOf(to)).toBeGreaterThan(rank.indexOf(from))
  }), { numRuns: 100 }))

  it('changes nothing when nothing changes', () =>
    expect(whatIf(catalogue, samples[0]!.profile, {}, TODAY)).toMatchObject({ opens: [], closes: [] }))

  it('lets what follows from a fact follow', () => {
    const profile = aProfile({ entityType: '企业', industry: ['C'], employees: 299, annualRevenueWan: 5000, foundedOn: '2026-01-01' })
    expect(subjectOf(profile, TODAY).facts.sizeClass).toBe('小型')
    const sizes = (changes: object) => whatIf(catalogue, profile, changes, TODAY).closes.length + whatIf(catalogue, profile, changes, TODAY).opens.length
    expect(sizes({ employees: 300 })).toBeGreaterThan(0)
    expect(sizes({ foundedYears: 4 })).toBeGreaterThan(0)
  })
})

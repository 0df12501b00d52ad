import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  FACT_NAMES, offeredFor, Profile, type Confirmations, type Facts, type MarkedPolicy, type MatchItem, type Subject,
} from '../../../cloudfunctions/contract/matching'
import type { Fact } from '../../../cloudfunctions/contract/policies/enums'
import { FACTS } from '../../../cloudfunctions/contract/policies/facts'
import type { Random } from '../catalogue/random'

export const TODAY = '2026-11-24'

/** The twelve sample enterprises. */
export function sampleProfiles(): { id: string; name: string; profile: Profile }[] {
  const samples = JSON.parse(readFileSync(join(process.cwd(), 'cloudfunctions/local/seed/profiles.json'), 'utf8')) as { id: string; name: string; facts: unknown }[]
  return samples.map(({ id, name, facts }) => ({ id, name, profile: v.parse(Profile, facts) }))
}

/** Makes enterprises of all kinds, with values on, just below and just above the bounds that clauses draw. */
export function enterprisesOf(items: readonly MatchItem[], random: Random): { subject(known?: number, answering?: number): Subject; value(fact: Fact): NonNullable<Facts[Fact]> } {
  const bounds = new Map(FACT_NAMES.map((fact) => [fact, items.flatMap(({ conditions }) => conditions).flatMap((clause) => (clause.fact === fact && typeof clause.value === 'number' ? [clause.value] : []))]))
  const tags = new Map(FACT_NAMES.map((fact) => [fact, [...offeredFor(fact, items), '别的', '没有人问的']]))

  function value(fact: Fact): NonNullable<Facts[Fact]> {
    const kind = FACTS[fact]
    if (kind.kind === 'choice') return random.pick(kind.options)
    if (kind.kind === 'tags') {
      const offered = tags.get(fact)!
      return Array.from({ length: random.pick([0, 1, 2, 3, 5, 8]) }, () => random.pick(offered))
    }
    const near = bounds.get(fact)!
    return near.length > 0 && random.chance(0.7) ? random.pick(near) + random.pick([-1, -0.01, 0, 0, 0.01, 1]) : random.next() * 10 ** random.int(0, 5)
  }

  const subject = (known = 0.8, answering = 0.3): Subject => ({
    facts: Object.fromEntries(FACT_NAMES.map((fact) => [fact, random.chance(known) ? value(fact) : null])) as unknown as Facts,
    confirmations: random.chance(answering) ? answers() : {}, lapsed: [], derived: [],
  })

  const answers = (): Confirmations => Object.fromEntries(items.filter(({ requirements }) => requirements.length > 0 && random.chance(0.5)).map(({ row, requirements }) =>
    [row.itemId, Object.fromEntries(requirements.flatMap(({ text }) => (random.chance(0.9) ? [[text, random.chance(0.9)]] : [])))]))

  return { subject, value }
}

/** The policies with editors' marks and doubts set and taken away at random, so that every verdict occurs often. */
export const shuffledMarks = (policies: readonly MarkedPolicy[], random: Random): MarkedPolicy[] => policies.map((policy) => ({
  ...policy,
  evidence: random.chance(0.9) ? 'official' : 'unverified',
  note: random.chance(0.7) ? null : policy.note,
  items: policy.items.map((item) => ({
    ...item,
    conditions: item.conditions.slice(0, random.int(0, 7)).map((clause) => ({ ...clause, basis: random.chance(0.9) ? null : clause.basis })),
    conditionsComplete: random.chance(0.5),
    otherRequirements: random.chance(0.5) ? [] : item.otherRequirements.map((requirement) => ({ ...requirement, basis: null })),
    otherRequirementsExhaustive: random.chance(0.5),
  })),
}))

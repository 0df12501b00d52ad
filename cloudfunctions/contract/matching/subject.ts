import { lastDayOf } from '../zone-time'
import type { Fact } from '../policies/enums'
import { withImplied } from './industry'
import { FACT_NAMES, type Facts, type Profile, type Qualification } from './profile'
import { deriveSizeClass } from './size-class'

/**
 * What the enterprise answered to an item's other requirements: item → requirement's text → it has it, or not.
 * By text, so that an answer lapses when an editor rewords the requirement.
 */
export type Confirmations = Readonly<Record<string, Readonly<Record<string, boolean>>>>

/** An enterprise as it is matched on a day. */
export interface Subject {
  readonly facts: Facts
  readonly confirmations: Confirmations
  /** Qualifications that ran out: they no longer count, and the enterprise should be told. */
  readonly lapsed: readonly Qualification[]
  /** Facts that nobody filled in but that follow from others: shown as such, and correctable. */
  readonly derived: readonly Fact[]
}

const NONE: Confirmations = {}

/** @param today `YYYY-MM-DD` in zone time */
export function subjectOf(profile: Profile, today: string, confirmations: Confirmations = NONE): Subject {
  const derived: Fact[] = []
  const facts = Object.fromEntries(FACT_NAMES.map((fact) => [fact, profile[fact]])) as unknown as { -readonly [F in Fact]: Facts[F] }
  const { foundedOn, qualifications, industry } = profile
  if (foundedOn !== null) {
    facts.foundedYears = foundedOn <= today ? yearsBetween(foundedOn, today) : null
    if (facts.foundedYears !== null) derived.push('foundedYears')
  }
  facts.industry = industry && withImplied(industry)
  facts.qualifications = qualifications && [...new Set(qualifications.filter((held) => holdsOn(held, today)).map(({ name }) => name))]
  if (facts.sizeClass === null && isSizedByStandard(facts.entityType)) {
    facts.sizeClass = deriveSizeClass(facts).sizeClass
    if (facts.sizeClass !== null) derived.push('sizeClass')
  }
  return { facts, confirmations, lapsed: (qualifications ?? []).filter((held) => !holdsOn(held, today)), derived }
}

const holdsOn = ({ validUntil }: Qualification, today: string): boolean => validUntil === null || lastDayOf(validUntil) >= today

// The standard is for enterprises of every form, and the self-employed go by it too; associations and the like do not.
const isSizedByStandard = (entityType: Facts['entityType']): boolean =>
  entityType === '企业' || entityType === '个体工商户' || entityType === '农民专业合作社'

/**
 * Years from one day to another: whole ones by the calendar, so that `满一年` begins on the anniversary itself, and the
 * share of the year begun. 29 February has its anniversary on the 28th in other years (民法典第二百零二条).
 */
export function yearsBetween(from: string, to: string): number {
  let years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (anniversary(from, years) > to) years -= 1
  const last = Date.parse(anniversary(from, years))
  return years + (Date.parse(to) - last) / (Date.parse(anniversary(from, years + 1)) - last)
}

/** The day `years` after another: when `注册成立满 n 年` begins. */
export function anniversary(from: string, years: number): string {
  const month = `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}-${from.slice(5, 7)}`
  const last = lastDayOf(month)
  const day = `${month}-${from.slice(8)}`
  return day < last ? day : last
}

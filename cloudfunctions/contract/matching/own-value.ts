import { FACTS, type FactKind } from '../policies/facts'
import type { Condition } from '../policies/schemas'
import { clauseState } from './clause'
import type { Facts } from './profile'
import type { Subject } from './subject'
import type { ClauseState } from './words'

/** What the enterprise has of what a clause asks for, in words; null when that is not known. */
export function ownValue(condition: Condition, state: ClauseState, { facts, lapsed }: Subject): string | null {
  const value = facts[condition.fact]
  if (value === null) return null
  if (typeof value === 'number') return numberText(condition, value, state)
  if (typeof value === 'string') return value
  const asked = condition.value as readonly string[]
  const shared = value.filter((tag) => asked.includes(tag))
  const ran = condition.fact === 'qualifications' && state === 'fails' ? lapsed.filter(({ name }) => asked.includes(name) && !shared.includes(name)) : []
  const texts = [...shared, ...ran.map(({ name, validUntil }) => `${name}（${validUntil} 已到期）`)]
  if (texts.length > 0) return texts.join('、')
  return value.length === 0 ? '没有' : `${value.join('、')}`
}

/** Years are counted to the day: shown with as few digits as do not contradict the clause's state. */
function numberText(condition: Condition, value: number, state: ClauseState): string {
  const kind = FACTS[condition.fact] as FactKind & { kind: 'number' }
  const unit = kind.unit === '%' ? '%' : ` ${kind.unit}`
  if (condition.fact !== 'foundedYears') return `${value}${unit}`
  for (const digits of [1, 2, 3]) {
    const shown = Number(value.toFixed(digits))
    if (clauseState(condition, { foundedYears: shown } as Facts) === state) return `${shown}${unit}`
  }
  return `${value}${unit}`
}

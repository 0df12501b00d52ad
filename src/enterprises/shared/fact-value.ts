import type { ProfileInput } from '@contract/matching'
import type { Fact } from '@contract/policies/enums'
import { FACTS, type FactKind } from '@contract/policies/facts'

/** A fact's value as people read it; null when it is not filled in. */
export function shownValue(fact: Fact, facts: ProfileInput): string | null {
  const value = facts[fact]
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return `${value} ${(FACTS[fact] as FactKind & { kind: 'number' }).unit}`
  if (typeof value === 'string') return value
  const tags = value.map((tag) => (typeof tag === 'string' ? tag : tag.name))
  return tags.length === 0 ? '没有' : tags.join('、')
}

/** The tags chosen for a fact that takes several. */
export const chosenTags = (fact: Fact, facts: ProfileInput): string[] => {
  const value = facts[fact]
  return Array.isArray(value) ? value.map((tag) => (typeof tag === 'string' ? tag : tag.name)) : []
}

import type { Fact } from '../policies/enums'
import { FACTS, type FactKind } from '../policies/facts'
import type { MatchItem } from './item'

/** What a form offers for a fact: its options, or the tags that clauses name, most asked for first. Empty for a number. */
export function offeredFor(fact: Fact, items: readonly MatchItem[]): string[] {
  const kind: FactKind = FACTS[fact]
  if (kind.kind === 'number') return []
  if (kind.kind === 'choice') return [...kind.options]
  const asked = new Map<string, number>()
  for (const { standing, conditions } of items) {
    if (standing.kind === 'lapsed') continue
    for (const clause of conditions) if (clause.fact === fact) for (const tag of clause.value as string[]) asked.set(tag, (asked.get(tag) ?? 0) + 1)
  }
  return [...asked].sort(([, a], [, b]) => b - a).map(([tag]) => tag)
}

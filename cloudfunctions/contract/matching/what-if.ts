import type { Compiled } from './compiled'
import type { ItemMatch } from './match'
import type { Profile } from './profile'
import { ranked, summaryOf, type MatchSummary } from './rank'
import { subjectOf, type Confirmations } from './subject'
import { VERDICT_LABELS, type Verdict } from './words'

/** An item whose verdict changes. */
export interface VerdictChange { readonly from: Verdict; readonly to: Verdict; readonly match: ItemMatch }

export interface WhatIf {
  /** Items that come nearer, best first, and items that are lost or less certain. */
  readonly opens: readonly VerdictChange[]
  readonly closes: readonly VerdictChange[]
  readonly before: MatchSummary
  readonly after: MatchSummary
}

const VERDICTS = Object.keys(VERDICT_LABELS) as Verdict[]

/**
 * What changes when some facts do. What follows from a changed fact changes with it, unless the enterprise has stated it:
 * more people may make another size class. @param today `YYYY-MM-DD` in zone time
 */
export function whatIf(catalogue: Compiled, profile: Profile, changes: Partial<Profile>, today: string, confirmations: Confirmations = {}): WhatIf {
  // "What if we were three years old" is not to be overruled by the day we were founded.
  const changed = { ...profile, ...(changes.foundedYears !== undefined ? { foundedOn: null } : {}), ...changes }
  const before = catalogue.match(subjectOf(profile, today, confirmations))
  const after = catalogue.match(subjectOf(changed, today, confirmations))
  const verdictBefore = new Map(before.map(({ item, verdict }) => [item.row.itemId, verdict]))
  const moved = ranked(after).flatMap((match): VerdictChange[] => {
    const from = verdictBefore.get(match.item.row.itemId) ?? null
    return from === null || match.verdict === null || from === match.verdict ? [] : [{ from, to: match.verdict, match }]
  })
  const isNearer = ({ from, to }: VerdictChange): boolean => VERDICTS.indexOf(to) < VERDICTS.indexOf(from)
  return {
    opens: moved.filter(isNearer), closes: moved.filter((change) => !isNearer(change)),
    before: summaryOf(before), after: summaryOf(after),
  }
}

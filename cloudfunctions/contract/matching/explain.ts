import { FACT_LABELS, type Fact } from '../policies/enums'
import type { Condition } from '../policies/schemas'
import type { ItemMatch } from './match'
import { ownValue } from './own-value'
import type { Subject } from './subject'
import { CLAUSE_STATE_LABELS, DOUBT_LABELS, VERDICT_LABELS, type ClauseState, type Doubt } from './words'

/** A clause as people read it beside its mark. */
export interface ClauseLine {
  readonly condition: Condition
  readonly state: ClauseState
  readonly label: string
  /** What the enterprise has of it, as `420 人`; null when that is not known. */
  readonly own: string | null
  /** The fact to fill in on the spot, when it is what is missing. */
  readonly missing: Fact | null
}

/** Why a verdict is not 可享. `confirm`: the enterprise can settle it by answering; `doubt`: only an editor can. */
export type Reason =
  | { readonly kind: 'fails'; readonly text: string; /** All that fails was never read in the source. */ readonly onlyUnread: boolean }
  | { readonly kind: 'missing'; readonly text: string; readonly facts: readonly Fact[] }
  | { readonly kind: 'confirm'; readonly text: string; readonly open: number }
  | { readonly kind: 'doubt'; readonly text: string; readonly doubt: Doubt }

export interface Explanation {
  /** Said before the verdict; null when the item can be had today. */
  readonly first: string | null
  readonly verdict: string | null
  readonly reasons: readonly Reason[]
  /** What fails first, then what is missing, then what holds. */
  readonly lines: readonly ClauseLine[]
  readonly requirements: readonly { readonly text: string; readonly state: ClauseState; readonly unread: boolean }[]
}

const ORDER: readonly ClauseState[] = ['fails', 'unknown', 'holds']

/** One match in words, for the item that a person looks at. */
export function explain(match: ItemMatch, subject: Subject): Explanation {
  const { item, verdict } = match
  const { kind, label, from } = item.standing
  const lines = item.conditions.map((condition, place) => lineOf(condition, match.clauses[place]!, subject))
  return {
    first: kind === 'open' ? null : from === null ? label : `${label}，${from} 起`,
    verdict: verdict && VERDICT_LABELS[verdict],
    reasons: verdict === null ? [] : reasonsOf(match),
    lines: ORDER.flatMap((state) => lines.filter((line) => line.state === state)),
    requirements: item.requirements.map(({ text, basis }, place) => ({ text, state: match.requirements[place]!, unread: basis !== null })),
  }
}

const lineOf = (condition: Condition, state: ClauseState, subject: Subject): ClauseLine => ({
  condition, state, label: CLAUSE_STATE_LABELS[state], own: ownValue(condition, state, subject), missing: state === 'unknown' ? condition.fact : null,
})

function reasonsOf({ item, verdict, clauses, requirements, missing }: ItemMatch): Reason[] {
  if (verdict === 'ineligible') {
    const failed = [
      ...item.conditions.filter((_, place) => clauses[place] === 'fails'), ...item.requirements.filter((_, place) => requirements[place] === 'fails'),
    ]
    const onlyUnread = failed.every(({ basis }) => basis !== null)
    return [{ kind: 'fails', text: `不符合：${failed.map(({ text }) => text).join('；')}`, onlyUnread }]
  }
  const open = requirements.filter((state) => state === 'unknown').length
  return [
    ...(missing.length === 0 ? [] : [{ kind: 'missing' as const, text: `还没填${missing.map((fact) => FACT_LABELS[fact]).join('、')}`, facts: missing }]),
    ...(open === 0 ? [] : [{ kind: 'confirm' as const, text: `另有 ${open} 项要求请自行核对`, open }]),
    ...item.doubts.map((doubt) => ({ kind: 'doubt' as const, text: DOUBT_LABELS[doubt], doubt })),
  ]
}

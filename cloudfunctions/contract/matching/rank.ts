import type { ItemMatch } from './match'
import { VERDICT_LABELS, type Verdict } from './words'

const VERDICTS = Object.keys(VERDICT_LABELS) as Verdict[]
const STANDINGS = ['open', 'notYet', 'lapsed'] as const

/** Most certain first; then what can be had today before what has not begun; then by deadline, then by amount. Lapsed ones last. */
export const ranked = (matches: readonly ItemMatch[]): ItemMatch[] => [...matches].sort((a, b) =>
  certainty(a) - certainty(b)
  || STANDINGS.indexOf(a.item.standing.kind) - STANDINGS.indexOf(b.item.standing.kind)
  || byDeadline(a, b)
  || (b.item.row.maxAmountYuan ?? -1) - (a.item.row.maxAmountYuan ?? -1)
  || compare(a.item.row.itemId, b.item.row.itemId))

const certainty = ({ verdict }: ItemMatch): number => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict))

const byDeadline = (a: ItemMatch, b: ItemMatch): number => compare(a.item.row.deadline ?? '9999', b.item.row.deadline ?? '9999')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Money at stake: the most that is stated, and how many items state one. */
export interface Money { readonly yuan: number; readonly stated: number }

/** What a result page opens with. */
export interface MatchSummary {
  /** Items that can be had on the day, by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>
  /** Items not yet open and lapsed, in no other count. */
  readonly notYet: number
  readonly lapsed: number
  /** Only of 可享: what is not certain is never added. */
  readonly money: Money
  /** Of 可享（含自行确认）, apart, since it stands on the enterprise's own word. */
  readonly confirmedMoney: Money
}

export function summaryOf(matches: readonly ItemMatch[]): MatchSummary {
  const open = matches.filter(({ item }) => item.standing.kind === 'open')
  const of = (verdict: Verdict): ItemMatch[] => open.filter((match) => match.verdict === verdict)
  return {
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict).length])) as Record<Verdict, number>,
    notYet: matches.filter(({ item }) => item.standing.kind === 'notYet').length,
    lapsed: matches.filter(({ item }) => item.standing.kind === 'lapsed').length,
    money: moneyOf(of('eligible')),
    confirmedMoney: moneyOf(of('eligibleConfirmed')),
  }
}

function moneyOf(matches: readonly ItemMatch[]): Money {
  const amounts = matches.flatMap(({ item }) => item.row.maxAmountYuan ?? [])
  return { yuan: amounts.reduce((sum, amount) => sum + amount, 0), stated: amounts.length }
}

import { FACT_LABELS } from '../policies/enums'
import type { Facts } from './profile'
import { withImplied } from './industry'
import { SIZE_ROWS, sizeRowsOf, type SizeClass, type SizeMeasure, type SizeRow, type SizeRowKey } from './size-rows'

/** What the size class follows from; the enterprise may name the row of its main business. */
export type SizeFacts = Pick<Facts, 'industry' | SizeMeasure> & { readonly row?: SizeRowKey }

export type SizeDerivation =
  | { readonly sizeClass: SizeClass; readonly rows: readonly SizeRowKey[]; readonly text: string }
  | {
    readonly sizeClass: null
    /** Facts to fill in first. Empty when facts cannot help. */
    readonly missing: readonly ('industry' | SizeMeasure)[]
    /** Rows to choose the main business from, when these would differ. */
    readonly chooseRow: readonly SizeRowKey[]
    readonly text: string
  }

const CLASSES: readonly SizeClass[] = ['微型', '小型', '中型', '大型']
const SOURCE = '工信部联企业〔2011〕300号'

/**
 * The size class by the ministry's standard, or what is missing. Never a guess: it answers only when all rows and all
 * facts that are still open would give the same class.
 */
export function deriveSizeClass(facts: SizeFacts): SizeDerivation {
  const { industry, row } = facts
  if (!row && (industry === null || industry.length === 0)) return unknown(['industry'], [], '还没有填行业')
  const rows = row ? [row] : sizeRowsOf(withImplied(industry ?? []))
  if (rows.length === 0) return unknown([], [], `${SOURCE}没有列出这个行业，请按主管部门的认定选择`)
  const classes = rows.map((key) => classBy(SIZE_ROWS[key], facts))
  const missing = [...new Set(classes.flatMap((found) => (typeof found === 'string' ? [] : found)))]
  if (missing.length > 0) return unknown(missing, [], `还没有填${missing.map((fact) => FACT_LABELS[fact]).join('、')}`)
  const [first, ...others] = classes as SizeClass[]
  const names = rows.map((key) => SIZE_ROWS[key].name).join('、')
  if (others.some((other) => other !== first)) return unknown([], rows, `要看主营业务属于哪一行：${names}`)
  return { sizeClass: first!, rows, text: `按${names}的标准（${SOURCE}）` }
}

const unknown = (missing: readonly ('industry' | SizeMeasure)[], chooseRow: readonly SizeRowKey[], text: string): SizeDerivation =>
  ({ sizeClass: null, missing, chooseRow, text })

/** A class has all its lower bounds, so the lowest measure decides; one that is 微型 decides even while others are open. */
function classBy(row: SizeRow, facts: SizeFacts): SizeClass | SizeMeasure[] {
  const measures = Object.keys(row.least) as SizeMeasure[]
  const levels = measures.map((measure) => levelOf(facts[measure], row.least[measure]!))
  if (levels.includes(0)) return CLASSES[0]!
  const missing = measures.filter((_, place) => levels[place] === null)
  return missing.length > 0 ? missing : CLASSES[Math.min(...(levels as number[]))]!
}

const levelOf = (value: number | null, least: readonly number[]): number | null =>
  value === null ? null : least.filter((bound) => value >= bound).length

import type { Fact, Operator } from './enums'

/** How a fact is filled in and compared. A `tags` fact may hold several texts, a `choice` one of `options`. */
export type FactKind =
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'choice'; readonly operators: readonly Operator[]; readonly options: readonly string[] }
  | { readonly kind: 'tags'; readonly operators: readonly Operator[] }

const number = (unit: string) => ({ kind: 'number', unit }) as const

/** Numbers are compared with one number. */
export const NUMBER_OPERATORS = ['=', '<', '<=', '>', '>='] as const satisfies readonly Operator[]

/** The vocabulary of clauses: for each fact its kind, unit, the operators that make sense and, where closed, its values. */
export const FACTS = {
  industry: { kind: 'tags', operators: ['in', 'notIn'] },
  sizeClass: { kind: 'choice', operators: ['in'], options: ['微型', '小型', '中型', '大型'] },
  taxpayerType: { kind: 'choice', operators: ['='], options: ['小规模纳税人', '一般纳税人'] },
  entityType: { kind: 'choice', operators: ['in'], options: ['企业', '个体工商户', '农民专业合作社', '民办非企业单位', '社会团体'] },
  ownership: { kind: 'choice', operators: ['='], options: ['民营', '国有', '外资', '其他'] },
  employees: number('人'),
  annualRevenueWan: number('万元'),
  taxableIncomeWan: number('万元'),
  totalAssetsWan: number('万元'),
  monthlySalesWan: number('万元'),
  fixedAssetInvestmentWan: number('万元'),
  rdRatioPercent: number('%'),
  rdSpendWan: number('万元'),
  techStaffRatioPercent: number('%'),
  hiTechRevenueRatioPercent: number('%'),
  qualifications: { kind: 'tags', operators: ['hasAny', 'hasAll'] },
  foundedYears: number('年'),
  region: { kind: 'choice', operators: ['in'], options: ['包头稀土高新区', '包头市', '内蒙古自治区'] },
  restrictedIndustry: { kind: 'tags', operators: ['notIn'] },
  activities: { kind: 'tags', operators: ['hasAny', 'hasAll'] },
  creditStatus: { kind: 'choice', operators: ['='], options: ['无严重失信', '严重失信'] },
  taxCreditGrade: { kind: 'choice', operators: ['in', 'notIn'], options: ['A', 'B', 'M', 'C', 'D'] },
  taxCollectionMethod: { kind: 'choice', operators: ['='], options: ['查账征收', '核定征收'] },
  disabledEmploymentRatioPercent: number('%'),
  insuranceYears: number('年'),
  layoffRatePercent: number('%'),
} as const satisfies Record<Fact, FactKind>

/** The next wider place around each region. An enterprise fills in only the narrowest one that is true of it. */
export const REGION_WITHIN: Readonly<Record<string, string>> = { 包头稀土高新区: '包头市', 包头市: '内蒙古自治区' }

/** What an enterprise may have as a fact's value. */
export type FactValue<F extends Fact> =
  (typeof FACTS)[F] extends { kind: 'number' } ? number
    : (typeof FACTS)[F] extends { kind: 'choice'; options: readonly (infer Option)[] } ? Option
      : string[]

/** What is wrong with a clause by the vocabulary, in Chinese; null when it is sound. */
export function clauseProblem({ fact, op, value, unit }: { fact: Fact; op: Operator; value: number | string | string[]; unit: string | null }): string | null {
  const kind: FactKind = FACTS[fact]
  if (kind.kind === 'number') {
    if (!(NUMBER_OPERATORS as readonly string[]).includes(op)) return `${fact} 是数，不能用 ${op} 比较`
    if (typeof value !== 'number' || !Number.isFinite(value)) return `${fact} 是数，比较值应为一个数`
    return unit === kind.unit ? null : `${fact} 的单位应为 ${kind.unit}`
  }
  if (!kind.operators.includes(op)) return `${fact} 不能用 ${op} 比较，可用 ${kind.operators.join('、')}`
  if (unit !== null) return `${fact} 没有单位`
  const wantsList = op !== '='
  if (Array.isArray(value) !== wantsList || typeof value === 'number') return `${fact} 用 ${op} 时，比较值应为${wantsList ? '文字列表' : '一段文字'}`
  const values = Array.isArray(value) ? value : [value]
  if (values.length === 0 || values.some((text) => text.trim() === '')) return `${fact} 的比较值不能为空`
  const unknown = kind.kind === 'choice' ? values.find((text) => !kind.options.includes(text)) : undefined
  return unknown === undefined ? null : `${fact} 没有“${unknown}”这个取值，可用 ${kind.kind === 'choice' ? kind.options.join('、') : ''}`
}

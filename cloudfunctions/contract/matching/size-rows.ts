import type { FactValue } from '../policies/facts'

export type SizeClass = FactValue<'sizeClass'>
export type SizeMeasure = 'employees' | 'annualRevenueWan' | 'totalAssetsWan'

/** A row of the standard: for each measure the least value of 小型, 中型 and 大型. */
export interface SizeRow {
  readonly name: string
  readonly least: { readonly [M in SizeMeasure]?: readonly [small: number, medium: number, large: number] }
}

const row = (name: string, least: SizeRow['least']): SizeRow => ({ name, least })

/**
 * 中小企业划型标准规定，工信部联企业〔2011〕300号, 第四条 (一) to (十六), in its order; a large one is what is above 中小微.
 * 统计上大中小微型企业划分办法（2017）renames industries after GB/T 4754-2017 and keeps every threshold. The 2021 draft for
 * a revision (修订征求意见稿) is not in force. Numbers checked against two reprints of the text, not against the ministry's page.
 */
export const SIZE_ROWS = {
  farming: row('农、林、牧、渔业', { annualRevenueWan: [50, 500, 20_000] }),
  industry: row('工业', { employees: [20, 300, 1000], annualRevenueWan: [300, 2000, 40_000] }),
  construction: row('建筑业', { annualRevenueWan: [300, 6000, 80_000], totalAssetsWan: [300, 5000, 80_000] }),
  wholesale: row('批发业', { employees: [5, 20, 200], annualRevenueWan: [1000, 5000, 40_000] }),
  retail: row('零售业', { employees: [10, 50, 300], annualRevenueWan: [100, 500, 20_000] }),
  transport: row('交通运输业', { employees: [20, 300, 1000], annualRevenueWan: [200, 3000, 30_000] }),
  storage: row('仓储业', { employees: [20, 100, 200], annualRevenueWan: [100, 1000, 30_000] }),
  post: row('邮政业', { employees: [20, 300, 1000], annualRevenueWan: [100, 2000, 30_000] }),
  lodging: row('住宿业', { employees: [10, 100, 300], annualRevenueWan: [100, 2000, 10_000] }),
  catering: row('餐饮业', { employees: [10, 100, 300], annualRevenueWan: [100, 2000, 10_000] }),
  transmission: row('信息传输业', { employees: [10, 100, 2000], annualRevenueWan: [100, 1000, 100_000] }),
  software: row('软件和信息技术服务业', { employees: [10, 100, 300], annualRevenueWan: [50, 1000, 10_000] }),
  realEstate: row('房地产开发经营', { annualRevenueWan: [100, 1000, 200_000], totalAssetsWan: [2000, 5000, 10_000] }),
  property: row('物业管理', { employees: [100, 300, 1000], annualRevenueWan: [500, 1000, 5000] }),
  business: row('租赁和商务服务业', { employees: [10, 100, 300], totalAssetsWan: [100, 8000, 120_000] }),
  other: row('其他未列明行业', { employees: [10, 100, 300] }),
} as const satisfies Record<string, SizeRow>
export type SizeRowKey = keyof typeof SIZE_ROWS

/** The rows an enterprise may fall under by its industries; several when these do not tell. Empty: the standard names none. */
export function sizeRowsOf(industry: readonly string[]): SizeRowKey[] {
  const has = (...tags: string[]): boolean => tags.some((tag) => industry.includes(tag))
  const rows = new Set<SizeRowKey>()
  const one = (...keys: SizeRowKey[]): void => keys.forEach((key) => rows.add(key))
  if (has('A')) one('farming')
  if (has('B', 'C', 'D')) one('industry')
  if (has('E')) one('construction')
  if (has('F')) { if (!has('零售') || has('批发')) one('wholesale'); if (!has('批发') || has('零售')) one('retail') }
  // 铁路运输 is not in the standard; only what a label says is taken for road transport.
  if (has('G')) { if (has('道路运输', '出租汽车客运')) one('transport'); else one('transport', 'storage', 'post') }
  if (has('H')) one('lodging', 'catering')
  if (has('I')) { if (!has('软件') || has('互联网服务')) one('transmission'); if (!has('互联网服务') || has('软件')) one('software') }
  if (has('K')) one('realEstate', 'property', 'other')
  if (has('L')) one('business')
  // 第四条(十六) names 社会工作 among 其他未列明行业, not 卫生 nor 教育: care for the old is social work.
  if (has('M', 'N', 'O', 'R') || (has('Q') && has('养老'))) one('other')
  return [...rows]
}

// Industries come as section letters of GB/T 4754-2017 (A to R) and as labels, mixed; clauses list either.

/** What a label or letter says besides itself. Only what is certain: 稀土 may be mining (B) or manufacturing (C), so it is not here. */
const IMPLIES: Readonly<Record<string, readonly string[]>> = {
  C: ['制造业'], 制造业: ['C'], 装备制造: ['C', '制造业'], 农副产品加工: ['C', '制造业'],
  H: ['餐饮住宿'], 餐饮住宿: ['H'], J: ['金融业'], 金融业: ['J'],
  农业: ['A'], 零售: ['F'], 批发: ['F'], 道路运输: ['G'], 出租汽车客运: ['G'], 软件: ['I'], 互联网服务: ['I'],
  商务服务: ['L'], 科研技术服务: ['M'],
}

/** The industries an enterprise filled in, with all that these say besides. */
export function withImplied(industry: readonly string[]): string[] {
  const all = new Set(industry)
  for (const tag of industry) for (const implied of IMPLIES[tag] ?? []) all.add(implied)
  return [...all]
}

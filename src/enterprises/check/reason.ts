import type { ItemMatch } from '@contract/matching'
import { FACT_LABELS } from '@contract/policies/enums'

/** In one line why an item is not simply 可享; undefined when it is. */
export function reasonOf({ item, verdict, clauses, requirements, missing }: ItemMatch): string | undefined {
  if (item.standing.kind === 'notYet') return item.standing.label
  if (verdict === 'ineligible') {
    const failed = item.conditions.find((_, n) => clauses[n] === 'fails')?.text ?? item.requirements.find((_, n) => requirements[n] === 'fails')?.text
    return failed === undefined ? undefined : `不符合：${failed}`
  }
  if (verdict !== 'possible') return undefined
  if (missing.length > 0) return `还没填${missing.map((fact) => FACT_LABELS[fact]).join('、')}`
  const open = requirements.filter((state) => state === 'unknown').length
  return open > 0 ? `已填的都符合，另有 ${open} 项要求请自行核对` : '已填的都符合，但目录所列条件不一定写全'
}

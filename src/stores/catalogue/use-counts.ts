import { passes, type Filters } from '@contract/policies/browse'
import { MODE_LABELS, type Mode } from '@contract/policies/enums'
import { isLapsed } from '@contract/policies/validity'
import { useMemo } from 'react'
import { useCatalogue } from './use-catalogue'

/** How many items would show with these filters; null while the phone has no copy to count in. */
export function useBrowseCount(filters: Filters): number | null {
  const rows = useCatalogue((state) => state.rows)
  const key = JSON.stringify(filters)
  // `key` stands for the filters, whose object may be new at each render.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => rows && rows.filter((row) => passes(row, filters)).length, [rows, key])
}

/** How many items that can be had now come in each way; null while the phone has no copy. */
export function useModeCounts(): Record<Mode, number> | null {
  const rows = useCatalogue((state) => state.rows)
  return useMemo(() => {
    if (rows === null) return null
    const counts = Object.fromEntries(Object.keys(MODE_LABELS).map((mode) => [mode, 0])) as Record<Mode, number>
    for (const { mode, validity } of rows) if (mode !== null && !isLapsed(validity)) counts[mode] += 1
    return counts
  }, [rows])
}

import type { Store } from '../../../cloudfunctions/store/port'
import { counters } from './fixtures'

/**
 * Raises the shared counter by compare-and-set until that has succeeded `times` times.
 * @returns how many replaces were acknowledged
 */
export async function countUp(store: Store, times: number): Promise<number> {
  const docs = store.in(counters)
  await docs.insert({ _id: 'shared', value: 0 })
  let acknowledged = 0
  while (acknowledged < times) {
    const { value, version } = (await docs.get('shared'))!
    if (await docs.replace({ _id: 'shared', value: value + 1 }, version) === 'replaced') acknowledged++
  }
  return acknowledged
}

import { once } from 'node:events'
import { systemClock } from '../../../cloudfunctions/kernel/clock'
import type { StoreAdapter } from './adapter'
import { countUp } from './count-up'
import { COLLECTIONS } from './fixtures'

/** Opens the place, says `ready`, waits for a line, counts up `times` times and prints how many were acknowledged. */
export default async function run(open: StoreAdapter['open'], place: string, times: string): Promise<void> {
  const started = once(process.stdin, 'data')
  const store = await open(place, { clock: systemClock, collections: COLLECTIONS })
  process.stdout.write('ready\n')
  await started
  process.stdout.write(`${await countUp(store, Number(times))}\n`)
  await store.close()
}

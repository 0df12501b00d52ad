import Taro from '@tarojs/taro'
import { getPolicy as getPolicyOperation, syncCatalogue } from '@contract/policies/operations'
import { call } from '@/api/call'
import { reportError } from '@/api/report-error'
import { onServerReached } from '@/api/server-reached'
import { untilMidnight } from '@/lib/dates'
import { isOnline, onBackOnline, onNetworkChange } from '@/lib/network'
import { readStored, writeStored } from '@/lib/storage'
import { Catalogue } from './catalogue'
import { phoneBox } from './phone-box'

const SYNCED_KEY = 'catalogue.lastSyncedAt'
const STALE_MS = 10 * 60_000
const FIRST_RETRY_MS = 30_000

/** The app's one catalogue. */
export const catalogue = new Catalogue({
  box: phoneBox(),
  fetchPage: ({ since, mark }) => call(syncCatalogue, { since, ...(mark !== null && { mark }) }),
  fetchPolicy: (policyId) => call(getPolicyOperation, { policyId }),
  now: Date.now,
  lastSynced: {
    read: () => readStored(SYNCED_KEY, (value): value is number => typeof value === 'number'),
    write: (instant) => { writeStored(SYNCED_KEY, instant) },
  },
  report: reportError,
})

let retryTimer: ReturnType<typeof setTimeout> | undefined
let retryAfter = FIRST_RETRY_MS

/** Syncs, and after a failure tries again later, each time after twice as long, as long as the app stays in front. */
async function syncAndRetry(): Promise<void> {
  clearTimeout(retryTimer)
  await catalogue.sync()
  const { source, problem } = catalogue.store.getState().status
  if (source === 'fresh' && problem === null) { retryAfter = FIRST_RETRY_MS; return }
  // Without room a further try would only fetch for nothing; without network its return starts one.
  if (problem?.kind === 'storageFull' || !isOnline()) return
  // Two callers may have waited for one sync: one of them sets the next.
  clearTimeout(retryTimer)
  retryTimer = setTimeout(() => { void syncAndRetry() }, retryAfter)
  retryAfter = Math.min(retryAfter * 2, STALE_MS)
}

function syncWhenStale(): void {
  const { source, syncing, lastSyncedAt, problem } = catalogue.store.getState().status
  if (source === 'opening' || syncing || problem?.kind === 'storageFull') return
  if (source === 'none' || lastSyncedAt === null || Date.now() - lastSyncedAt > STALE_MS) void syncAndRetry()
}

function watchMidnight(): void {
  setTimeout(() => { catalogue.checkDay(); watchMidnight() }, untilMidnight() + 1000)
}

let started = false

/** Opens the stored copy and keeps it fresh: at launch, on coming to front, when the network returns. Once. */
export function startCatalogue(): void {
  if (started) return
  started = true
  catalogue.setOnline(isOnline())
  onNetworkChange((online) => catalogue.setOnline(online))
  onBackOnline(() => { void syncAndRetry() })
  onServerReached(() => {
    const { unreachable, syncing } = catalogue.store.getState().status
    catalogue.serverReached()
    // It is back before the next try is due.
    if (unreachable && !syncing) void syncAndRetry()
  })
  // Timers stand still in the background: the day may have changed unseen.
  Taro.onAppShow(() => { catalogue.checkDay(); syncWhenStale() })
  watchMidnight()
  void syncAndRetry()
}

/** Syncs because the reader asked, by pulling down. Resolves when it ended, well or not. */
export const pullToRefresh = (): Promise<void> => syncAndRetry()

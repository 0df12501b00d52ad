import { useCatalogueStatus } from '@/stores/catalogue'
import { Banner } from './Banner'
import { showInstant } from '@/lib/dates'

/** Says calmly that there is no network or no service, and how old the policies on the phone are. Nothing while online. `inset` keeps it inside the gutters. */
export function OfflineNote({ inset = false }: { inset?: boolean }) {
  const { offline, unreachable, lastSyncedAt, problem } = useCatalogueStatus()
  if (problem && problem.kind !== 'failed') return <Banner tone='wait' edge={!inset}>{problem.message}</Banner>
  if (!offline && !unreachable) return null
  const what = offline ? '现在没有网络' : '暂时连不上服务'
  return <Banner tone='mute' edge={!inset}>{lastSyncedAt === null ? `${what}，连上后就能看到政策。` : `${what}。政策是${showInstant(lastSyncedAt, Date.now())}存在手机里的，照常能查。`}</Banner>
}

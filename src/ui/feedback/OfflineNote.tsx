import { useCatalogueStatus } from '@/stores/catalogue'
import { Banner } from './Banner'
import { showInstant } from '@/lib/dates'

/** Says calmly that there is no network, and how old the policies on the phone are. Nothing while online. `inset` keeps it inside the gutters. */
export function OfflineNote({ inset = false }: { inset?: boolean }) {
  const { offline, lastSyncedAt, problem } = useCatalogueStatus()
  if (problem && problem.kind !== 'failed') return <Banner tone='wait' edge={!inset}>{problem.message}</Banner>
  if (!offline) return null
  return <Banner tone='mute' edge={!inset}>{lastSyncedAt === null ? '现在没有网络，连上后就能看到政策。' : `现在没有网络。政策是${showInstant(lastSyncedAt, Date.now())}存在手机里的，照常能查。`}</Banner>
}

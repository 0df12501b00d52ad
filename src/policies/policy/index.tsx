import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useParams } from '@/lib/navigation'
import { sharePolicy, timelinePolicy } from '@/lib/share'
import { usePolicy, useToday } from '@/stores/catalogue'
import { LoadFailed } from '@/ui/feedback/LoadFailed'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { DetailSkeleton } from '../shared/DetailSkeleton'
import { Gone } from '../shared/Gone'
import { PolicyDetail } from './PolicyDetail'

/** 政策文件: a document, its force and lineage, and the items under it. */
export default function PolicyPage() {
  const { policyId = '' } = useParams('policy')
  const { policy, state, failure, retry } = usePolicy(policyId)
  const today = useToday()
  const shared = policy ?? { id: policyId, title: '惠企政策文件' }
  useShareAppMessage(() => sharePolicy(shared))
  useShareTimeline(() => timelinePolicy(shared))
  return (
    <Page>
      <NavBar title='政策文件' kind='page' />
      <OfflineNote />
      <Body>
        {state === 'loading' && <DetailSkeleton />}
        {state === 'failed' && failure && <LoadFailed message={failure.userMessage} onRetry={retry} />}
        {state === 'missing' && <Gone what='文件' />}
        {policy && <PolicyDetail policy={policy} today={today} />}
      </Body>
    </Page>
  )
}

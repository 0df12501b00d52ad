import { View } from '@tarojs/components'
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { go, pathOf, useParams } from '@/lib/navigation'
import { toQuery } from '@/lib/routes'
import { useItemRow, usePolicy, useToday } from '@/stores/catalogue'
import { LoadFailed } from '@/ui/feedback/LoadFailed'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { DetailSkeleton } from '../shared/DetailSkeleton'
import { Gone } from '../shared/Gone'
import { ItemActions } from './ItemActions'
import { ItemDetail } from './ItemDetail'

/** 政策事项: one benefit, what it is worth, who can have it, how, until when, and on what evidence. */
export default function ItemPage() {
  const { policyId = '', itemId = '' } = useParams('item')
  const { policy, state, failure, retry } = usePolicy(policyId)
  const today = useToday()
  const listed = useItemRow(itemId)
  const item = policy?.items.find(({ id }) => id === itemId)
  const name = item?.name ?? listed?.name ?? '惠企政策'
  useShareAppMessage(() => ({ title: name, path: pathOf('item', { policyId, itemId }) }))
  useShareTimeline(() => ({ title: name, query: toQuery({ policyId, itemId }) }))
  return (
    <Page bar={item !== undefined}>
      <NavBar title='政策事项' kind='page' />
      <OfflineNote />
      <Body>
        {state === 'loading' && <DetailSkeleton />}
        {state === 'failed' && failure && <LoadFailed message={failure.userMessage} onRetry={retry} />}
        {(state === 'missing' || (state === 'ready' && !item)) && <Gone what='事项' />}
        {policy && item && <ItemDetail policy={policy} item={item} today={today} onOpenItem={(id) => go('item', { policyId, itemId: id })} />}
      </Body>
      {policy && item && <View><ItemActions policy={policy} item={item} /></View>}
    </Page>
  )
}

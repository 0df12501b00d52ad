import { pullToRefresh, useCatalogueStatus } from '@/stores/catalogue'
import { Button } from '../form/Button'
import { Card } from '../list/Section'
import { Empty } from './Empty'

/** The first time on a phone: policies are on their way, or could not come, and why. */
export function NoCopyYet() {
  const { syncing, progress, offline, unreachable, problem } = useCatalogueStatus()
  if (syncing) return <Card><Empty icon='refresh' title='正在把政策存到手机' why={progress ? `已存 ${progress.done}/${progress.total} 份，存好就能用` : '存好就能用'} /></Card>
  const why = problem?.message ?? (offline ? '连上网络后会自动存下来，以后没有网络也能用。' : unreachable ? '暂时连不上服务，稍后会自动再试。' : '存下来以后，没有网络也能用。')
  return (
    <Card>
      <Empty icon={offline ? 'offline' : 'refresh'} title='手机里还没有政策' why={why}><Button kind='secondary' onClick={() => void pullToRefresh()}>现在取</Button></Empty>
    </Card>
  )
}

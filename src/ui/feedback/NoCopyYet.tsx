import { pullToRefresh, useCatalogueStatus } from '@/stores/catalogue'
import { Button } from '../form/Button'
import { Card } from '../list/Section'
import { Empty } from './Empty'

/** The first time on a phone: policies are on their way, or could not come. */
export function NoCopyYet() {
  const { syncing, progress } = useCatalogueStatus()
  if (syncing) return <Card><Empty icon='refresh' title='正在把政策存到手机' why={progress ? `已存 ${progress.done}/${progress.total} 份，存好就能用` : '存好就能用'} /></Card>
  return (
    <Card>
      <Empty icon='offline' title='手机里还没有政策' why='连上网络后会自动存下来，以后没有网络也能用。'><Button kind='secondary' onClick={() => void pullToRefresh()}>现在取</Button></Empty>
    </Card>
  )
}

import { View } from '@tarojs/components'
import { go } from '@/lib/navigation'
import { removeFavourite, useFavourites, type Favourite } from '@/stores/favourites'
import { openPolicies } from '@/stores/policy-view'
import { Empty } from '@/ui/feedback/Empty'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { Button } from '@/ui/form/Button'
import { Row } from '@/ui/list/Row'
import { Card } from '@/ui/list/Section'
import { WindowedList } from '@/ui/list/WindowedList'
import { NavBar } from '@/ui/page/NavBar'
import { Body } from '@/ui/page/Body'
import { Page } from '@/ui/page/Page'
import { PolicyCard } from '@/ui/policy/PolicyCard'
import css from './index.module.scss'

/** What the reader has kept, newest first, with what has become of it. */
export default function Favourites() {
  const favourites = useFavourites()
  return (
    <Page fill>
      <NavBar title='我的收藏' kind='page' />
      <OfflineNote />
      {favourites.length === 0
        ? <Body><Card><Empty icon='bookmark' title='还没有收藏' why='在政策页面点“收藏这项政策”，就存在这里，没有网络也能看。'><Button kind='secondary' onClick={() => openPolicies({}, 'newest')}>去看政策</Button></Empty></Card></Body>
        : (
          <WindowedList
            items={favourites} keyOf={({ itemId }) => itemId} resetKey='favourites'
            header={<View className={css.head}>{`共 ${favourites.length} 项，存在这部手机里`}</View>}
            renderItem={(favourite) => (favourite.row ? <PolicyCard row={favourite.row} /> : <WithoutRow favourite={favourite} />)}
          />
        )}
    </Page>
  )
}

/** A favourite that the phone's copy does not have: not stored yet, or gone; kept in view until the reader lets it go. */
function WithoutRow({ favourite: { itemId, policyId, name, title, withdrawn, itemGone } }: { favourite: Favourite }) {
  const gone = withdrawn ? '已被撤回，不再公布' : itemGone ? '文件里已没有这一项' : null
  if (gone === null) return <Card><Row strong title={name} sub={title} onClick={() => go('item', { itemId, policyId })} /></Card>
  return <Card><Row strong title={name} sub={gone} /><Button kind='quiet' small onClick={() => removeFavourite(itemId)}>移出收藏</Button></Card>
}

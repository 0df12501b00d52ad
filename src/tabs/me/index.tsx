import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showInstant } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { pullToRefresh, useCatalogueStatus } from '@/stores/catalogue'
import { useFavourites } from '@/stores/favourites'
import { signOut, useSession } from '@/stores/session'
import { setTextSize, useTextSize, type TextSize } from '@/stores/settings'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { Segmented } from '@/ui/form/Segmented'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { RoleSwitch } from './RoleSwitch'
import { Who } from './Who'
import css from './index.module.scss'

const SIZES: Record<TextSize, string> = { standard: '标准', large: '大字' }

/** 我的: who I am here, how large I read, what I kept, how fresh the policies on this phone are. */
export default function Me() {
  const signedIn = useSession(({ person }) => person !== null)
  const favourites = useFavourites()
  const textSize = useTextSize()
  return (
    <Page>
      <NavBar title='我的' kind='tab' ground='paper' />
      <OfflineNote />
      <Body>
        <Who />
        <RoleSwitch />
        <View className={css.group}>
          <Card>
            <Row icon='text-size' title='文字大小' />
            <View className={css.size}>
              <Segmented options={SIZES} value={textSize} label='文字大小' onChange={setTextSize} />
              <View className={css.sample}>专精特新中小企业奖励，<View className={css.money}>50 万元</View></View>
            </View>
          </Card>
        </View>
        <View className={css.group}>
          <Card>
            <Row icon='bookmark' title='我的收藏' sub={favourites.length === 0 ? '还没有收藏' : `${favourites.length} 项政策`} onClick={() => go('favourites')} />
            <OnThisPhone />
          </Card>
        </View>
        {signedIn && (
          <View className={css.group}>
            <Card>
              <Row icon='swap' title='换一个身份登录' onClick={() => go('signIn')} />
              <Row icon='sign-out' title='退出登录' onClick={() => void confirmSignOut()} />
            </Card>
          </View>
        )}
        <Section title='关于'>
          <View className={css.small}>政策内容按公开文件整理，结果只作提示，以发文机关和窗口答复为准。</View>
          <View className={css.small}>浏览和搜索不需要登录，搜索词只留在这部手机里。</View>
        </Section>
      </Body>
    </Page>
  )
}

/** How fresh the copy of the policies on this phone is; tapping fetches what is new. */
function OnThisPhone() {
  const { source, syncing, progress, lastSyncedAt, problem } = useCatalogueStatus()
  const words = syncing
    ? progress ? `正在更新 ${progress.done}/${progress.total}` : '正在更新'
    : problem ? problem.message
      : source === 'none' || lastSyncedAt === null ? '还没有存到手机' : `${showInstant(lastSyncedAt, Date.now())}更新，没有网络也能查`
  return <Row icon='refresh' title='手机里的政策' sub={words} onClick={() => void pullToRefresh()} />
}

async function confirmSignOut(): Promise<void> {
  const { confirm } = await Taro.showModal({ title: '退出登录', content: '收藏和手机里的政策会保留。', confirmText: '退出', confirmColor: '#a32c25' })
  if (confirm) signOut()
}

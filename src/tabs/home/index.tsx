import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { go } from '@/lib/navigation'
import { pullToRefresh, useHighlights } from '@/stores/catalogue'
import { CardSkeleton, RowSkeleton } from '@/ui/feedback/Skeleton'
import { LoadFailed } from '@/ui/feedback/LoadFailed'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { SearchEntry } from '@/ui/form/SearchBox'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { Section } from '@/ui/list/Section'
import { Categories } from './Categories'
import { EndingSoon } from './EndingSoon'
import { Newest } from './Newest'
import { Shortcuts } from './Shortcuts'
import { Summary } from './Summary'
import { Welcome } from './Welcome'
import css from './index.module.scss'

const SHARE = '包头稀土高新区惠企政策，一搜就到'

export default function Home() {
  const { data, state, failure, retry } = useHighlights()
  usePullDownRefresh(() => void pullToRefresh().finally(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({ title: SHARE, path: '/tabs/home/index' }))
  useShareTimeline(() => ({ title: SHARE }))
  return (
    <Page>
      <NavBar title='高新事 · 高兴办' kind='tab' ground='brand'>
        <View className={css.head}>
          <Welcome />
          <SearchEntry onClick={() => go('search')} />
        </View>
      </NavBar>
      <View className={css.body}>
        <View className={css.note}><OfflineNote inset /></View>
        {state === 'failed' && failure && <LoadFailed message={failure.userMessage} onRetry={retry} />}
        {state === 'loading' && (
          <>
            <CardSkeleton cards={1} />
            <Section title='即将截止'><RowSkeleton rows={3} /></Section>
            <Section title='最新政策'><RowSkeleton rows={2} /></Section>
          </>
        )}
        {data && (
          <>
            <Summary highlights={data} />
            <Shortcuts />
            <EndingSoon rows={data.endingSoon} count={data.endingSoonCount} />
            <Newest headlines={data.newest} />
            <Categories categories={data.categories} />
          </>
        )}
      </View>
    </Page>
  )
}

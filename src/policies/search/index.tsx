import { View } from '@tarojs/components'
import { useState } from 'react'
import { useParams } from '@/lib/navigation'
import { useSearch } from '@/stores/catalogue'
import { rememberSearch } from '@/stores/recent-searches'
import { NoCopyYet } from '@/ui/feedback/NoCopyYet'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { CardSkeleton } from '@/ui/feedback/Skeleton'
import { SearchInput } from '@/ui/form/SearchBox'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { BeforeSearching } from './BeforeSearching'
import { Results } from './Results'
import css from './index.module.scss'

/** Search as one types, on the phone itself: no network is asked. */
export default function Search() {
  const { text: given = '' } = useParams('search')
  const [text, setText] = useState(given)
  // For the word it was asked for: another word starts with what holds now.
  const [lapsedFor, setLapsedFor] = useState<string | null>(null)
  const includeLapsed = lapsedFor === text
  const { state, result } = useSearch(text, { includeLapsed })
  return (
    <Page fill>
      <NavBar title='搜索' kind='page'>
        <View className={css.head}><SearchInput value={text} onInput={setText} onConfirm={rememberSearch} /></View>
      </NavBar>
      <OfflineNote />
      {state === 'idle' && <BeforeSearching onPick={setText} />}
      {state === 'preparing' && <Body><CardSkeleton cards={3} /></Body>}
      {state === 'noCopy' && <Body><NoCopyYet /></Body>}
      {state === 'ready' && result && <Results text={text} result={result} onOpen={() => rememberSearch(text)} onShowLapsed={() => setLapsedFor(text)} />}
    </Page>
  )
}

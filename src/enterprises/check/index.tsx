import { useState } from 'react'
import type { ItemMatch, Verdict } from '@contract/matching'
import { useAnswered, useCheck } from '@/stores/check'
import { NoCopyYet } from '@/ui/feedback/NoCopyYet'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { CardSkeleton } from '@/ui/feedback/Skeleton'
import { WindowedList } from '@/ui/list/WindowedList'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { PolicyCard } from '@/ui/policy/PolicyCard'
import { CheckFoot } from './CheckFoot'
import { CheckHead } from './CheckHead'
import { reasonOf } from './reason'
import { TABS, type Tab } from './tabs'

/** 政策体检: which policies the enterprise can have, clause by clause, on what is filled in. */
export default function CheckPage() {
  const check = useCheck()
  const answered = useAnswered()
  const [chosen, setChosen] = useState<Tab | null>(null)
  const { summary } = check
  // Opens on the best there is.
  const tab = chosen ?? (summary && summary.counts.eligible + summary.counts.eligibleConfirmed > 0 ? 'eligible' : 'possible')
  const shown = check.matches.filter(({ verdict }) => (TABS[tab] as readonly (Verdict | null)[]).includes(verdict))
  return (
    <Page fill>
      <NavBar title='政策体检' kind='page' />
      <OfflineNote />
      {check.state === 'preparing' && <Body><CardSkeleton cards={3} /></Body>}
      {check.state === 'noCopy' && <Body><NoCopyYet /></Body>}
      {summary && (
        <WindowedList
          items={shown} keyOf={keyOf} resetKey={tab} renderItem={renderMatch}
          header={<CheckHead check={check} summary={summary} answered={answered} tab={tab} onTab={setChosen} />}
          footer={<CheckFoot empty={shown.length === 0} tab={tab} />}
        />
      )}
    </Page>
  )
}

const keyOf = ({ item }: ItemMatch) => item.row.itemId
const renderMatch = (match: ItemMatch) => <PolicyCard row={match.item.row} verdict={match.verdict ?? undefined} reason={reasonOf(match)} />

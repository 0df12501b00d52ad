import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { FILTER_KEYS, type FilterKey } from '@contract/policies/browse'
import { go } from '@/lib/navigation'
import { pullToRefresh, useBrowse } from '@/stores/catalogue'
import { clearFilters, setFilters, setSort, showInUrl, usePolicyView } from '@/stores/policy-view'
import { LoadFailed } from '@/ui/feedback/LoadFailed'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { CardSkeleton } from '@/ui/feedback/Skeleton'
import { SearchEntry } from '@/ui/form/SearchBox'
import { WindowedList } from '@/ui/list/WindowedList'
import { NavBar } from '@/ui/page/NavBar'
import { Body } from '@/ui/page/Body'
import { Page } from '@/ui/page/Page'
import { PolicyCard } from '@/ui/policy/PolicyCard'
import { FilterBar } from './FilterBar'
import { FilterSheet } from './FilterSheet'
import { ListHead } from './ListHead'
import { NothingMatches } from './NothingMatches'
import { SortSheet } from './SortSheet'
import css from './index.module.scss'

export default function Policies() {
  const { filters, sort } = usePolicyView()
  const { rows, total, of, state, failure, loadMore, retry, loosen } = useBrowse(filters, sort)
  const [sheet, setSheet] = useState<FilterKey | 'all' | 'sort' | null>(null)
  useDidShow(showInUrl)
  const close = () => setSheet(null)
  const narrowed = FILTER_KEYS.some((key) => filters[key]?.length)
  return (
    <Page fill>
      <NavBar title='政策' kind='tab'>
        <View className={css.head}>
          <SearchEntry sunken onClick={() => go('search')} />
          <FilterBar filters={filters} onOpen={setSheet} />
        </View>
      </NavBar>
      <OfflineNote />
      {state === 'loading' && <Body><CardSkeleton cards={5} /></Body>}
      {state === 'failed' && failure && <Body><LoadFailed message={failure.userMessage} onRetry={retry} /></Body>}
      {state === 'ready' && (
        <WindowedList
          items={rows} keyOf={keyOf} resetKey={JSON.stringify([filters, sort])} onReachEnd={loadMore} onRefresh={pullToRefresh}
          renderItem={renderItem}
          header={<ListHead total={total} of={filters.validity?.length ? null : of} narrowed={narrowed} sort={sort} onSort={() => setSheet('sort')} />}
          footer={total === 0 ? <NothingMatches filters={filters} loosen={loosen} onChange={setFilters} onClear={clearFilters} /> : null}
        />
      )}
      {sheet === 'sort' && <SortSheet sort={sort} onSort={setSort} onClose={close} />}
      {sheet !== null && sheet !== 'sort' && <FilterSheet filters={filters} only={sheet} onClose={close} onApply={(next) => { setFilters(next); close() }} />}
    </Page>
  )
}

const keyOf = (row: { itemId: string }) => row.itemId
const renderItem = (row: Parameters<typeof PolicyCard>[0]['row']) => <PolicyCard row={row} />

import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { SearchResult } from '@/search'
import { openPolicies } from '@/stores/policy-view'
import { Banner } from '@/ui/feedback/Banner'
import { Empty } from '@/ui/feedback/Empty'
import { Button } from '@/ui/form/Button'
import { Row } from '@/ui/list/Row'
import { Card } from '@/ui/list/Section'
import { WindowedList } from '@/ui/list/WindowedList'
import { correctionOf, entriesOf, foundOf, type Entry } from './entries'
import { SearchHit } from './SearchHit'
import css from './Results.module.scss'

interface Props {
  text: string
  result: SearchResult
  /** A hit is being opened: the word was worth remembering. */
  onOpen: () => void
  onShowLapsed: () => void
}

/** What was found, best first; what was corrected is said, what is hidden can be shown. */
export function Results({ text, result, onOpen, onShowLapsed }: Props) {
  const entries = useMemo(() => entriesOf(result), [result])
  const correction = correctionOf(text, result)
  const lapsed = result.lapsedHidden
  const renderEntry = (entry: Entry) => (entry.kind === 'hit'
    ? <SearchHit hit={entry.hit} onOpen={onOpen} />
    : <View className={css.heading}>{entry.text}</View>)
  return (
    <WindowedList
      items={entries} keyOf={({ key }) => key} resetKey={text} renderItem={renderEntry}
      header={(
        <View className={css.head}>
          {correction !== null && <View className={css.correction}><Banner tone='info'>{correction}</Banner></View>}
          {result.total > 0 && <View><Text className={css.total}>{`${result.total} 项`}</Text>{` ${foundOf(result)}`}</View>}
        </View>
      )}
      footer={(
        <View className={css.foot}>
          {lapsed > 0 && <Card><Row title={`另有 ${lapsed} 项已失效，默认不显示`} end={<View className={css.show}>显示</View>} onClick={onShowLapsed} /></Card>}
          {entries.length === 0 && (
            <Card>
              <Empty icon='search' title={lapsed > 0 ? `现行政策里没有“${text.trim()}”` : `没有找到“${text.trim()}”`} why={lapsed > 0 ? `已失效的有 ${lapsed} 项，可以点上面的“显示”。` : '换个说法，少打几个字，或者用拼音首字母试试。'}>
                <Button kind='secondary' onClick={() => openPolicies({})}>按类别看政策</Button>
              </Empty>
            </Card>
          )}
        </View>
      )}
    />
  )
}

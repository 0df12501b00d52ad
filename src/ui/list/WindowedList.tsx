import { ScrollView, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { BLOCK_ROWS, windowAt } from './window'
import css from './WindowedList.module.scss'

interface Props<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  renderItem: (item: T) => ReactNode
  /** Scrolls with the list, above it. */
  header?: ReactNode
  /** Scrolls with the list, below it. */
  footer?: ReactNode
  /** Going to the top anew when this changes: another filter, another order. */
  resetKey: string
  onReachEnd?: () => void
  /** Pull down to refresh; resolves when done. */
  onRefresh?: () => Promise<unknown>
}

/** Height of a block of cards before any is measured, in CSS px. */
const ESTIMATE = BLOCK_ROWS * 150

/**
 * A list of any length that keeps at most three blocks of rows in the page and room for the rest.
 * It fills its parent and scrolls inside; rows may differ in height.
 */
export function WindowedList<T>({ items, keyOf, renderItem, header, footer, resetKey, onReachEnd, onRefresh }: Props<T>) {
  const blocks = Math.ceil(items.length / BLOCK_ROWS)
  const heights = useRef(new Map<number, number>())
  const [shown, setShown] = useState({ key: resetKey, scrollTop: 0 })
  const [refreshing, setRefreshing] = useState(false)
  const id = useRef(`w${(nextId += 1)}`).current
  if (shown.key !== resetKey) {
    heights.current = new Map()
    setShown({ key: resetKey, scrollTop: 0 })
  }
  const current = windowAt(shown.scrollTop, blocks, heights.current, ESTIMATE)

  useEffect(() => {
    Taro.nextTick(() => {
      const measured = heights.current
      for (let block = current.first; block <= current.last; block++) {
        Taro.createSelectorQuery().select(`#${id}-${block}`).boundingClientRect((rect) => {
          const box = Array.isArray(rect) ? rect[0] : rect
          if (box?.height) measured.set(block, box.height)
        }).exec()
      }
    })
  }, [id, current.first, current.last, items])

  const onScroll = (scrollTop: number) => {
    const next = windowAt(scrollTop, blocks, heights.current, ESTIMATE)
    // Only a change of blocks is worth a render; the row positions in between are the browser's.
    if (next.first !== current.first || next.last !== current.last) setShown({ key: resetKey, scrollTop })
  }

  const refresh = async () => {
    if (!onRefresh || refreshing) return
    setRefreshing(true)
    try { await onRefresh() } finally { setRefreshing(false) }
  }

  return (
    <ScrollView
      key={resetKey} className={css.scroll} scrollY enableBackToTop lowerThreshold={400}
      refresherEnabled={onRefresh !== undefined && process.env.TARO_ENV !== 'h5'} refresherTriggered={refreshing} onRefresherRefresh={() => void refresh()}
      onScroll={({ detail }) => onScroll(detail.scrollTop)} {...(onReachEnd && { onScrollToLower: onReachEnd })}
    >
      {header}
      {current.before > 0 && <View style={{ height: `${current.before}px` }} />}
      {Array.from({ length: current.last - current.first + 1 }, (_, n) => current.first + n).map((block) => (
        <View key={block} id={`${id}-${block}`} className={css.block}>
          {items.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS).map((item) => <View key={keyOf(item)} className={css.cell}>{renderItem(item)}</View>)}
        </View>
      ))}
      {current.after > 0 && <View style={{ height: `${current.after}px` }} />}
      {footer}
    </ScrollView>
  )
}

let nextId = 0

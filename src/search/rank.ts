import type { SearchIndex } from './build'
import { WORD_MAX, type Found } from './found'
import type { SearchItem, SearchOptions } from './types'

/** The best of what was found, as blocks of the index, and how many there are. */
export interface Ranked { blocks: number[]; total: number; lapsedHidden: number }

/**
 * Chooses the hits to show: what holds before what has lapsed, then the better place, then the index's order.
 * Counts instead of sorting: a frequent word has thousands of hits, of which a page shows a few.
 */
export function ranked({ blocks, lapsed }: SearchIndex, found: Found, words: number, options: SearchOptions): Ranked {
  const { limit = 20, includeLapsed, only } = options
  const { scores } = found
  const items = only ? Array.from(found.items).filter((block) => only((blocks[block] as SearchItem).id)) : found.items
  const above = WORD_MAX * words + 1
  const counts = new Int32Array(above * 2)
  // Lapsed ones keep their score, the others get past the best of them.
  for (let n = 0; n < items.length; n++) {
    const block = items[n]!
    const place = lapsed[block] === 1 ? scores[block]! : scores[block]! + above
    counts[place]!++
  }
  const lapsedHidden = includeLapsed ? 0 : counts.subarray(0, above).reduce((sum, count) => sum + count, 0)
  const total = items.length - lapsedHidden
  const wanted = Math.min(limit, total)
  let lowest = counts.length
  let room = wanted
  while (room > 0) room -= counts[--lowest]!
  // Of the lowest place on the page only the first have room.
  let spare = wanted > 0 ? counts[lowest]! + room : 0
  const chosen: { block: number; place: number }[] = []
  for (let n = 0; chosen.length < wanted; n++) {
    const block = items[n]!
    const place = lapsed[block] === 1 ? scores[block]! : scores[block]! + above
    if (place > lowest || (place === lowest && spare-- > 0)) chosen.push({ block, place })
  }
  chosen.sort((a, b) => b.place - a.place || a.block - b.block)
  return { blocks: chosen.map(({ block }) => block), total, lapsedHidden }
}

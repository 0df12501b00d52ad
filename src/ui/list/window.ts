/** Which blocks of a long list are in the page, and how much room the others take. Heights in CSS px. */
export interface Window { first: number; last: number; before: number; after: number }

/** Rows a block: three blocks of cards cover the tallest phone and stay far below WeChat's node limit. */
export const BLOCK_ROWS = 8

/**
 * The blocks to render around a scroll position: the one at the top edge, and its neighbours.
 * @param heights measured heights by block; a missing one counts as the mean of the measured ones
 * @param estimate height of a block while none is measured
 */
export function windowAt(scrollTop: number, blocks: number, heights: ReadonlyMap<number, number>, estimate: number): Window {
  if (blocks === 0) return { first: 0, last: -1, before: 0, after: 0 }
  const mean = heights.size === 0 ? estimate : [...heights.values()].reduce((a, b) => a + b, 0) / heights.size
  const heightOf = (block: number) => heights.get(block) ?? mean
  let top = 0
  let at = 0
  while (at < blocks - 1 && top + heightOf(at) <= scrollTop) top += heightOf(at++)
  const first = Math.max(0, at - 1)
  const last = Math.min(blocks - 1, at + 1)
  let after = 0
  for (let block = last + 1; block < blocks; block++) after += heightOf(block)
  return { first, last, before: first < at ? top - heightOf(first) : top, after }
}

import { tokensOf } from '@contract/policies/pinyin'
import { matchIn } from './syllables'
import { fold } from './text'
import type { Span } from './types'

/** A piece of a text, to be shown plain or marked. */
export interface Segment { text: string; hit: boolean }

/** A text cut at its spans, for the page to draw. Together the segments are the text. */
export function highlight(text: string, spans: readonly Span[] = []): Segment[] {
  const segments: Segment[] = []
  let at = 0
  const push = (end: number, hit: boolean) => {
    const part = text.slice(at, end)
    if (part !== '') segments.push({ text: part, hit })
    at = Math.max(at, end)
  }
  for (const { start, end } of spans) {
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return segments
}

/**
 * Where words are in a text: everywhere as typed, else once by pinyin.
 * @param words folded, as a search result names them
 * @param key the text's pinyin key, where it has one
 */
export function spansOf(text: string, words: readonly string[], key = ''): Span[] {
  const folded = fold(text)
  const spans: Span[] = []
  for (const word of words) {
    const before = spans.length
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) spans.push({ start: at, end: at + word.length })
    const other = spans.length > before ? null : pinyinSpan(word, folded, key)
    if (other) spans.push(other)
  }
  return merged(spans)
}

/** Where letters stand for Chinese of a text. @param folded the text, folded */
export const pinyinSpan = (word: string, folded: string, key: string): Span | null =>
  key !== '' && /[a-z]/.test(word) ? matchIn(word, folded, tokensOf(key)) : null

function merged(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1]
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

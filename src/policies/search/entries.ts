import type { Group, Hit, SearchResult } from '@/search'

/** A line of the results: a heading, or a hit. */
export type Entry = { kind: 'heading'; key: string; text: string } | { kind: 'hit'; key: string; hit: Hit }

/** The result as one list: its own hits, then each further group under a heading that says what it has. */
export const entriesOf = (result: SearchResult): Entry[] => [
  ...hitsOf(result),
  ...result.others.filter((group) => group.hits.length > 0).flatMap((group) => [
    { kind: 'heading' as const, key: group.words.join(' '), text: headingOf(group) },
    ...hitsOf(group),
  ]),
]

const hitsOf = (group: Group): Entry[] => group.hits.map((hit) => ({ kind: 'hit', key: `${group.words.join(' ')} ${hit.itemId}`, hit }))

const headingOf = ({ how, words, total }: Group): string =>
  (how === 'partial' ? `只含“${words.join(' ')}”，${total} 项` : `也可能是“${words.join(' ')}”，${total} 项`)

/** What was looked for instead of what was typed; null when it was looked for as typed. */
export function correctionOf(typed: string, { how, words }: SearchResult): string | null {
  if (how === 'typo' || how === 'split') return `没有“${typed.trim()}”，已按“${words.join(' ')}”查找。`
  return how === 'partial' ? `没有同时含全部词的政策，下面只含“${words.join(' ')}”。` : null
}

/** By what it was found, said behind the number of hits. */
export const foundOf = ({ how, matchedText }: SearchResult): string =>
  (how === 'pinyin' ? `按拼音匹配${matchedText ? `“${matchedText}”` : ''}` : '符合')

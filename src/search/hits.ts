import type { SearchIndex } from './build'
import type { Found } from './found'
import { pinyinSpan, spansOf } from './highlight'
import { fold } from './text'
import type { Field, Hit, SearchItem, SearchPolicy } from './types'

const FIELDS: Field[] = ['name', 'title', 'number', 'issuer', 'level', 'support', 'category', 'benefit', 'audience', 'amount']

/** The hits of a page with the parts of their texts that the words hit. */
export const hitsOf = ({ blocks: records, owners }: SearchIndex, blocks: readonly number[], { scores }: Found, words: readonly string[]): Hit[] => blocks.map((block) => {
  const item = records[block] as SearchItem
  const policy = records[owners[block]!] as SearchPolicy
  const texts = { ...policy, ...item }
  const keys: Partial<Record<Field, string>> = { name: item.namePinyin, title: policy.titlePinyin }
  const spans: Hit['spans'] = {}
  for (const field of FIELDS) {
    const found = spansOf(texts[field], words, keys[field])
    if (found.length > 0) spans[field] = found
  }
  return { itemId: item.id, policyId: policy.id, score: scores[block]!, spans }
})

/** The Chinese that each word of letters stands for in most of the hits. */
export function matchedBy({ blocks: records, owners }: SearchIndex, blocks: readonly number[], words: readonly string[]): string {
  const texts = words.filter((word) => /[a-z]/.test(word)).map((word) => {
    const counts: Record<string, number> = {}
    let most = ''
    for (const block of blocks) {
      const { name, namePinyin } = records[block] as SearchItem
      const { title, titlePinyin } = records[owners[block]!] as SearchPolicy
      const inName = pinyinSpan(word, fold(name), namePinyin)
      const span = inName || pinyinSpan(word, fold(title), titlePinyin)
      if (!span) continue
      const text = (inName ? name : title).slice(span.start, span.end)
      counts[text] = (counts[text] || 0) + 1
      if (counts[text]! > (counts[most] || 0)) most = text
    }
    return most
  })
  return texts.filter((text) => text !== '').join(' ')
}

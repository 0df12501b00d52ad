import { pinyinKeyOf } from '../../../cloudfunctions/policies/pinyin'
import type { SearchItem, SearchPolicy } from '../../../src/search'
import { searchPolicyOf } from '../../../src/search/catalogue'
import { fold } from '../../../src/search/text'
import { realPolicies } from '../../support/catalogue/generate'

type Given = Partial<Omit<SearchPolicy, 'items'>> & { items?: (Partial<SearchItem> & { name: string })[] }

/** Policies for a test: what is not given is empty, pinyin is made as the server makes it. */
export const policiesOf = (...given: Given[]): Promise<SearchPolicy[]> => Promise.all(given.map(async (policy, n) => {
  const title = policy.title ?? `文件${n}`
  const items = policy.items ?? [{ name: `事项${n}` }]
  return {
    id: `p${n}`, number: '', issuer: '', level: '', ...policy, title, titlePinyin: await pinyinKeyOf(title),
    items: await Promise.all(items.map(async (item, m) => ({
      id: `p${n}-${m}`, support: '', category: '', benefit: '', audience: '', amount: '', lapsed: false, ...item,
      namePinyin: await pinyinKeyOf(item.name),
    }))),
  }
}))

/** The real catalogue as search records. */
export const realRecords = (): Promise<SearchPolicy[]> => Promise.all(realPolicies().map(async (policy) => searchPolicyOf({
  policy, seq: 0, titlePinyin: await pinyinKeyOf(policy.title), itemPinyin: await Promise.all(policy.items.map(({ name }) => pinyinKeyOf(name))),
}, '2026-11-24')))

/** The items that have all words by plain scanning: what exact search must find, no more and no less. */
export const scan = (policies: readonly SearchPolicy[], words: readonly string[]): string[] =>
  policies.flatMap(({ title, number, issuer, level, items }) => items.filter((item) => {
    const texts = [item.name, title, number, issuer, level, item.support, item.category, item.benefit, item.audience, item.amount].map(fold)
    return words.every((word) => texts.some((text) => text.includes(word)))
  }).map(({ id }) => id)).sort()

import type { SearchPolicy } from '../../../src/search'
import { fold } from '../../../src/search/text'

/** An item with all texts that are searched, normalised, one string a field: what plain `includes` runs over. */
export interface PlainRecord { id: string; texts: string[]; pinyin: string[] }

/** The records for plain `includes`, a whole string each (no ropes, no slices: they would slow `includes` down). */
export function plainRecords(policies: readonly SearchPolicy[]): PlainRecord[] {
  const whole = (text: string): string => Buffer.from(fold(text), 'utf16le').toString('utf16le')
  const keys = (key: string): string[] => [whole(key), whole(key.replace(/[a-z]+/g, ''))]
  return policies.flatMap(({ title, titlePinyin, number, issuer, level, items }) => items.map((item) => ({
    id: item.id,
    texts: [item.name, title, number, issuer, item.category, level, item.support, item.benefit, item.audience, item.amount].map(whole),
    pinyin: [...keys(item.namePinyin), ...keys(titlePinyin)],
  })))
}

/** The plain way: each word in some field of each record. Counts all, keeps as many as a page shows. */
export function includesSearch(records: readonly PlainRecord[], words: readonly string[], limit: number): { ids: string[]; total: number } {
  const ids: string[] = []
  let total = 0
  for (const record of records) {
    let isHit = true
    for (const word of words) {
      if (!isIn(record.texts, word) && !(isLetters(word) && isIn(record.pinyin, word))) {
        isHit = false
        break
      }
    }
    if (!isHit) continue
    total += 1
    if (ids.length < limit) ids.push(record.id)
  }
  return { ids, total }
}

const isLetters = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code >= 97 && code <= 122
}

function isIn(fields: readonly string[], word: string): boolean {
  for (const field of fields) if (field.includes(word)) return true
  return false
}

import fc from 'fast-check'
import { createIndex, highlight, search, update, type SearchIndex, type SearchPolicy, type SearchResult } from '../../../src/search'
import { fold, MAX_QUERY, wordsOf } from '../../../src/search/text'
import { generateCatalogue } from '../../support/catalogue/generate'
import { searchPolicyOf } from '../../../src/search/catalogue'
import { realRecords, scan } from './records'

const everything = { limit: 10_000, includeLapsed: true }
const groupsOf = (result: SearchResult) => [result, ...result.others]

let policies: SearchPolicy[]
let index: SearchIndex
let generated: SearchPolicy[]
beforeAll(async () => {
  policies = await realRecords()
  index = createIndex(policies)
  generated = (await generateCatalogue(120, 3)).map((entry) => searchPolicyOf(entry, '2026-11-24'))
})

/** A piece of some text of the catalogue, as people would copy it. */
const piece = (least: number, most: number): fc.Arbitrary<string> => fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: least, max: most })).map(([p, f, at, length]) => {
  const policy = policies[p % policies.length]!
  const item = policy.items[p % policy.items.length]!
  const texts = [item.name, policy.title, policy.number, policy.issuer, item.benefit, item.amount].filter((text) => text.length >= least)
  const text = texts[f % texts.length]!
  return text.slice(at % (text.length - least + 1)).slice(0, length)
})

test('finds exactly what plain scanning finds', () => {
  fc.assert(fc.property(fc.array(piece(1, 8), { minLength: 1, maxLength: 3 }), (pieces) => {
    const query = pieces.join(' ')
    const words = wordsOf(query)
    const expected = scan(policies, words)
    // Letters also find by pinyin: more than scanning does.
    fc.pre(words.length > 0 && expected.length > 0 && !/[a-z]/.test(words.join('')))
    const result = search(index, query, everything)
    expect(result.how).toBe('exact')
    expect(result.hits.map(({ itemId }) => itemId).sort()).toEqual(expected)
    expect(result.total).toBe(expected.length)
  }), { numRuns: 400 })
})

test('highlights of exact hits are the words that were typed', () => {
  fc.assert(fc.property(piece(2, 6), (query) => {
    const words = wordsOf(query)
    fc.pre(words.length === 1 && !/[a-z]/.test(words[0]!))
    for (const hit of search(index, query, everything).hits) {
      const { item, policy } = recordOf(hit.itemId)
      const texts: Record<string, string> = { ...item, ...policy } as never
      expect(Object.keys(hit.spans).length).toBeGreaterThan(0)
      for (const [field, spans] of Object.entries(hit.spans)) {
        const text = texts[field]!
        const segments = highlight(text, spans)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        // Neighbouring hits run together: 企业企业.
        for (const { text: marked, hit: isHit } of segments) if (isHit) expect(fold(marked).split(words[0]!).join('')).toBe('')
      }
    }
  }), { numRuns: 200 })
})

test('one slip still finds what was meant', () => {
  let found = 0
  let all = 0
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.constantFrom('wrong', 'missing', 'swapped'), (p, at, kind) => {
    const { name, id } = policies[p % policies.length]!.items[0]!
    const place = at % (name.length - 1)
    const typed = kind === 'missing' ? name.slice(0, place) + name.slice(place + 1)
      : kind === 'swapped' ? name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2)
        : `${name.slice(0, place)}龘${name.slice(place + 1)}`
    all += 1
    const shown = groupsOf(search(index, typed, { limit: 10, includeLapsed: true })).flatMap(({ hits }) => hits).slice(0, 10)
    if (shown.some(({ itemId }) => itemId === id)) found += 1
  }), { numRuns: 400 })
  expect(found / all).toBeGreaterThan(0.97)
})

test('an update is the same as building anew', () => {
  fc.assert(fc.property(fc.array(fc.nat(119), { maxLength: 30 }), fc.array(fc.nat(119), { maxLength: 30 }), fc.array(fc.nat(119), { maxLength: 30 }), (start, changed, removed) => {
    const unique = (places: number[]): SearchPolicy[] => [...new Set(places)].map((place) => generated[place]!)
    const before = unique(start)
    const newer = unique(changed).map((policy) => ({ ...policy, title: `新${policy.title}`, titlePinyin: `Xin${policy.titlePinyin}` }))
    const gone = unique(removed).map(({ id }) => id)
    const updated = update(createIndex(before), newer, gone)
    const others = before.filter(({ id }) => !gone.includes(id) && !newer.some((policy) => policy.id === id))
    expect(updated).toEqual(createIndex([...newer, ...others]))
  }), { numRuns: 150 })
})

test('whatever is typed, it answers within its own texts', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[a-z' ]{0,20}$/),
    fc.array(fc.constantFrom(...'稀土企业高新( )[]\\^$.*+?{}|/“”〔〕2024年号第a\'z\t\n🎉\ud83c'), { maxLength: 80 }).map((units) => units.join('')),
    fc.tuple(piece(1, 8), fc.string({ unit: 'grapheme', maxLength: 3 }), piece(1, 8)).map((parts) => parts.join('')),
  )
  fc.assert(fc.property(garbage, (query) => {
    const result = search(index, query)
    for (const { hits, total, lapsedHidden, how, words } of groupsOf(result)) {
      expect(hits.length).toBeLessThanOrEqual(total)
      expect(how === 'none').toBe(total + lapsedHidden === 0)
      // A document number is printed with two brackets that need not be typed.
      expect(words.join('').length).toBeLessThanOrEqual(MAX_QUERY + 2)
      for (const { itemId, spans } of hits) {
        const { item, policy } = recordOf(itemId)
        const texts: Record<string, string> = { ...item, ...policy } as never
        for (const [field, list] of Object.entries(spans)) {
          let last = -1
          for (const { start, end } of list) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(texts[field]!.length)
            last = end
          }
        }
      }
    }
    const shown = groupsOf(result).flatMap(({ hits }) => hits.map(({ itemId }) => itemId))
    expect(new Set(shown).size).toBe(shown.length)
  }), { numRuns: 1000 })
})

function recordOf(itemId: string) {
  const policy = policies.find(({ items }) => items.some(({ id }) => id === itemId))!
  return { policy, item: policy.items.find(({ id }) => id === itemId)! }
}

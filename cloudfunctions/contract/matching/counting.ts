import type { Compiled } from './compiled'
import { cellsOf, type FactCells } from './cells'
import type { Subject } from './subject'
import type { Verdict } from './words'

/** How many enterprises stand how to an item. All 0 for one that has lapsed. */
export interface ItemCounts extends Readonly<Record<Verdict, number>> { readonly itemId: string }

export interface Counter {
  add(subject: Subject): void
  /** Counts so far; more may be added after. */
  totals(): ItemCounts[]
}

/** Enterprises looked at together: one bit each. */
const BATCH = 1024
const WORDS = BATCH / 32

/**
 * Counts without reasons, 32 enterprises at a time: each leaves one bit in the cell of each of its values; a clause is
 * then a union of cells, an item an intersection of clauses, and only the bits that are left are counted.
 */
export function createCounter(catalogue: Compiled): Counter {
  const { items, clauses, clausesOf } = catalogue
  const facts: FactCells[] = []
  let cellCount = 0
  for (const table of catalogue.tables) {
    const cells = cellsOf(table, clauses.slice(table.first, table.first + table.size), cellCount)
    facts.push(cells)
    cellCount += cells.count
  }
  const cells = new Int32Array(cellCount * WORDS)
  const holds = new Int32Array(clauses.length * WORDS)
  const fails = new Int32Array(clauses.length * WORDS)
  const said = items.map(() => ({ yes: null as Int32Array | null, no: null as Int32Array | null }))
  const places = new Map(items.map(({ row }, place) => [row.itemId, place]))
  const sums = items.map(({ row }) => ({ itemId: row.itemId, eligible: 0, eligibleConfirmed: 0, possible: 0, ineligible: 0 }))
  let size = 0

  function flush(): void {
    const words = (size + 31) >> 5
    const last = size & 31 ? (1 << (size & 31)) - 1 : -1
    for (const fact of facts) fact.decide(cells, holds, fails, WORDS, words)
    items.forEach((item, place) => { if (item.standing.kind !== 'lapsed') countItem(place, words, last) })
    for (const answers of said) answers.yes = answers.no = null
    cells.fill(0)
    size = 0
  }

  function countItem(place: number, words: number, last: number): void {
    const ids = clausesOf[place]!
    const { ceiling, requirements } = items[place]!
    const { yes, no } = said[place]!
    let sure = 0
    let out = 0
    for (let word = 0; word < words; word++) {
      const all = word === words - 1 ? last : -1
      let hold = all
      let fail = 0
      for (let n = 0; n < ids.length; n++) {
        const at = ids[n]! * WORDS + word
        hold &= holds[at]!
        fail |= fails[at]!
      }
      if (no !== null) fail |= no[word]!
      if (requirements.length > 0) hold &= yes === null ? 0 : yes[word]!
      if (ceiling !== 'possible') sure += bitsIn(hold & ~fail)
      out += bitsIn(fail & all)
    }
    const sum = sums[place]!
    sum.ineligible += out
    sum.possible += size - out - sure
    if (ceiling !== 'possible') sum[ceiling] += sure
  }

  function answer(place: number, answers: Readonly<Record<string, boolean>>): void {
    const { requirements } = items[place]!
    const bits = said[place]!
    const denied = requirements.some(({ text }) => answers[text] === false)
    if (denied) (bits.no ??= new Int32Array(WORDS))[size >> 5]! |= 1 << (size & 31)
    else if (requirements.every(({ text }) => answers[text] === true)) (bits.yes ??= new Int32Array(WORDS))[size >> 5]! |= 1 << (size & 31)
  }

  return {
    add(subject) {
      const word = size >> 5
      const bit = 1 << (size & 31)
      for (let n = 0; n < facts.length; n++) {
        const fact = facts[n]!
        const value = subject.facts[fact.fact]
        if (value !== null) fact.mark(value, cells, WORDS, word, bit)
      }
      for (const itemId of Object.keys(subject.confirmations)) {
        const place = places.get(itemId)
        if (place !== undefined) answer(place, subject.confirmations[itemId]!)
      }
      if (++size === BATCH) flush()
    },
    totals() {
      if (size > 0) flush()
      return sums.map((sum) => ({ ...sum }))
    },
  }
}

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

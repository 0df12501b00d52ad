// Runs in a process of its own: `speed` under `node --jitless`, as iOS runs JavaScript; `recall` as it comes, for it
// measures no time. Prints its figures as JSON.
import { readFileSync } from 'node:fs'
import type { CatalogueEntry } from '../../../cloudfunctions/contract/policies/schemas'
import { createIndex, search, update } from '../../../src/search'
import { searchPolicyOf } from '../../../src/search/catalogue'
import { fold, wordsOf } from '../../../src/search/text'
import { randomOf } from '../../support/catalogue/random'
import { flexSearchOf, miniSearchOf } from './libraries'
import { includesSearch, plainRecords } from './plain'
import { exactQueries, pinyinQueries, slips } from './queries'

const PAGE = 20
const QUERIES = 200
const [, , what, file] = process.argv
const entries = JSON.parse(readFileSync(file!, 'utf8')) as CatalogueEntry[]
const policies = entries.map((entry) => searchPolicyOf(entry, '2026-11-24'))
const records = plainRecords(policies)
const random = randomOf(20261124)
const isThere = (text: string): boolean => includesSearch(records, wordsOf(text), 1).total > 0

console.log(JSON.stringify(what === 'recall' ? recall() : speed()))

/** Of the ten shown first, over all groups, how many have what was meant: of ten, or of as many as there are. */
function recall(): { recall: number } {
  const index = createIndex(policies)
  const shares = slips(policies, 1000, random, isThere).map(({ typed, meant }) => {
    const relevant = new Set(includesSearch(records, [fold(meant)], Infinity).ids)
    const result = search(index, typed, { limit: 10, includeLapsed: true })
    const shown = [result, ...result.others].flatMap(({ hits }) => hits).slice(0, 10)
    return shown.filter(({ itemId }) => relevant.has(itemId)).length / Math.min(10, relevant.size)
  })
  return { recall: shares.reduce((sum, share) => sum + share, 0) / shares.length }
}

function speed() {
  // The first run of anything is slower and nobody's fault.
  createIndex(policies)
  const builds = Array.from({ length: 5 }, () => timed(() => createIndex(policies)).ms)
  const ours = built(() => createIndex(policies))
  const mini = built(() => miniSearchOf(records))
  const flex = built(() => flexSearchOf(records))
  const index = ours.value
  const p50: Record<string, number> = {}
  const p95: Record<string, Record<string, number>> = {}
  const sets = {
    exact: exactQueries(policies, QUERIES, random),
    pinyin: pinyinQueries(policies, QUERIES, random),
    typo: slips(policies, QUERIES, random, isThere).map(({ typed }) => typed),
  }
  for (const [kind, queries] of Object.entries(sets)) {
    const contestants: Record<string, (query: string) => unknown> = {
      ours: (query) => search(index, query, { limit: PAGE }),
      includes: (query) => includesSearch(records, wordsOf(query), PAGE),
    }
    const times = together(queries, 4, contestants)
    p50[kind] = at(0.5, times.ours!)
    p95[kind] = { ours: at(0.95, times.ours!), includes: at(0.95, times.includes!) }
    // Neither has pinyin; with a typo they can only look for some of the pairs.
    if (kind === 'pinyin') continue
    const libraries = together(queries.slice(0, QUERIES / 4), 1, {
      minisearch: (query) => mini.value.search(fold(query), { combineWith: kind === 'typo' ? 'OR' : 'AND' }),
      flexsearch: (query) => flex.value.search(fold(query), { limit: PAGE, suggest: kind === 'typo' }),
    })
    p95[kind].minisearch = at(0.95, libraries.minisearch!)
    p95[kind].flexsearch = at(0.95, libraries.flexsearch!)
  }
  const removed = policies.slice(3000, 3010).map(({ id }) => id)
  const updates = Array.from({ length: 5 }, () => timed(() => update(index, policies.slice(500, 520), removed)).ms)
  return {
    p50, p95, update: at(0.5, updates),
    build: { ours: at(0.5, builds), minisearch: mini.ms, flexsearch: flex.ms },
    bytes: { ours: ours.bytes, minisearch: mini.bytes, flexsearch: flex.bytes },
  }
}

function timed<T>(work: () => T): { ms: number; value: T } {
  const start = process.hrtime.bigint()
  const value = work()
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, value }
}

/** What all take for each query, one after the other, so that a busy machine slows all alike; the quickest of some tries. */
function together(queries: readonly string[], tries: number, contestants: Record<string, (query: string) => unknown>): Record<string, number[]> {
  const times: Record<string, number[]> = {}
  for (const query of queries) {
    const best: Record<string, number> = {}
    for (let n = 0; n < tries; n++) {
      for (const [name, run] of Object.entries(contestants)) best[name] = Math.min(best[name] ?? Infinity, timed(() => run(query)).ms)
    }
    for (const [name, ms] of Object.entries(best)) (times[name] ??= []).push(ms)
  }
  return times
}

function built<T>(build: () => T): { value: T; ms: number; bytes: number } {
  const before = heap()
  const { value, ms } = timed(build)
  return { value, ms, bytes: heap() - before }
}

function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function at(share: number, values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]!
}

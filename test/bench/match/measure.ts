// Runs in a process of its own under `node --jitless`, as iOS runs JavaScript. Prints its figures as JSON.
import { readFileSync } from 'node:fs'
import { compile, createCounter, matchItem, matchItemsOf, verdictFor, type ItemMatch, type MatchItem, type Subject } from '../../../cloudfunctions/contract/matching'
import type { Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { randomOf } from '../../support/catalogue/random'
import { enterprisesOf, TODAY } from '../../support/matching/random-enterprise'
import { jsonLogicMatcher } from './json-logic'

const [, , file, enterprises, sample] = process.argv
const ENTERPRISES = Number(enterprises)
const SAMPLE = Number(sample)
const CHUNK = 1000
const items = matchItemsOf(JSON.parse(readFileSync(file!, 'utf8')) as Policy[], TODAY)
const made = enterprisesOf(items, randomOf(20261124))
const chunkOf = (size: number): Subject[] => Array.from({ length: size }, () => made.subject(0.8, 0))

const compileMs = timed(() => { compile(items) })
const catalogue = compile(items)
const counter = createCounter(catalogue)
const first = chunkOf(SAMPLE)
checkSame(first)

const reasons = { ours: 0, jsonLogic: 0, plain: 0 }
const count = { ours: 0, interpreter: 0 }
// Baselines on a sample, in slices spread over the run, so that a busy moment of the machine meets all alike.
const slices = Math.ceil(ENTERPRISES / CHUNK)
const jsonLogicMatch = jsonLogicMatcher(items)
const tally = new Float64Array(items.length)
let sampled = 0
for (let n = 0; n < slices; n++) {
  const chunk = n === 0 ? [...first, ...chunkOf(CHUNK - first.length)] : chunkOf(CHUNK)
  reasons.ours += timed(() => { for (const subject of chunk) catalogue.match(subject) })
  count.ours += timed(() => { for (const subject of chunk) counter.add(subject) })
  const upTo = Math.round((SAMPLE * (n + 1)) / slices)
  const part = chunk.slice(0, upTo - sampled)
  sampled = upTo
  reasons.jsonLogic += timed(() => { for (const { facts } of part) jsonLogicMatch(facts) })
  reasons.plain += timed(() => { for (const subject of part) items.map((item) => matchItem(item, subject)) })
  count.interpreter += timed(() => { for (const subject of part) interpret(subject, items) })
}
count.ours += timed(() => { counter.totals() })

console.log(JSON.stringify({
  items: items.length, enterprises: slices * CHUNK, sample: SAMPLE, compileMs,
  // Milliseconds an enterprise.
  reasons: { ours: reasons.ours / (slices * CHUNK), jsonLogic: reasons.jsonLogic / SAMPLE, plain: reasons.plain / SAMPLE },
  count: { ours: count.ours / (slices * CHUNK), interpreter: count.interpreter / SAMPLE },
}))

/** The plain interpreter: clause by clause, stopping at the first that fails. */
function interpret({ facts, confirmations }: Subject, all: readonly MatchItem[]): void {
  for (let place = 0; place < all.length; place++) {
    const verdict = verdictFor(all[place]!, facts, confirmations)
    if (verdict === 'eligible') tally[place]! += 1
    else if (verdict === 'possible') tally[place]! += 1e6
  }
}

/** A comparison is fair only between programs that say the same. */
function checkSame(subjects: readonly Subject[]): void {
  const other = jsonLogicMatcher(items)
  const text = (matches: readonly ItemMatch[]): string => JSON.stringify(matches.map(({ verdict, clauses, missing }) => [verdict, clauses, missing]))
  for (const subject of subjects) {
    if (text(catalogue.match(subject)) !== text(other(subject.facts))) throw new Error('json-logic-js 与引擎的结论不同')
  }
}

function timed(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

import { compile, createCounter, matchItem, matchItemsOf, verdictFor, type ItemCounts, type ItemMatch, type MarkedPolicy } from '../../../cloudfunctions/contract/matching'
import { realPolicies } from '../../support/catalogue/generate'
import { randomOf } from '../../support/catalogue/random'
import { oracleOf, type OracleMatch } from '../../support/matching/oracle'
import { enterprisesOf, shuffledMarks, TODAY } from '../../support/matching/random-enterprise'

// A new seed each run; MATCH_SEED repeats one.
const SEED = Number(process.env.MATCH_SEED ?? Date.now() % 1e9)
const PROFILES = 10_000

describe(`the engine against the oracle (MATCH_SEED=${SEED})`, () => {
  const random = randomOf(SEED)
  beforeAll(() => process.stdout.write(`match oracle: MATCH_SEED=${SEED}, ${PROFILES} profiles\n`))

  it('says the same of every item, with the same reasons, and counts the same', () => {
    const seen = new Set<string | null>()
    // Ten catalogues, the real one first, then with other marks and doubts.
    for (let round = 0; round < 10; round++) {
      const policies: MarkedPolicy[] = round === 0 ? realPolicies() : shuffledMarks(realPolicies(), random)
      const items = matchItemsOf(policies, TODAY)
      const catalogue = compile(items)
      const counter = createCounter(catalogue)
      const tally = items.map(({ row }): ItemCounts => ({ itemId: row.itemId, eligible: 0, eligibleConfirmed: 0, possible: 0, ineligible: 0 }))
      const oracle = oracleOf(policies, TODAY)
      const enterprises = enterprisesOf(items, random)
      for (let n = 0; n < PROFILES / 10; n++) {
        const subject = enterprises.subject(random.pick([0, 0.5, 0.8, 0.95, 1]))
        const expected = oracle(subject.facts, subject.confirmations)
        const matches = catalogue.match(subject)
        // toEqual is slow: it is left to say what differs.
        if (!matches.every((match, place) => isSame(match, expected[place]!))) expect(matches.map(shown)).toEqual(expected)
        if (n % 100 === 0) {
          expect(items.map((item) => matchItem(item, subject))).toEqual(matches)
          expect(items.map((item) => verdictFor(item, subject.facts, subject.confirmations))).toEqual(matches.map(({ verdict }) => verdict))
        }
        counter.add(subject)
        expected.forEach(({ verdict }, place) => {
          seen.add(verdict)
          if (verdict !== null) (tally[place] as unknown as Record<string, number>)[verdict]! += 1
        })
        if (n === 500) counter.totals()
      }
      expect(counter.totals()).toEqual(tally)
    }
    expect(seen).toEqual(new Set(['eligible', 'eligibleConfirmed', 'possible', 'ineligible', null]))
  }, 120_000)
})

const shown = ({ item, verdict, clauses, missing }: ItemMatch): OracleMatch => ({ itemId: item.row.itemId, verdict, clauses: [...clauses], missing: [...missing] })

const isSame = ({ item, verdict, clauses, missing }: ItemMatch, expected: OracleMatch): boolean =>
  item.row.itemId === expected.itemId && verdict === expected.verdict && sameTexts(clauses, expected.clauses) && sameTexts(missing, expected.missing)

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, place) => text === b[place])

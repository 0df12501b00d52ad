import * as v from 'valibot'
import { FACT_LABELS, type Fact } from '../policies/enums'
import { FACTS, type FactKind, type FactValue } from '../policies/facts'
import { Day, DayOrMonth, Text } from '../schema'

/** An enterprise's facts as clauses are held against them. Null: not known, which is neither yes nor no. */
export type Facts = { readonly [F in Fact]: Readonly<FactValue<F>> | null }

/** All facts, in the order of the vocabulary. */
export const FACT_NAMES = Object.keys(FACTS) as Fact[]

/** A qualification the enterprise holds; without `validUntil` it is taken to hold for good. A month counts to its last day. */
export const Qualification = v.object({ name: Text('资质名称', 40), validUntil: v.nullish(DayOrMonth, null) })
export type Qualification = v.InferOutput<typeof Qualification>

/** Most tags one fact may have: far above any real enterprise, far below what would slow a match. */
const MOST_TAGS = 100

const Tags = (fact: Fact) => v.pipe(
  v.array(Text(FACT_LABELS[fact], 40), `${FACT_LABELS[fact]}应为列表`),
  v.maxLength(MOST_TAGS, `${FACT_LABELS[fact]}最多 ${MOST_TAGS} 项`),
  v.transform((tags) => [...new Set(tags)]),
)

// R&D can exceed sales in a young company, and a year can end in a loss; the other shares lie between 0 and 100.
const UNBOUNDED: readonly Fact[] = ['rdRatioPercent', 'taxableIncomeWan']

function numberOf(fact: Fact, unit: string) {
  const least = fact === 'taxableIncomeWan' ? -1e8 : 0
  const most = unit === '%' && !UNBOUNDED.includes(fact) ? 100 : 1e8
  const range = most === 100 ? '请填 0 到 100 之间的数' : '数太大，请核对单位'
  const sound = v.pipe(
    v.number('请填一个数'), v.finite('请填一个数'), v.minValue(least, least === 0 && most !== 100 ? '不能小于 0' : range), v.maxValue(most, range),
  )
  return unit === '人' ? v.pipe(sound, v.integer('人数应为整数')) : sound
}

function schemaOf(fact: Fact) {
  const kind: FactKind = FACTS[fact]
  if (kind.kind === 'number') return numberOf(fact, kind.unit)
  return kind.kind === 'tags' ? Tags(fact) : v.picklist(kind.options, `${FACT_LABELS[fact]}请从选项中选`)
}

// The loop keeps the vocabulary the single list; its types are stated here.
type FactEntries = { readonly [F in Fact]: v.NullishSchema<v.GenericSchema<FactValue<F>>, null> }
const factEntries = Object.fromEntries(FACT_NAMES.map((fact) => [fact, v.nullish(schemaOf(fact) as v.GenericSchema, null)])) as unknown as FactEntries

/** What an enterprise fills in. Absent or null: not known. */
export const Profile = v.object({
  ...factEntries,
  /** Names, or names with the day they run out. */
  qualifications: v.nullish(v.pipe(
    v.array(v.union([
      v.pipe(Text('资质名称', 40), v.transform((name): Qualification => ({ name, validUntil: null }))), Qualification,
    ], '资质写成名称，或名称和有效期'), `${FACT_LABELS.qualifications}应为列表`),
    v.maxLength(MOST_TAGS, `${FACT_LABELS.qualifications}最多 ${MOST_TAGS} 项`),
  ), null),
  /** Day of registration; the years since then are counted from it. */
  foundedOn: v.nullish(Day, null),
})
/** A checked profile: every field is there. */
export type Profile = v.InferOutput<typeof Profile>
export type ProfileInput = v.InferInput<typeof Profile>

import * as v from 'valibot'
import {
  CATEGORY_LABELS, EVIDENCE_LABELS, FACT_LABELS, LEVEL_LABELS, MODE_LABELS, OPERATOR_LABELS, SUPPORT_LABELS, type NoteKind,
} from '../../contract/policies/enums'
import { clauseProblem } from '../../contract/policies/facts'
import { Condition, type Note } from '../../contract/policies/schemas'
import { Day, DayOrMonth, Id as ContractId, OneOf } from '../../contract/schema'
import { fullWidth } from '../full-width'

// The records as the file has them: Chinese labels, half-width punctuation. Lengths are left to the contract's Policy,
// which every record must pass in the end; here it is shape, labels, dates and words.

// The contract speaks to a phone's user here; the file's editor is told what an id looks like.
const Id = v.pipe(v.string(), v.check((id) => v.is(ContractId, id), '编号只能用字母、数字和 . _ : -，最多 64 个字符'))

/** Text for people to read. */
const Prose = v.pipe(v.string(), v.transform(fullWidth))


/** A Chinese label, read as its code. */
function Label<const T extends Record<string, string>>(labels: T, name: string) {
  const codes = new Map(Object.entries(labels).map(([code, label]) => [label, code as keyof T & string]))
  return v.pipe(
    v.string(),
    v.check((label) => codes.has(label), ({ input }) => `${name}没有“${input}”，可用：${[...codes.keys()].join('、')}`),
    v.transform((label) => codes.get(label)!),
  )
}

// A caveat that lost its prefix would show a dead policy as a living one, so anything else is refused.
const NOTE = /^(非现行|待核)[:：]\s*(\S[\s\S]*)$/
const NOTE_KINDS: Readonly<Record<string, NoteKind>> = { 非现行: 'notCurrent', 待核: 'toVerify' }
const RawNote = v.pipe(v.string(), v.regex(NOTE, '说明应以“非现行:”或“待核:”开头，后接文字'), v.transform((note): Note => {
  const [, kind, text] = NOTE.exec(note)!
  return { kind: NOTE_KINDS[kind!]!, text: fullWidth(text!) }
}))

const Basis = v.nullish(
  v.pipe(v.literal('general knowledge', '依据只能是 general knowledge，或不写'), v.transform(() => 'generalKnowledge' as const)), null,
)

const RawCondition = v.pipe(
  v.strictObject({
    fact: OneOf(FACT_LABELS, '条件所看的事实'), op: OneOf(OPERATOR_LABELS, '比较方式'),
    value: Condition.entries.value, unit: v.nullable(v.string()), text: Prose, basis: Basis,
  }),
  v.check((clause) => clauseProblem(clause) === null, ({ input }) => clauseProblem(input) ?? ''),
)

/** A document of the file. */
export const RawDocument = v.strictObject({
  id: Id, title: Prose, docNumber: v.nullable(Prose), issuer: v.nullable(Prose), level: Label(LEVEL_LABELS, '级别'),
  publishedOn: v.nullable(DayOrMonth), effectiveFrom: v.nullable(DayOrMonth), validUntil: v.nullable(DayOrMonth),
  replaces: v.array(Id), replacedBy: v.array(Id),
  sourceTitle: v.nullable(Prose), sourceUrl: v.nullable(v.string()), evidence: OneOf(EVIDENCE_LABELS, '证据等级'),
  note: v.optional(RawNote),
})
export type RawDocument = v.InferOutput<typeof RawDocument>

/** An item of the file. */
export const RawItem = v.strictObject({
  id: Id, documentId: Id, name: Prose, supportType: Label(SUPPORT_LABELS, '支持方式'), category: Label(CATEGORY_LABELS, '类别'),
  mode: v.nullable(Label(MODE_LABELS, '办理方式')), audience: v.nullable(Prose), benefit: v.nullable(Prose), amount: v.nullable(Prose),
  maxAmountYuan: v.nullable(v.number()), applyFrom: v.nullable(Day), applyUntil: v.nullable(Day),
  conditions: v.array(RawCondition), conditionsComplete: v.boolean(),
  otherRequirements: v.optional(v.array(v.strictObject({ text: Prose, basis: Basis })), []),
  note: v.optional(RawNote),
})
export type RawItem = v.InferOutput<typeof RawItem>

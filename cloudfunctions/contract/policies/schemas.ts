import * as v from 'valibot'
import { Day, DayOrMonth, Id, OneOf, Text } from '../schema'
import {
  BASIS_LABELS, CATEGORY_LABELS, EVIDENCE_LABELS, FACT_LABELS, LEVEL_LABELS, MODE_LABELS, NOTE_LABELS, OPERATOR_LABELS, SUPPORT_LABELS,
} from './enums'

/** Null: read in the source. Anything else is to be shown beside the clause, so that nobody takes it for the text's own words. */
const Basis = v.nullable(OneOf(BASIS_LABELS, '依据'))

/** A typed clause. All clauses of an item hold together (和); "or" is a list value or a further item. */
export const Condition = v.object({
  fact: OneOf(FACT_LABELS, '条件所看的事实'),
  op: OneOf(OPERATOR_LABELS, '比较方式'),
  value: v.union([v.number(), v.string(), v.array(v.string())], '比较值应为数、文字或文字列表'),
  unit: v.nullable(v.string()),
  text: Text('条件的文字', 200),
  basis: Basis,
})
export type Condition = v.InferOutput<typeof Condition>

/** The editor's caveat, without its 非现行: or 待核: prefix. */
export const Note = v.object({ kind: v.nullable(OneOf(NOTE_LABELS, '说明')), text: v.string() })
export type Note = v.InferOutput<typeof Note>

/** 政策事项: one benefit that can be had under a policy. */
export const Item = v.object({
  id: Id,
  name: Text('事项名称', 80),
  supportType: OneOf(SUPPORT_LABELS, '支持方式'),
  category: OneOf(CATEGORY_LABELS, '类别'),
  mode: v.nullable(OneOf(MODE_LABELS, '办理方式')),
  audience: v.nullable(Text('适用对象', 200)),
  benefit: v.nullable(Text('支持内容', 300)),
  /** The amount or rate as people say it, e.g. `贴息1个百分点，不超过2年`. */
  amount: v.nullable(Text('金额', 120)),
  /** The most one enterprise can have, in yuan, where that can be said. */
  maxAmountYuan: v.nullable(v.pipe(v.number(), v.minValue(0, '金额不能小于 0'))),
  applyFrom: v.nullable(Day),
  applyUntil: v.nullable(Day),
  conditions: v.array(Condition),
  /** Whether the clauses above are all there is; when false, holding them all proves nothing. */
  conditionsComplete: v.boolean(),
  /** Hard clauses that no fact expresses: to be confirmed by the enterprise. */
  otherRequirements: v.array(v.object({ text: Text('其他要求', 300), basis: Basis })),
  note: v.nullable(Note),
})
export type Item = v.InferOutput<typeof Item>

/** A neighbour in a policy's lineage. */
export const LineageLink = v.object({
  policyId: Id,
  title: v.string(),
  /** When the newer text takes over; null when that was not read. */
  from: v.nullable(DayOrMonth),
  /** Whether the neighbour can be opened. One that is still a draft (source unread) casts doubt on the older text but does not end it. */
  published: v.boolean(),
})
export type LineageLink = v.InferOutput<typeof LineageLink>

/** 政策文件 as readers get it: published, with its items. Punctuation is full-width between Chinese characters. */
export const Policy = v.object({
  id: Id,
  title: Text('标题', 120),
  docNumber: v.nullable(Text('发文字号', 60)),
  /** Null where the source does not say: shown as 未载明. */
  issuer: v.nullable(Text('发文机关', 120)),
  level: OneOf(LEVEL_LABELS, '级别'),
  publishedOn: v.nullable(DayOrMonth),
  effectiveFrom: v.nullable(DayOrMonth),
  validUntil: v.nullable(DayOrMonth),
  replaces: v.array(LineageLink),
  replacedBy: v.array(LineageLink),
  repealedOn: v.nullable(Day),
  sourceTitle: v.nullable(v.string()),
  sourceUrl: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//, '网址应以 http 开头'))),
  /** Whether `sourceUrl` is the page of a government office, so that it may be opened as evidence. */
  sourceIsOfficial: v.boolean(),
  evidence: OneOf(EVIDENCE_LABELS, '证据'),
  note: v.nullable(Note),
  items: v.pipe(v.array(Item), v.minLength(1, '至少要有一个事项')),
})
export type Policy = v.InferOutput<typeof Policy>

/** Pinyin of one text, made on the server at publication. See `pinyin.ts` for how to read it. */
export const PinyinKey = v.string()

/** What the catalogue sends of one policy: the policy, and the pinyin of its title and of each item's name. */
export const CatalogueEntry = v.object({
  policy: Policy,
  /** Place in the catalogue's history; rises with every publication. */
  seq: v.number(),
  titlePinyin: PinyinKey,
  itemPinyin: v.array(PinyinKey),
})
export type CatalogueEntry = v.InferOutput<typeof CatalogueEntry>

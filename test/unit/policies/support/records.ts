import { readFileSync } from 'node:fs'
import path from 'node:path'

/* eslint-disable @typescript-eslint/no-explicit-any -- records are tried with whatever is wrong in them */
export type RawRecord = Record<string, any>
export interface RawFile { documents: RawRecord[]; items: RawRecord[] }

/** The catalogue that ships with the product. */
export const realCatalogue = (): RawFile =>
  JSON.parse(readFileSync(path.join(__dirname, '../../../../cloudfunctions/local/seed/catalogue.json'), 'utf8')) as RawFile

/** A sound document as the file writes it. */
export const aDocument = (fields: RawRecord = {}): RawRecord => ({
  id: 'doc', title: '关于贷款贴息的通知', docNumber: null, issuer: '财政局', level: '包头市级', publishedOn: null, effectiveFrom: null,
  validUntil: null, replaces: [], replacedBy: [], sourceTitle: null, sourceUrl: null, evidence: 'secondary', ...fields,
})

/** A sound item as the file writes it. */
export const aRecord = (fields: RawRecord = {}): RawRecord => ({
  id: 'doc-main', documentId: 'doc', name: '贷款贴息', supportType: '贷款贴息', category: '金融', mode: null, audience: '小微企业',
  benefit: '补一部分利息。', amount: null, maxAmountYuan: null, applyFrom: null, applyUntil: null, conditions: [], conditionsComplete: false, ...fields,
})

/** A file of documents with one item each. */
export const aFile = (...documents: RawRecord[]): RawFile =>
  ({ documents, items: documents.map(({ id }) => aRecord({ id: `${id}-main`, documentId: id })) })

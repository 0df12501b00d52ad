import type { Publication } from '../contract/policies/enums'
import type { Policy } from '../contract/policies/schemas'
import { collection } from '../store/port'

/** A policy as kept: its text, its state, and what the catalogue sends beside it. */
export interface PolicyDoc {
  policy: Policy
  state: Publication
  /** Counts every written change of the text or the state, from 1. */
  edition: number
  /** Place in the catalogue's history; 0 while readers have never seen it, so that no sync meets it. */
  seq: number
  titlePinyin: string
  itemPinyin: string[]
  /** What the last import made of its record; the same again means nothing to do, whatever an editor did since. */
  importDigest: string | null
}

/** Policies by id, in every state. Only `publish.ts` writes here. */
export const policies = collection<PolicyDoc>()('policies', { bySeq: ['seq'] })

/** What readers saw before a change, by `<policyId>:<edition>`: each published edition stays readable. */
export const policyEditions = collection<PolicyDoc>()('policyEditions', {})

/** Where the catalogue stands. */
export interface CatalogueHead {
  /** The newest change. */
  seq: number
  /** How many policies are published. */
  total: number
  /** The mark of the newest change, see `catalogueMarks`. */
  mark: string
  /** When it was made; ISO instant. */
  changedAt: string
}
export const HEAD_ID = 'head'
export const catalogueHead = collection<CatalogueHead>()('catalogueHead', {})

/**
 * One row a batch of changes, by its random mark. A phone brings the mark it last saw: a database that has no such
 * row is not the one the phone copied (another one, or one restored from before), so the phone must start over.
 */
export const catalogueMarks = collection<{ seq: number }>()('catalogueMarks', {})

/** For the entries, which open the store. */
export const collections = [policies, policyEditions, catalogueHead, catalogueMarks]

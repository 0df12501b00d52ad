import { MAX_BODY_BYTES } from '../contract/operation'
import type { CatalogueEntry } from '../contract/policies/schemas'
import { catalogueHead, HEAD_ID, type CatalogueHead, type PolicyDoc } from './collections'
import type { Store } from '../store/port'

/** Room on a sync page for entries and removed ids. The margin is for the envelope, the mark and the counts around them. */
export const MAX_PAGE_BYTES = MAX_BODY_BYTES - 4096

/** A policy as the catalogue sends it. */
export const entryOf = ({ policy, seq, titlePinyin, itemPinyin }: Omit<PolicyDoc, 'state' | 'edition' | 'importDigest'>): CatalogueEntry =>
  ({ policy, seq, titlePinyin, itemPinyin })

/** Bytes a value takes in an answer, with the comma after it. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1

const NOTHING_YET: CatalogueHead = { seq: 0, total: 0, mark: '', changedAt: '' }

/** Where the catalogue stands; at nothing before the first publication. */
export const readHead = async (store: Pick<Store, 'in'>): Promise<CatalogueHead> =>
  (await store.in(catalogueHead).get(HEAD_ID)) ?? NOTHING_YET

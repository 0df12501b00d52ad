import type { Stored } from '../store/port'
import type { PolicyDoc } from './collections'

/** A policy with its pinyin keys, ready to be written. */
export type Prepared = Pick<PolicyDoc, 'policy' | 'titlePinyin' | 'itemPinyin'>

/** A policy as it is to be; edition and seq are given when it is written. */
export type Next = Prepared & Pick<PolicyDoc, 'state' | 'importDigest'>

/** What is to become of one policy, decided on what is stored at that moment; null leaves it as it is. */
export interface Change { policyId: string; next(stored: Stored<PolicyDoc> | null): Next | null }

/** The writes that a batch of changes comes down to, by policy id. */
export type Plan = Map<string, { stored: Stored<PolicyDoc> | null; next: Next }>

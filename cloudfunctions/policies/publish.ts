import type { Policy } from '../contract/policies/schemas'
import type { Store, Stored, Transaction } from '../store/port'
import { bytesOf, entryOf, MAX_PAGE_BYTES } from './catalogue-entry'
import { catalogueHead, catalogueMarks, HEAD_ID, policies, policyEditions, type PolicyDoc } from './collections'
import { forgetHead } from './current-view'
import { pinyinKeyOf } from './pinyin/pinyin-key-of'
import type { Change, Plan, Prepared } from './plan'
import { relink } from './relink'

export type { Change, Next } from './plan'

/** Makes the pinyin keys. Done before the transaction, so that no other writer waits for a dictionary. */
export const prepare = async (policy: Policy): Promise<Prepared> => ({
  policy,
  titlePinyin: await pinyinKeyOf(policy.title),
  itemPinyin: await Promise.all(policy.items.map(({ name }) => pinyinKeyOf(name))),
})

/** True when a policy could not travel: one page of the catalogue must hold at least one whole entry. */
export const isTooLarge = (prepared: Prepared): boolean => bytesOf(entryOf({ ...prepared, seq: Number.MAX_SAFE_INTEGER })) > MAX_PAGE_BYTES

/**
 * The one place that gives policies their editions and places in the catalogue's history. All changes are written or none.
 * Whatever readers can notice (published, changed while published, no longer published) takes the next seq; work on drafts
 * takes none. Neighbours in lineage follow: their links say the changed title, date and state, in the same transaction.
 * @param at ISO instant of the change
 * @returns for each change what was written, or null when it was left as it is
 */
export async function applyChanges(store: Store, changes: readonly Change[], at: string): Promise<(PolicyDoc | null)[]> {
  const written = await store.transact((tx) => writeChanges(tx, changes, at))
  forgetHead(store)
  return written
}

async function writeChanges(tx: Transaction, changes: readonly Change[], at: string): Promise<(PolicyDoc | null)[]> {
  const plan: Plan = new Map()
  for (const { policyId, next: nextOf } of changes) {
    const stored = await tx.in(policies).get(policyId)
    const next = nextOf(stored)
    if (next !== null) plan.set(policyId, { stored, next })
  }
  await relink(plan, (id) => tx.in(policies).get(id))

  const head = await tx.in(catalogueHead).get(HEAD_ID)
  let { seq, total } = head ?? { seq: 0, total: 0 }
  const written = new Map<string, PolicyDoc>()
  for (const [policyId, { stored, next }] of plan) {
    const before = stored?.state === 'published'
    const after = next.state === 'published'
    if (before || after) seq += 1
    total += Number(after) - Number(before)
    const { policy, titlePinyin, itemPinyin, state, importDigest } = next
    const doc: PolicyDoc = {
      policy, state, edition: (stored?.edition ?? 0) + 1, seq: before || after ? seq : stored?.seq ?? 0, titlePinyin, itemPinyin, importDigest,
    }
    await write(tx, policyId, stored, doc)
    written.set(policyId, doc)
  }
  if (seq !== (head?.seq ?? 0)) {
    const mark = crypto.randomUUID()
    const next = { _id: HEAD_ID, seq, total, mark, changedAt: at }
    must(head ? (await tx.in(catalogueHead).replace(next, head.version)) === 'replaced' : (await tx.in(catalogueHead).insert(next)) === 'inserted')
    must((await tx.in(catalogueMarks).insert({ _id: mark, seq })) === 'inserted')
  }
  return changes.map(({ policyId }) => written.get(policyId) ?? null)
}

async function write(tx: Transaction, policyId: string, stored: Stored<PolicyDoc> | null, doc: PolicyDoc): Promise<void> {
  if (stored === null) {
    must((await tx.in(policies).insert({ _id: policyId, ...doc })) === 'inserted')
    return
  }
  const { _id, version, createdAt: _created, updatedAt: _updated, ...seen } = stored
  if (stored.state === 'published') must((await tx.in(policyEditions).insert({ _id: `${_id}:${stored.edition}`, ...seen })) === 'inserted')
  must((await tx.in(policies).replace({ _id, ...doc }, version)) === 'replaced')
}

/** Inside a transaction nobody else writes: anything unexpected is our mistake, and throwing undoes the rest. */
function must(happened: boolean): void {
  if (!happened) throw new Error('a write inside the catalogue transaction met another one')
}

import type { Policy } from '../../contract/policies/schemas'
import { isoNow, type Clock } from '../../kernel/clock'
import type { Store } from '../../store/port'
import { policies } from '../collections'
import { applyChanges, isTooLarge, prepare, type Change } from '../publish'
import { policyProblems } from './check-policies'
import { lineageProblems } from './lineage'
import type { ImportProblem } from './problems'
import { readRecords } from './read-records'
import { stateOf, toPolicies } from './to-policies'

export type { ImportProblem } from './problems'

/** What an import did. With any problem it did nothing. */
export interface ImportResult {
  /** Policies written as published, written as drafts, and neither (as they were, or withdrawn and kept so). */
  published: number
  drafts: number
  unchanged: number
  problems: ImportProblem[]
}

/**
 * Imports a catalogue file: all of it in one transaction, or none when any record has a problem.
 * Repeatable: a record that is as it was at the last import is left alone, whatever editors did with it since;
 * a changed one becomes a new edition; one that is no longer in the file stays. A withdrawn policy stays withdrawn:
 * someone decided so.
 * @param json the parsed file, not trusted
 */
export async function importCatalogue(store: Store, clock: Clock, json: unknown): Promise<ImportResult> {
  const { policies: found, problems } = checkedPolicies(json)
  if (problems.length > 0) return refused(problems)
  const changes: Change[] = []
  for (const policy of found) {
    const importDigest = await digestOf(policy)
    const stored = await store.in(policies).get(policy.id)
    if (stored?.importDigest === importDigest) continue
    const prepared = await prepare(policy)
    if (isTooLarge(prepared)) problems.push({ record: policy.id, field: 'items', message: '内容太多，一份文件连同事项应在 95 KB 以内' })
    changes.push({
      policyId: policy.id,
      next: (now) => (now?.importDigest === importDigest ? null : { ...prepared, importDigest, state: now?.state === 'withdrawn' ? 'withdrawn' : stateOf(policy) }),
    })
  }
  if (problems.length > 0) return refused(problems)
  const written = changes.length === 0 ? [] : await applyChanges(store, changes, isoNow(clock))
  const published = written.filter((doc) => doc?.state === 'published').length
  const drafts = written.filter((doc) => doc?.state === 'draft').length
  return { published, drafts, unchanged: found.length - published - drafts, problems: [] }
}

const refused = (problems: ImportProblem[]): ImportResult => ({ published: 0, drafts: 0, unchanged: 0, problems })

function checkedPolicies(json: unknown): { policies: Policy[]; problems: ImportProblem[] } {
  const { documents, items, ids, problems } = readRecords(json)
  problems.push(...lineageProblems(documents, ids))
  for (const { id, documentId } of items) {
    if (!ids.has(documentId)) problems.push({ record: id, field: 'documentId', message: `文件里没有 ${documentId}` })
  }
  // Only sound references can be put together; the rest is found at the next try.
  if (problems.length > 0) return { policies: [], problems }
  const found = toPolicies(documents, items)
  return { policies: found, problems: found.flatMap(policyProblems) }
}

/** Stands for what the import makes of a record, neighbours' titles and dates included. */
async function digestOf(policy: Policy): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(policy)))
  return Buffer.from(bytes).toString('base64url')
}

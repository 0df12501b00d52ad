import type { OutputOf } from '@contract/operation'
import type { syncCatalogue } from '@contract/policies/operations'
import type { CatalogueEntry } from '@contract/policies/schemas'
import type { FileBox } from './file-box'
import type { Position } from './shapes'

/** What the catalogue stands on; tests give their own. */
export interface CatalogueDeps {
  box: FileBox
  fetchPage(position: Position): Promise<OutputOf<typeof syncCatalogue>>
  fetchPolicy(policyId: string): Promise<CatalogueEntry>
  now(): number
  /** When the last sync ended well, across launches. */
  lastSynced: { read(): number | null; write(instant: number): void }
  /** Failures that are nobody's network or storage. Must not throw. */
  report(problem: unknown): void
}

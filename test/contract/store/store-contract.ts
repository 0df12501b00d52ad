import type { StoreAdapter } from '../../support/store/adapter'
import { crashContract } from './crash.contract'
import { documentsContract } from './documents.contract'
import { modelContract } from './model.contract'
import { pagingContract } from './paging.contract'
import { transactionsContract } from './transactions.contract'
import { writersContract } from './writers.contract'

/** What every adapter of the store port must do. Knows nothing of any engine. */
export function storeContract(name: string, adapter: StoreAdapter): void {
  // Ten times what the slowest test takes alone, for machines that are busy with others.
  jest.setTimeout(30_000)
  describe(`store contract: ${name}`, () => {
    documentsContract(adapter)
    pagingContract(adapter)
    transactionsContract(adapter)
    writersContract(adapter)
    modelContract(adapter)
    crashContract(adapter)
  })
}

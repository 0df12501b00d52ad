import type { Handler } from '../kernel/pipeline'
import { browsePolicies } from './browse-policies'
import { getHighlights } from './get-highlights'
import { getPolicy } from './get-policy'
import { syncCatalogue } from './sync-catalogue'

export { collections } from './collections'

/** What the policies domain offers. */
export const handlers: readonly Handler[] = [syncCatalogue, browsePolicies, getHighlights, getPolicy]

import * as diagnostics from './diagnostics'
import * as files from './files'
import type { Operation } from './operation'
import * as people from './people'
import * as policies from './policies/operations'

/** Every operation there is, for the server and the tests. Phones import single operations instead, to stay small. */
export const ALL_OPERATIONS: readonly Operation[] = [
  policies.syncCatalogue, policies.browsePolicies, policies.getHighlights, policies.getPolicy,
  people.whoAmI,
  files.requestUpload, files.getFileLink,
  diagnostics.reportError,
]

import { collections as ofDiagnostics } from '../diagnostics/collections'
import { handlers as diagnostics } from '../diagnostics/operations'
import { collections as ofFiles } from '../files/collections'
import { handlers as files } from '../files/operations'
import { auditRows } from '../kernel/audit'
import { handlersByName } from '../kernel/handlers'
import { collections as ofPeople } from '../people/collections'
import { handlers as people } from '../people/operations'
import { collections as ofPolicies } from '../policies/collections'
import { handlers as policies } from '../policies/operations'
import type { AnyCollection } from '../store/port'

/** Every operation that is served, whatever domain it belongs to: one process serves them all here. */
export const handlers = handlersByName(policies, people, files, diagnostics)

/** Every collection, so that the store makes them ready at start. */
export const collections: readonly AnyCollection[] = [auditRows, ...ofPolicies, ...ofPeople, ...ofFiles, ...ofDiagnostics]

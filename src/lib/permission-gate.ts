import { mayTry, type Permission } from '@contract/permissions'
import type { Role } from '@contract/roles'

/**
 * Whether the UI offers what needs a permission, from the contract's own map. One acts in one role at a time,
 * so only that role and what every guest may do count; whether a subject is in reach, the server decides.
 */
export const mayOffer = (role: Role, permission: Permission): boolean =>
  mayTry({ personId: null, bindings: role === 'guest' ? [] : [{ role }] }, permission)

import type { Permission } from '@contract/permissions'
import { mayOffer } from '@/lib/permission-gate'
import { useSession } from './session'

/** Whether to offer what needs a permission, to the role one acts in. */
export const useCan = (permission: Permission): boolean => useSession(({ activeRole }) => mayOffer(activeRole, permission))

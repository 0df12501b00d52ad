import * as v from 'valibot'
import { query } from './operation'
import { OneOf } from './schema'
import { ROLE_LABELS } from './roles'

/** Who the caller is and what they may act as; a guest is nobody with no roles. */
export const whoAmI = query({
  name: 'people.whoAmI',
  permission: 'person.readSelf',
  input: v.object({}),
  output: v.object({
    person: v.nullable(v.object({ personId: v.string(), name: v.string() })),
    roles: v.array(v.object({
      role: OneOf(ROLE_LABELS, '身份'),
      /** The enterprise, grid or department the role is held for, by its name. */
      reach: v.nullable(v.string()),
    })),
  }),
})

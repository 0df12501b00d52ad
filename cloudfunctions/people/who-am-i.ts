import { whoAmI as operation } from '../contract/people'
import { AppError } from '../contract/errors'
import { implement } from '../kernel/pipeline'
import { persons } from './collections'

/** Tells callers who they are and what they may act as. */
export const whoAmI = implement(operation, {
  async run(_input, { actor, store }) {
    if (actor.personId === null) return { person: null, roles: [{ role: 'guest' as const, reach: null }] }
    const person = await store.in(persons).get(actor.personId)
    if (!person) throw new AppError('SESSION_EXPIRED')
    return {
      person: { personId: person._id, name: person.name },
      roles: person.roles.map(({ role, reachName }) => ({ role, reach: reachName })),
    }
  },
})

import type { Actor } from '../contract/roles'
import type { Identity } from '../platform/port'
import type { Store } from '../store/port'
import { identities, identityId, persons } from './collections'

/**
 * The actor behind an identity; null when nobody known signs in with it.
 * Entries call this before the pipeline: what a stranger becomes (guest, or a lapsed session) is theirs to say.
 */
export async function findCaller(store: Store, identity: Identity): Promise<Actor | null> {
  const link = await store.in(identities).get(identityId(identity))
  const person = link && (await store.in(persons).get(link.personId))
  return person && { personId: person._id, bindings: person.roles }
}

import { ROLE_LABELS, ROLES, type Role } from '../contract/roles'
import { identities, persons } from '../people/collections'
import type { Store } from '../store/port'

/** A sample person as the demo sign-in lists them. */
export interface DemoPerson { personId: string; name: string; roles: { role: Role; label: string; reach: string | null }[] }

/** The sample persons, ordered by their first role as `ROLES` has it, those with several roles last of theirs. */
export async function demoPeople(store: Store): Promise<DemoPerson[]> {
  const { docs } = await store.in(identities).page('byProvider', { equals: { provider: 'local' }, limit: 1000 })
  const found = await Promise.all(docs.map(({ personId }) => store.in(persons).get(personId)))
  const people = found.flatMap((person) => (person === null ? [] : [{
    personId: person._id,
    name: person.name,
    roles: person.roles.map(({ role, reachName }) => ({ role, label: ROLE_LABELS[role], reach: reachName })),
  }]))
  const rank = ({ roles }: DemoPerson) => (roles[0] ? ROLES.indexOf(roles[0].role) : ROLES.length) + (roles.length > 1 ? 0.5 : 0)
  return people.sort((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? -1 : 1))
}

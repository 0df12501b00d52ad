import { departments, grids, identities, identityId, persons } from '../../people/collections'
import type { Store } from '../../store/port'
import { DEPARTMENTS, GRIDS, samplePeople, type SampleEnterprise } from './sample-zone'

/**
 * Puts the sample grids, departments and persons into the store, each with a local identity to sign in by.
 * Run at every start: what is there stays as it is, changed or not. @returns how many persons were new
 */
export async function seedPeople(store: Store, enterprises: readonly SampleEnterprise[]): Promise<number> {
  await store.in(grids).insertMany(GRIDS.map(({ id, ...grid }) => ({ _id: id, ...grid })))
  await store.in(departments).insertMany(DEPARTMENTS.map(({ id, ...department }) => ({ _id: id, ...department })))
  return store.transact(async (tx) => {
    let added = 0
    for (const { id, name, roles } of samplePeople(enterprises)) {
      if ((await tx.in(persons).insert({ _id: id, name, roles })) === 'exists') continue
      await tx.in(identities).insert({ _id: identityId({ provider: 'local', subject: id }), provider: 'local', personId: id })
      added += 1
    }
    return added
  })
}

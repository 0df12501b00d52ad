import type { Policy } from '@contract/policies/schemas'
import { ClientError } from '@/api/failure'
import { Catalogue } from '@/stores/catalogue/catalogue'
import type { CatalogueDeps } from '@/stores/catalogue/deps'
import { memoryBox } from '@/stores/catalogue/memory-box'
import type { ModelServer } from './model-server'

export const NOON = Date.parse('2026-11-24T12:00:00+08:00')

/** A catalogue of a phone: its files outlive it. */
export function phoneCatalogue(files: Map<string, string>, server: ModelServer, deps: Partial<CatalogueDeps> = {}): Catalogue {
  return new Catalogue({
    box: memoryBox(files),
    fetchPage: server.fetchPage,
    fetchPolicy: () => Promise.reject(new ClientError('OFFLINE')),
    now: () => NOON,
    lastSynced: { read: () => null, write: () => undefined },
    report: () => undefined,
    ...deps,
  })
}

/** Everything a reader can read without a network: each policy in full. Null when there is no copy. */
export async function readable(catalogue: Catalogue): Promise<Record<string, Policy> | null> {
  await catalogue.open()
  const { rows } = catalogue.store.getState()
  if (rows === null) return null
  const ids = [...new Set(rows.map(({ policyId }) => policyId))].sort()
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, (await catalogue.getPolicy(id)).policy] as const)))
}

/** What a reader finds after the app was started again. */
export const afterRestart = (files: Map<string, string>, server: ModelServer): Promise<Record<string, Policy> | null> =>
  readable(phoneCatalogue(files, server, { fetchPage: () => Promise.reject(new ClientError('OFFLINE')) }))

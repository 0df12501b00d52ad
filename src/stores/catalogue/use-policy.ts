import { useMemo } from 'react'
import type { Policy } from '@contract/policies/schemas'
import type { Failure } from '@/api/failure'
import { catalogue } from './the-catalogue'
import { useAnswer } from './use-answer'
import { useCatalogue, useCatalogueSource } from './use-catalogue'

interface ShownPolicy {
  policy: Policy | null
  from: 'phone' | 'server' | null
  /** `missing`: there is none of this id, or no longer. */
  state: 'loading' | 'ready' | 'missing' | 'failed'
  failure: Failure | null
  retry: () => void
}

/** One policy in full: from the phone's copy, else from the server; read again when a sync changed it. */
export function usePolicy(policyId: string): ShownPolicy {
  const opening = useCatalogueSource() === 'opening'
  const seq = useCatalogue(() => catalogue.entryOf(policyId)?.seq)
  const { data, failure, retry } = useAnswer(policyId, String(seq), opening ? null : () => catalogue.getPolicy(policyId))
  return useMemo(() => {
    // A link with a broken id leads nowhere, just as one to a policy that is gone.
    if (failure?.code === 'NOT_FOUND' || failure?.code === 'BAD_INPUT') return { policy: null, from: null, state: 'missing', failure, retry }
    return { policy: data?.policy ?? null, from: data?.from ?? null, state: data ? 'ready' : failure ? 'failed' : 'loading', failure, retry }
  }, [data, failure, retry])
}

import { AppError } from '../contract/errors'
import { getPolicy as operation } from '../contract/policies/operations'
import { implement } from '../kernel/pipeline'
import { entryOf } from './catalogue-entry'
import { policies } from './collections'

/** Serves one published policy. A draft or withdrawn one answers as one that never was. */
export const getPolicy = implement(operation, {
  async run({ policyId }, { store }) {
    const doc = await store.in(policies).get(policyId)
    if (doc?.state !== 'published') throw new AppError('NOT_FOUND')
    return entryOf(doc)
  },
})

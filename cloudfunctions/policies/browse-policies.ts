import { AppError } from '../contract/errors'
import { browsePolicies as operation } from '../contract/policies/operations'
import { implement } from '../kernel/pipeline'
import { currentView } from './current-view'

/** Serves one page of the policy list. */
export const browsePolicies = implement(operation, {
  async run({ filters, sort, after, limit }, context) {
    const page = (await currentView(context)).page(filters, sort, after, limit)
    // The item the page was to start after is gone: any place to go on from would repeat or skip some.
    if (page === null) throw new AppError('CONFLICT', { userMessage: '政策列表刚有更新，请从头加载' })
    return page
  },
})

import { getHighlights as operation } from '../contract/policies/operations'
import { implement } from '../kernel/pipeline'
import { currentView } from './current-view'

/** Serves the home page's picks. */
export const getHighlights = implement(operation, {
  run: async (_input, context) => (await currentView(context)).highlights(),
})

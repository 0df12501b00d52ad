import { reportError as operation } from '../contract/diagnostics'
import { isoNow } from '../kernel/clock'
import { implement } from '../kernel/pipeline'
import { scrub } from '../kernel/scrub'

/** Passes a phone's failure on to the operator, without anything that could be about a person. */
export const reportError = implement(operation, {
  async run({ message, stack, page, build }, { platform, clock }) {
    await platform.reportError({
      message: scrub(message),
      ...(stack !== undefined && { stack: scrub(stack) }),
      page: scrub(page),
      build: scrub(build),
      at: isoNow(clock),
    })
    return {}
  },
})

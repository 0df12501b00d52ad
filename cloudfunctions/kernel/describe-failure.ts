import { scrub } from './scrub'

/** What may be logged of an unknown failure: its kind and where it came from, scrubbed of what it carried. */
export function describeFailure(failure: unknown): { failure: string; stack?: string } {
  if (!(failure instanceof Error)) return { failure: typeof failure }
  return { failure: `${failure.name}: ${scrub(failure.message)}`, stack: scrub(failure.stack ?? '') }
}

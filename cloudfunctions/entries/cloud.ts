import { randomUUID } from 'node:crypto'
import { collections, handlers } from 'virtual:domain'
import { GUEST } from '../contract/roles'
import { systemClock } from '../kernel/clock'
import { describeFailure } from '../kernel/describe-failure'
import { handlersByName } from '../kernel/handlers'
import { handleCall, type Caller } from '../kernel/pipeline'
import { createRateLimiter } from '../kernel/rate-limit'
import { findCaller } from '../people/find-caller'
import type { Identity } from '../platform/port'
import type { Store } from '../store/port'
import { bindCloud, type CloudBindings } from './cloud-bindings'
import { captureIdentity } from './cloud-identity'

const byName = handlersByName(handlers)
const rateLimiter = createRateLimiter()
let bound: Promise<CloudBindings> | undefined

/** What WeChat calls, one function a domain. Answers as JSON text, like every other way of running. */
export function main(event: unknown): Promise<string> {
  // First thing, and in a plain function: nothing may be awaited before this line.
  const identity = captureIdentity(process.env)
  return answer(event, identity)
}

async function answer(event: unknown, identity: Identity | null): Promise<string> {
  // A failed binding is tried again by the next call.
  bound ??= bindCloud(collections).catch((failure: unknown) => { bound = undefined; throw failure })
  const { store, platform } = await bound
  return handleCall(byName, event, () => callerOf(store, identity), {
    store, platform, rateLimiter,
    clock: systemClock,
    newTraceId: randomUUID,
    // eslint-disable-next-line no-console -- a cloud function's log is its console
    onUnknownFailure: (failure, traceId, operation) => console.error(JSON.stringify({ traceId, operation, ...describeFailure(failure) })),
  })
}

// Somebody WeChat knows and the zone does not is a guest until they bind an enterprise or a role.
async function callerOf(store: Store, identity: Identity | null): Promise<Caller> {
  if (!identity) return { actor: GUEST, rateKey: 'outside' }
  return { actor: (await findCaller(store, identity)) ?? GUEST, rateKey: identity.subject }
}

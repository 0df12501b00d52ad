import * as v from 'valibot'
import { AppError } from '@contract/errors'
import { CONTRACT_VERSION, problemsOf, type CallEnvelope, type InputOf, type Operation, type OutputOf } from '@contract/operation'
import { mayTry } from '@contract/permissions'
import { GUEST } from '@contract/roles'
import { openAnswer } from './answer'
import { sendToCloud } from './cloud-transport'
import { ClientError } from './failure'
import { sendOverHttp } from './http-transport'
import { networkFailure, TIMEOUT_MS, within } from './network-failure'
import { tellServerReached } from './server-reached'
import { session } from './session-port'

const QUERY_TRIES = 2
const BACK_OFF_MS = 600

/**
 * Calls an operation of the server. Takes the operation itself, so that only the schemas in use reach the phone.
 * The input is checked here first, with the server's own schema and messages.
 * Queries are tried twice; commands once, as only the caller knows whether to repeat them.
 * @throws a `Failure`: `AppError` from the server or the check, `ClientError` (`OFFLINE`, `TIMEOUT`) from the phone
 */
export async function call<Op extends Operation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
  const parsed = v.safeParse(operation.input, input)
  if (!parsed.success) throw new AppError('BAD_INPUT', { fields: problemsOf(parsed.issues) })
  const envelope: CallEnvelope = { operation: operation.name, input, contractVersion: CONTRACT_VERSION }
  const tries = operation.kind === 'query' ? QUERY_TRIES : 1
  for (let attempt = 1; ; attempt += 1) {
    try {
      const output = (await callOnce(operation, envelope)) as OutputOf<Op>
      tellServerReached()
      return output
    } catch (failure) {
      if (attempt >= tries || !mayPass(failure)) throw failure
      await new Promise((resolve) => { setTimeout(resolve, BACK_OFF_MS * (1 + Math.random())) })
    }
  }
}

/** Sends once; a call anyone may make is repeated as a guest when the session turned out to have ended. */
async function callOnce(operation: Operation, envelope: CallEnvelope): Promise<unknown> {
  const token = session().token()
  try {
    return openAnswer(await send(envelope, token))
  } catch (failure) {
    if (token === null || !(failure instanceof AppError) || failure.code !== 'SESSION_EXPIRED') throw failure
    session().expired(token)
    if (operation.kind !== 'query' || !mayTry(GUEST, operation.permission)) throw failure
    return openAnswer(await send(envelope, null))
  }
}

async function send(envelope: CallEnvelope, token: string | null): Promise<unknown> {
  try {
    // The constant is set at build time: the other transport is not in the bundle.
    return await within(__CLOUD_ENV__ ? sendToCloud(envelope) : sendOverHttp(envelope, token), TIMEOUT_MS)
  } catch (thrown) {
    throw networkFailure(thrown)
  }
}

/** Failures that a second try may not meet: a lost packet, a restarting server. */
const mayPass = (failure: unknown): boolean =>
  failure instanceof ClientError || (failure instanceof AppError && failure.code === 'INTERNAL')

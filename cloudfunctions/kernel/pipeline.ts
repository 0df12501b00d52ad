import * as v from 'valibot'
import { AppError, type ErrorCode, type WireAnswer, type WireError } from '../contract/errors'
import { CONTRACT_VERSION, MAX_BODY_BYTES, problemsOf, type CallEnvelope, type Operation, type OutputOf, type ParsedInputOf } from '../contract/operation'
import { can, isUnscoped, mayTry, type Subject } from '../contract/permissions'
import type { Actor } from '../contract/roles'
import type { Platform } from '../platform/port'
import type { Store } from '../store/port'
import { writeAudit } from './audit'
import { isoNow, type Clock } from './clock'
import type { RateLimiter } from './rate-limit'

/** What an operation works with. The actor comes from the platform, never from input. */
export interface Context {
  readonly actor: Actor
  readonly store: Store
  readonly platform: Platform
  readonly clock: Clock
}

/** How a domain serves one operation. */
export interface Handler<Op extends Operation = Operation> {
  readonly operation: Op
  /** Loads what a scoped permission is decided on; null when there is no such thing. Needed once any role's scope is narrower than `all`. */
  readonly subject?: (input: ParsedInputOf<Op>, context: Context) => Promise<Subject | null>
  /** What it answers is an object; one that is kept and answered again must never change. */
  readonly run: (input: ParsedInputOf<Op>, context: Context) => Promise<OutputOf<Op>>
}

/** Binds a declared operation to what serves it. */
export const implement = <Op extends Operation>(operation: Op, handler: Omit<Handler<Op>, 'operation'>): Handler =>
  ({ operation, ...handler }) as unknown as Handler

/** Who is calling, as the entry found out: the person's actor, and a key to count its calls by. */
export interface Caller { actor: Actor; rateKey: string }

export interface Surroundings {
  readonly store: Store
  readonly platform: Platform
  readonly clock: Clock
  readonly rateLimiter: RateLimiter
  /** Where unknown failures go, with the trace id the caller was given. Must not throw. */
  readonly onUnknownFailure: (failure: unknown, traceId: string, operation: string) => void
  readonly newTraceId: () => string
}

// For checks that name no message of their own; valibot's would be English and repeat what was sent.
const FALLBACK_MESSAGE = '这一项填写得不对'
// A long list of wrong entries needs no line for each: the answer stays small.
const MOST_PROBLEMS = 20

const Envelope = v.object({ operation: v.string(), input: v.unknown(), contractVersion: v.pipe(v.number(), v.integer()) })

/** How a call came out: the `WireAnswer` as JSON text, so that it is written out only once, and the code of its error. */
export interface Answer { readonly text: string; readonly code: ErrorCode | null }

/**
 * The pipeline every call goes through: find → authorise by role (before any read) → limit → parse →
 * authorise by scope (only the declared subject is loaded) → run → audit → encode.
 * Never throws: failures come back as a wire error; unknown ones with a trace id and no details.
 */
export async function answerCall(
  handlers: ReadonlyMap<string, Handler>, call: unknown, identify: () => Promise<Caller>, surroundings: Surroundings,
): Promise<Answer> {
  let name = ''
  try {
    const envelope = parseEnvelope(call)
    name = envelope.operation
    const handler = handlers.get(name)
    if (!handler) throw new AppError('UNKNOWN_OPERATION')
    const { actor, rateKey } = await identify()
    const context: Context = { actor, store: surroundings.store, platform: surroundings.platform, clock: surroundings.clock }
    return encode(await serve(handler, envelope.input, context, rateKey, surroundings.rateLimiter))
  } catch (failure) {
    const error = wireErrorOf(failure, name, surroundings)
    return { text: JSON.stringify({ ok: false, error } satisfies WireAnswer<never>), code: error.code }
  }
}

/** The pipeline for entries that only pass the answer on. @returns the `WireAnswer` as JSON text */
export const handleCall = async (...call: Parameters<typeof answerCall>): Promise<string> => (await answerCall(...call)).text

function parseEnvelope(call: unknown): CallEnvelope {
  const parsed = v.safeParse(Envelope, call)
  if (!parsed.success) throw new AppError('BAD_REQUEST')
  // Phones keep old clients for weeks: this release and the one before are served.
  const age = CONTRACT_VERSION - parsed.output.contractVersion
  if (age > 1) throw new AppError('CLIENT_TOO_OLD')
  return parsed.output
}

async function serve(handler: Handler, rawInput: unknown, context: Context, rateKey: string, limiter: RateLimiter): Promise<object> {
  const { operation } = handler
  const { actor } = context
  if (!mayTry(actor, operation.permission)) throw new AppError(actor.personId === null ? 'SIGN_IN_REQUIRED' : 'FORBIDDEN')
  if (!limiter.allow(`${rateKey} ${operation.name}`, operation.ratePerMinute, context.clock.now())) throw new AppError('TOO_MANY_REQUESTS')
  const parsed = v.safeParse(operation.input, rawInput, { message: FALLBACK_MESSAGE })
  if (!parsed.success) throw new AppError('BAD_INPUT', { fields: problemsOf(parsed.issues.slice(0, MOST_PROBLEMS)) })
  const input = parsed.output as never
  if (!isUnscoped(actor, operation.permission)) {
    const subject = (await handler.subject?.(input, context)) ?? null
    // Out of scope answers exactly as not found: nobody learns what exists elsewhere.
    if (subject === null || !can(actor, operation.permission, subject)) throw new AppError('NOT_FOUND')
  }
  const output = (await handler.run(input, context)) as object
  if (operation.audited) await writeAudit(context.store, { operation: operation.name, personId: actor.personId, at: isoNow(context.clock) })
  return output
}

// Lists that many readers ask for are kept by their domain and come back as the same object: written out once.
const answers = new WeakMap<object, Answer>()

function encode(data: object): Answer {
  const known = answers.get(data)
  if (known !== undefined) return known
  const text = JSON.stringify({ ok: true, data } satisfies WireAnswer<unknown>)
  // UTF-8 takes at most three bytes a UTF-16 unit: count exactly only when it could be too much.
  if (text.length * 3 > MAX_BODY_BYTES && Buffer.byteLength(text) > MAX_BODY_BYTES) throw new Error(`answer over ${MAX_BODY_BYTES} bytes`)
  const answer: Answer = { text, code: null }
  answers.set(data, answer)
  return answer
}

function wireErrorOf(failure: unknown, operation: string, { newTraceId, onUnknownFailure }: Surroundings): WireError {
  if (failure instanceof AppError) {
    const { code, userMessage, fields } = failure
    return { code, message: userMessage, ...(fields && { fields }) }
  }
  const traceId = newTraceId()
  onUnknownFailure(failure, traceId, operation)
  const internal = new AppError('INTERNAL')
  return { code: internal.code, message: `${internal.userMessage}（${traceId}）`, traceId }
}

import * as v from 'valibot'
import type { FieldProblem } from './errors'
import type { Permission } from './permissions'

/** Rises with each release that changes the contract; the server accepts this one and the one before. */
export const CONTRACT_VERSION = 1

/** WeChat cloud functions take and give at most this much text. Bytes of UTF-8. */
export const MAX_BODY_BYTES = 100 * 1024

type AnySchema = v.GenericSchema<unknown, unknown>

/** One thing the server offers, declared once; transports, pipeline, forms and tests derive from it. */
export interface Operation<I extends AnySchema = AnySchema, O extends AnySchema = AnySchema> {
  /** `<domain>.<verbNoun>`; the part before the dot is the cloud function that serves it. */
  readonly name: `${string}.${string}`
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
  readonly permission: Permission
  /** A command that may be sent again under the same client-made id with the same effect. Queries always may. */
  readonly idempotent: boolean
  /** Whether a row of the audit log is written beside its effect. */
  readonly audited: boolean
  /** Calls a caller may make in a minute. */
  readonly ratePerMinute: number
}

type Declaration<I extends AnySchema, O extends AnySchema> =
  Pick<Operation<I, O>, 'name' | 'input' | 'output' | 'permission'> & { ratePerMinute?: number }

/** Declares a read: no effect, safe to repeat, not audited. 240 calls a minute unless said otherwise. */
export const query = <I extends AnySchema, O extends AnySchema>(declaration: Declaration<I, O>): Operation<I, O> =>
  ({ kind: 'query', idempotent: true, audited: false, ratePerMinute: 240, ...declaration })

/** Declares a change: audited unless said otherwise. 30 calls a minute unless said otherwise. */
export const command = <I extends AnySchema, O extends AnySchema>(
  declaration: Declaration<I, O> & { idempotent: boolean; audited?: boolean },
): Operation<I, O> => ({ kind: 'command', audited: true, ratePerMinute: 30, ...declaration })

export type InputOf<Op> = Op extends Operation<infer I, AnySchema> ? v.InferInput<I> : never
export type ParsedInputOf<Op> = Op extends Operation<infer I, AnySchema> ? v.InferOutput<I> : never
export type OutputOf<Op> = Op extends Operation<AnySchema, infer O> ? v.InferOutput<O> : never

/** One call as it travels, by cloud function or HTTP. */
export interface CallEnvelope { operation: string; input: unknown; contractVersion: number }

/** What a schema found wrong, one line a field, for a form or an error answer. */
export const problemsOf = (issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] =>
  issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }))

import { AppError, type ErrorCode, type FieldProblem } from '@contract/errors'

/** Failures only a phone knows of, with what the user reads. */
const CLIENT_MESSAGES = {
  OFFLINE: '现在没有网络，请连上网络后重试',
  TIMEOUT: '等了很久没有回音，请稍后重试',
} as const satisfies Record<string, string>
type ClientCode = keyof typeof CLIENT_MESSAGES

/** The call did not reach the server, or no answer reached the phone. */
export class ClientError extends Error {
  readonly code: ClientCode
  readonly userMessage: string

  constructor(code: ClientCode, userMessage: string = CLIENT_MESSAGES[code]) {
    super(code)
    this.name = 'ClientError'
    this.code = code
    this.userMessage = userMessage
  }
}

/** What went wrong with a call, as pages show it. `code` is stable, `userMessage` is Chinese and says what to do. */
export interface Failure { readonly code: ErrorCode | ClientCode; readonly userMessage: string; readonly fields?: FieldProblem[] }

/** Anything caught, as a `Failure`; what is neither the server's nor the network's becomes `INTERNAL`. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof AppError || thrown instanceof ClientError ? thrown : new AppError('INTERNAL')

/** True when the server never had a say: the network, not the request, is to blame. */
export const isUnreachable = (thrown: unknown): boolean => thrown instanceof ClientError

/** The same code said in the same words: a repeated failure then renders nothing new. */
export const sameFailure = (a: Failure | null, b: Failure | null): boolean =>
  a === b || (a !== null && b !== null && a.code === b.code && a.userMessage === b.userMessage)

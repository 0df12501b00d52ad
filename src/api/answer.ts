import { AppError, ERROR_MESSAGES, type ErrorCode, type FieldProblem } from '@contract/errors'
import { isRecord } from '@/lib/storage'

/**
 * Opens an answer from the wire: its data, or the server's refusal thrown as `AppError`.
 * The output is not checked against its schema: the server made it from the same contract, and checking 100 KB costs a phone time.
 */
export function openAnswer(answer: unknown): unknown {
  const wire = typeof answer === 'string' ? parse(answer) : answer
  if (isRecord(wire) && wire.ok === true && 'data' in wire) return wire.data
  throw isRecord(wire) && wire.ok === false && isRecord(wire.error) ? refusal(wire.error) : new AppError('INTERNAL')
}

function refusal(error: Record<string, unknown>): AppError {
  const { code, message, fields, traceId } = error
  // A code newer than this phone still comes with a message to show.
  const known = typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERROR_MESSAGES, code)
  return new AppError(known ? (code as ErrorCode) : 'INTERNAL', {
    ...(typeof message === 'string' && message !== '' && { userMessage: message }),
    ...(Array.isArray(fields) && { fields: fields.filter(isFieldProblem) }),
    ...(typeof traceId === 'string' && { traceId }),
  })
}

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

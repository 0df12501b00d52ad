import { ERROR_MESSAGES, type AppError, type ErrorCode, type WireAnswer, type WireError } from '../contract/errors'

const HTTP_STATUS = {
  BAD_INPUT: 400, BAD_REQUEST: 400, UNKNOWN_OPERATION: 404, SIGN_IN_REQUIRED: 401, SESSION_EXPIRED: 401, FORBIDDEN: 403,
  NOT_FOUND: 404, CONFLICT: 409, TOO_MANY_REQUESTS: 429, TOO_LARGE: 413, FILE_TYPE_NOT_ALLOWED: 400,
  UPLOAD_TICKET_INVALID: 403, CLIENT_TOO_OLD: 426, INTERNAL: 500,
} as const satisfies Record<ErrorCode, number>

/** The HTTP status of an error code. The code says more; the status is for proxies and logs. */
export const statusOf = (code: ErrorCode): number => HTTP_STATUS[code]

/** A failure as it travels. */
export const failed = (error: WireError): WireAnswer<never> => ({ ok: false, error })

/** A failure that was meant for the caller, as it travels. */
export const wireErrorOf = ({ code, userMessage, fields }: AppError): WireError => ({ code, message: userMessage, ...(fields && { fields }) })

// What Fastify itself refuses, in our words.
const CODE_BY_STATUS: Record<number, ErrorCode> = { 404: 'NOT_FOUND', 413: 'TOO_LARGE', 429: 'TOO_MANY_REQUESTS' }

/** The wire error for a request that never reached an operation: malformed JSON, too big, wrong method. */
export function refusalOf(status: number): WireError {
  const code = CODE_BY_STATUS[status] ?? 'BAD_REQUEST'
  return { code, message: ERROR_MESSAGES[code] }
}

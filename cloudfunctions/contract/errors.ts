/**
 * Stable error codes with what the user reads. A code is never reused for another meaning;
 * phones keep old clients for weeks and branch on it.
 */
export const ERROR_MESSAGES = {
  BAD_INPUT: '有内容需要修改，请看标出的地方',
  BAD_REQUEST: '请求格式不对，请更新到最新版本后重试',
  UNKNOWN_OPERATION: '这个功能在当前版本不可用，请更新后重试',
  SIGN_IN_REQUIRED: '请先登录',
  SESSION_EXPIRED: '登录已过期，请重新登录',
  FORBIDDEN: '您的身份不能做这项操作',
  NOT_FOUND: '没有找到，可能已被撤回或不在您的范围内',
  CONFLICT: '内容刚被别人改过，请刷新后再试',
  TOO_MANY_REQUESTS: '操作太频繁，请稍后再试',
  TOO_LARGE: '内容太大，请删减后重试',
  FILE_TYPE_NOT_ALLOWED: '不支持这种文件',
  UPLOAD_TICKET_INVALID: '上传凭据已失效，请重新选择文件',
  CLIENT_TOO_OLD: '当前版本太旧，请更新小程序后重试',
  INTERNAL: '系统出了点问题，请稍后重试',
} as const satisfies Record<string, string>

export type ErrorCode = keyof typeof ERROR_MESSAGES

/** Which field is wrong and what to do about it, in Chinese. `path` is dotted, e.g. `items.0.name`. */
export interface FieldProblem { path: string; message: string }

/** How a failed call looks on the wire. `traceId` finds the log line of an unknown failure. */
export interface WireError { code: ErrorCode; message: string; fields?: FieldProblem[]; traceId?: string }

/** How every call answers on the wire. */
export type WireAnswer<Output> = { ok: true; data: Output } | { ok: false; error: WireError }

/** A failure with a code, meant for the caller to read. Anything else thrown is an unknown failure. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly userMessage: string
  readonly fields?: FieldProblem[]
  readonly traceId?: string

  constructor(code: ErrorCode, detail: { userMessage?: string; fields?: FieldProblem[]; traceId?: string } = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.userMessage = detail.userMessage ?? ERROR_MESSAGES[code]
    if (detail.fields) this.fields = detail.fields
    if (detail.traceId) this.traceId = detail.traceId
  }
}

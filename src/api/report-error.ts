import Taro from '@tarojs/taro'
import { reportError as reportErrorOperation } from '@contract/diagnostics'
import { call } from './call'

// A phone in a crash loop must not flood the operator.
const MOST_REPORTS = 10
const told = new Set<string>()

/**
 * Tells the operator of a failure: each message once a launch, without personal data. Never throws and never rejects.
 * @param page where it happened; the current page unless said otherwise
 */
export function reportError(error: unknown, where: { page?: string; stack?: string } = {}): void {
  try {
    const message = withoutPersonalData(messageOf(error)).trim().slice(0, 500) || '未知错误'
    if (told.has(message) || told.size >= MOST_REPORTS) return
    told.add(message)
    const stack = where.stack ?? (error as { stack?: unknown } | null)?.stack
    void call(reportErrorOperation, {
      message,
      ...(typeof stack === 'string' && { stack: withoutPersonalData(stack).slice(0, 4000) }),
      page: withoutPersonalData(where.page ?? currentPage()).slice(0, 200),
      build: buildName().slice(0, 40),
    }).catch(() => undefined)
  } catch {
    // Reporting is a courtesy: it must never be the second failure.
  }
}

/** Strips what could name a person: query strings, runs of seven digits or more (phones, ids), addresses of mail, tokens. */
export const withoutPersonalData = (text: string): string => text
  .replace(/\?[^\s'")<>]*/g, '')
  .replace(/Bearer\s+\S+/gi, 'Bearer …')
  .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '…')
  .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '…')
  .replace(/\d(?:[\s-]?\d){6,}[Xx]?/g, '…')

function messageOf(error: unknown): string {
  if (typeof error === 'string') return error.split('\n')[0]!
  if (error instanceof Error) return `${error.name}: ${error.message}`
  const { message, errMsg, reason } = (error ?? {}) as Record<string, unknown>
  return reason === undefined ? String(message ?? errMsg ?? error) : messageOf(reason)
}

const currentPage = (): string => Taro.getCurrentInstance().router?.path ?? ''

const buildName = (): string =>
  (process.env.TARO_ENV === 'weapp' && Taro.getAccountInfoSync().miniProgram.version) || `${process.env.TARO_ENV ?? ''} ${process.env.NODE_ENV ?? ''}`

/** Reports what nothing caught. WeChat and H5 both offer these two hooks through Taro. */
export function reportUncaughtErrors(): void {
  Taro.onError((error) => reportError(error, { stack: String(error) }))
  Taro.onUnhandledRejection(({ reason }) => reportError(reason))
}

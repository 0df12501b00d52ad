import { setTimeout as pause } from 'node:timers/promises'

/** The database cannot be used at all. `message` is one line in Chinese, made to be printed as it is; `advice` says what to do next. */
export class StoreUnavailable extends Error {
  readonly advice: string
  /** What the engine or the file system said; for the log. */
  readonly cause: unknown

  constructor(message: string, cause: unknown, advice = '') {
    super(message)
    this.advice = advice
    this.cause = cause
    this.name = 'StoreUnavailable'
  }
}

const REASONS: readonly [code: RegExp, reason: string, advice: string][] = [
  [/^SQLITE_(BUSY|LOCKED)/, '数据库正被其他程序占用', '请停止正在使用它的程序后重试。'],
  [/^SQLITE_(CORRUPT|NOTADB)/, '数据库文件已损坏', '请先备份整个数据目录，再用最近的备份替换这个文件；没有备份时把它（连同 -wal、-shm）移走，会重新建立，原有数据不再显示。'],
  [/^SQLITE_FULL/, '磁盘空间不足，无法写入数据库', '请腾出磁盘空间后重试。'],
  [/^SQLITE_(READONLY|PERM)/, '数据库文件不可写', '请检查这个文件和所在目录的权限。'],
  [/^SQLITE_IOERR/, '数据库文件读写出错', '请先备份整个数据目录，再检查磁盘。'],
  [/^SQLITE_CANTOPEN/, '数据库文件打不开', '请先备份整个数据目录，再检查这个路径是不是文件、权限是否正确；移走后重新启动会新建。'],
]

function sqliteCode(error: unknown): string {
  if (!(typeof error === 'object' && error !== null && 'code' in error && 'message' in error)) return ''
  // libsql gives a failed open no code, only this text.
  if (String(error.message).startsWith('ConnectionFailed')) return 'SQLITE_CANTOPEN'
  return String(error.code)
}

/** What to throw on: a `StoreUnavailable` naming `path` if the engine failed, else `error` itself. */
export function explained(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  const known = REASONS.find(([pattern]) => pattern.test(code))
  if (!known) return error
  const [, reason, advice] = known
  return new StoreUnavailable(`${reason}：${path}`, error, advice)
}

/**
 * Tries `attempt` again while another process holds the file, for at most `patienceMs` milliseconds.
 * The waits are asynchronous: SQLite's own busy_timeout would stop every other request of this process.
 * @throws StoreUnavailable when patience ends or the engine fails otherwise
 */
export async function patiently<T>(path: string, patienceMs: number, attempt: () => T): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error)) || performance.now() >= end) throw explained(error, path)
    }
    // Uneven, so that processes which collided once do not collide again.
    await pause(1 + Math.random() * 15)
  }
}

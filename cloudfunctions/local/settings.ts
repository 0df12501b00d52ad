import path from 'node:path'
import { StartError } from './start-error'

/** What can be set from outside; `.env.example` lists the same. */
export interface Settings {
  port: number
  host: string
  dataDir: string
  sessionSecret: string | undefined
  /** Whether people may sign in as one of the sample persons. Unless set: only where nobody but this machine can call. */
  demo: boolean
  /** Whether a balancer in front says who is calling (`X-Forwarded-For`). */
  trustProxy: boolean
  logLevel: string
  /** The built H5 pages. */
  webDir: string
  /** The catalogue and sample enterprises to start from. */
  seedDir: string
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug']

/** Reads the settings; throws a `StartError` on one that makes no sense. @param here where the server's code lies */
export function readSettings(env: NodeJS.ProcessEnv, here: string): Settings {
  const store = env.STORE || 'sqlite'
  if (store !== 'sqlite') throw new StartError(`STORE=${store} 还不可用：目前只有 sqlite，请改成 STORE=sqlite 或去掉这个设置。`)
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new StartError(`PORT=${env.PORT} 不是端口号：请填 1 到 65535 之间的整数。`)
  const logLevel = env.LOG_LEVEL || 'warn'
  if (!LOG_LEVELS.includes(logLevel)) throw new StartError(`LOG_LEVEL=${logLevel} 不可用：请填 ${LOG_LEVELS.join('、')} 之一。`)
  const host = env.HOST || '127.0.0.1'
  return {
    port,
    host,
    dataDir: path.resolve(env.DATA_DIR || 'data'),
    sessionSecret: env.SESSION_SECRET || undefined,
    demo: switchOf('DEMO', env.DEMO, isLoopback(host)),
    trustProxy: switchOf('TRUST_PROXY', env.TRUST_PROXY, false),
    logLevel,
    webDir: path.resolve(env.WEB_DIR || path.join(here, '../h5')),
    seedDir: path.resolve(env.SEED_DIR || path.join(here, 'seed')),
  }
}

/** Whether only this very machine can reach an address. */
export const isLoopback = (host: string): boolean => /^(localhost|::1|127(\.\d+){3})$/i.test(host)

// A typing error must never open what it was meant to close.
function switchOf(name: string, value: string | undefined, otherwise: boolean): boolean {
  const word = (value ?? '').trim().toLowerCase()
  if (word === '') return otherwise
  if (['on', 'true', '1', 'yes'].includes(word)) return true
  if (['off', 'false', '0', 'no'].includes(word)) return false
  throw new StartError(`${name}=${value} 看不懂：请填 on（开）或 off（关）。`)
}

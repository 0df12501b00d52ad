import { emit } from '../bridge'
import { adopt, defineGlobal } from './realm'

/** Values as they can travel to an automator client. */
function sendable(value: unknown): unknown {
  if (value instanceof Error || (value && typeof value === 'object' && 'stack' in value)) return String((value as Error).stack ?? value)
  try { return value === undefined ? 'undefined' : JSON.parse(JSON.stringify(value)) as unknown } catch { return String(value) }
}

/** The app's console: to Chromium's and, as `App.logAdded`, to automator clients. */
export function installConsole() {
  const methods = Object.fromEntries((['log', 'info', 'warn', 'error', 'debug'] as const).map((type) => [type, (...args: unknown[]) => {
    console[type](...args)
    emit('App.logAdded', { type, args: args.map(sendable) })
  }]))
  const silent = () => undefined
  defineGlobal('console', adopt({ ...methods, trace: silent, group: silent, groupCollapsed: silent, groupEnd: silent, time: silent, timeEnd: silent, table: silent, assert: silent }))
}

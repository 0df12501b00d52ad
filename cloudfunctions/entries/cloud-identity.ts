import type { Identity } from '../platform/port'

/**
 * Who called a cloud function. WeChat puts it into the environment of the process for each call, so a call that
 * overlaps another changes it: read it before the first await, never after.
 * @returns null for a call from outside WeChat (a timer, the console), which acts as a guest
 */
export function captureIdentity(env: NodeJS.ProcessEnv): Identity | null {
  const subject = env.WX_OPENID
  return subject ? { provider: 'wechat', subject } : null
}

import { isOnline } from '@/lib/network'
import { ClientError } from './failure'

/** How long one try may take. */
export const TIMEOUT_MS = 10_000

/** What Taro, WeChat or fetch reject with when no answer came, as the phone's own error. */
export function networkFailure(thrown: unknown): ClientError {
  if (thrown instanceof ClientError) return thrown
  const { errMsg, message, name } = (thrown ?? {}) as { errMsg?: unknown; message?: unknown; name?: unknown }
  const text = `${String(errMsg ?? '')} ${String(message ?? '')} ${String(name ?? '')}`
  if (/time-?d? ?out|abort/i.test(text)) return new ClientError('TIMEOUT')
  return isOnline() ? new ClientError('OFFLINE', '暂时连不上服务，请检查网络后重试') : new ClientError('OFFLINE')
}

/** Gives up after a time: not every transport has a time-out of its own that holds. */
export function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ClientError('TIMEOUT')), ms)
    const stop = () => clearTimeout(timer)
    work.then((value) => { stop(); resolve(value) }, (thrown: unknown) => { stop(); reject(thrown) })
  })
}

import type { FastifyInstance } from 'fastify'
import type { Store } from '../store/port'

const GRACE_MS = 10_000

/** On SIGTERM or SIGINT: stops accepting, lets running calls finish, closes the store, exits with 0. */
export function stopOnSignals(app: FastifyInstance, store: Store): void {
  let stopping = false
  const stop = async () => {
    // A terminal sends Ctrl-C to every process of a group and npm passes it on: it arrives more than once.
    if (stopping) return
    stopping = true
    console.log('正在停止：等待进行中的请求完成…')
    const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref()
    try {
      await app.close()
      await store.close()
      clearTimeout(impatience)
      console.log('已停止。')
      process.exit(0)
    } catch (failure) {
      console.error(`停止时出错：${failure instanceof Error ? failure.message : String(failure)}`)
      process.exit(1)
    }
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

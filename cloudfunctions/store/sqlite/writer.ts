import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from './connection'
import { explained, patiently } from './unavailable'

/** Runs one statement of an open transaction. After a failed one the whole transaction fails, whatever the work catches. */
export type Step = <T>(statement: () => T) => T

/** The only way to write: everything passes one queue, so nothing slips into an open transaction. */
export interface Writer {
  /**
   * Runs `job` in a transaction, shared with what else is waiting; resolves once it is on the disk.
   * @param what names the job if it is refused for being called inside a transaction's work
   */
  write<T>(job: () => T, what: string): Promise<T>
  /** Runs asynchronous work in a transaction of its own; what it throws undoes it. */
  transact<T>(work: (step: Step) => Promise<T>): Promise<T>
  /** @throws Error when called from inside a transaction's work, where waiting for the queue would never end */
  refuseInside(what: string): void
  /** Resolves when all that was asked for so far is done. */
  idle(): Promise<void>
}

interface Waiting { job: () => unknown; resolve: (result: unknown) => void; reject: (error: unknown) => void }

/** @param patienceMs how long to wait for other processes that write to the file */
export function createWriter(connection: Connection, path: string, patienceMs: number): Writer {
  const current = new AsyncLocalStorage<{ over: boolean }>()
  let tail: Promise<unknown> = Promise.resolve()
  let waiting: Waiting[] = []

  function queued<T>(job: () => Promise<T>): Promise<T> {
    const turn = tail.then(job)
    tail = turn.catch(() => undefined)
    return turn
  }

  function refuseInside(what: string): void {
    if (current.getStore()?.over === false) throw new Error(`${what} inside transact would wait for itself: use the transaction that the work is given`)
  }

  async function atomically<T>(job: () => T | Promise<T>): Promise<T> {
    await patiently(path, patienceMs, () => connection.sql('BEGIN IMMEDIATE').run([]))
    try {
      const result = await job()
      connection.sql('COMMIT').run([])
      return result
    } catch (error) {
      if (connection.inTransaction()) connection.sql('ROLLBACK').run([])
      throw explained(error, path)
    }
  }

  async function writeWaiting(): Promise<void> {
    // Requests of this turn of the event loop share one commit, and so one wait for the disk.
    await nextTurn()
    const batch = waiting
    waiting = []
    try {
      const results = await atomically(() => batch.map(({ job }) => job()))
      batch.forEach(({ resolve }, i) => resolve(results[i]))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return {
    async write<T>(job: () => T, what: string): Promise<T> {
      refuseInside(what)
      return new Promise<T>((resolve, reject) => {
        waiting.push({ job, resolve: resolve as (result: unknown) => void, reject })
        if (waiting.length === 1) void queued(writeWaiting)
      })
    },

    async transact(work) {
      refuseInside('transact')
      return queued(() => atomically(async () => {
        const state: { over: boolean; failure?: unknown } = { over: false }
        const step: Step = statement => {
          if (state.over) throw new Error('this transaction is over')
          if (state.failure !== undefined) throw state.failure
          try {
            return statement()
          } catch (error) {
            throw state.failure = explained(error, path)
          }
        }
        try {
          const result = await current.run(state, () => work(step))
          if (state.failure !== undefined) throw state.failure
          return result
        } finally {
          state.over = true
        }
      }))
    },

    refuseInside,
    idle: () => queued(async () => undefined),
  }
}

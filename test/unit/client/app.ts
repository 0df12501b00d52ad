import type { CatalogueEntry } from '@contract/policies/schemas'
import { browse, highlightsOf, type Highlights } from '@contract/policies/browse'
import { rowsOf, type ItemRow } from '@contract/policies/rows'
import { act, renderHook } from '@testing-library/react'
import { phone } from '../../support/taro-fake'
import { NOON } from './helpers'
import { ModelServer } from './model-server'

type Stores = typeof import('@/stores/catalogue') & typeof import('@/stores/catalogue/the-catalogue') & typeof import('@/stores/favourites')

const DAY = '2026-11-24'

/** The app on a phone, with a server behind it: for tests of hooks, in jsdom with fake timers. */
export const app = {
  stores: undefined as unknown as Stores,
  server: undefined as unknown as ModelServer,
  /** How many calls each operation got. */
  asked: {} as Record<string, number>,
  /** Operations that wait for `release`. */
  held: new Set<string>(),
  release: (): void => undefined,

  rows: (): ItemRow[] => Object.values(app.server.published()).flatMap((policy) => rowsOf(policy, DAY)),
  highlights: (): Highlights => highlightsOf(app.rows()),

  /** A new phone, and a server with 30 policies. */
  reset(): void {
    jest.useFakeTimers({ now: NOON, doNotFake: ['queueMicrotask'] })
    phone.files.clear()
    phone.storage.clear()
    phone.online = true
    phone.filesFull = false
    phone.listeners.network.length = 0
    app.asked = {}
    app.held = new Set()
    let letGo: () => void = () => undefined
    const gate = new Promise<void>((resolve) => { letGo = resolve })
    app.release = () => { app.held.clear(); letGo() }
    app.server = new ModelServer(3)
    for (let n = 1; n <= 30; n += 1) app.server.publish(`p${n}`)
    phone.http = async ({ data }) => {
      const { operation, input } = data as { operation: string; input: Record<string, unknown> }
      app.asked[operation] = (app.asked[operation] ?? 0) + 1
      if (app.held.has(operation)) await gate
      const result = await answerOf(operation, input)
      return { statusCode: 200, data: JSON.stringify(result === null ? { ok: false, error: { code: 'NOT_FOUND', message: '没有找到' } } : { ok: true, data: result }) }
    }
    app.launch()
  },

  /** The app as after a launch; what the phone stored is still there. */
  launch(): void {
    jest.resetModules()
    app.stores = { ...require('@/stores/catalogue'), ...require('@/stores/catalogue/the-catalogue'), ...require('@/stores/favourites') }
  },

  /** Time passes in steps: React draws between them. */
  async pass(ms: number): Promise<void> {
    for (let step = 0; step < 20; step += 1) await act(async () => { await jest.advanceTimersByTimeAsync(ms / 20) })
  },

  async pull(): Promise<void> {
    void app.stores.pullToRefresh()
    await app.pass(1000)
  },

  /** An earlier launch has stored everything; this one has just begun. */
  async syncedBefore(): Promise<void> {
    app.stores.startCatalogue()
    await app.pass(2000)
    expect(phone.files.size).toBeGreaterThan(2)
    app.asked = {}
    app.launch()
  },
}

function answerOf(operation: string, input: Record<string, unknown>): unknown {
  switch (operation) {
    case 'policies.syncCatalogue': return app.server.fetchPage({ since: input.since as number, mark: (input.mark as string | undefined) ?? null })
    case 'policies.getHighlights': return app.highlights()
    case 'policies.browse': {
      const all = browse(app.rows(), input.filters as object, input.sort as 'newest')
      const from = input.after === undefined ? 0 : all.findIndex(({ itemId }) => itemId === input.after) + 1
      return { rows: all.slice(from, from + (input.limit as number)), total: all.length, of: all.length }
    }
    default: {
      const policy = app.server.published()[input.policyId as string]
      return policy ? ({ policy, seq: 1, titlePinyin: '', itemPinyin: [''] } satisfies CatalogueEntry) : null
    }
  }
}

/** Renders a hook and keeps every distinct value of a part of what it gave. */
export function watch<T, P>(hook: () => T, part: (value: T) => P): { values: P[]; last: () => T } {
  const values: P[] = []
  const { result } = renderHook(() => {
    const value = hook()
    const now = part(value)
    if (values.length === 0 || values[values.length - 1] !== now) values.push(now)
    return value
  })
  return { values, last: () => result.current }
}

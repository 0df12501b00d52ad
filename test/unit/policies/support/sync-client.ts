import type { CatalogueEntry } from '../../../../cloudfunctions/contract/policies/schemas'
import { MAX_BODY_BYTES } from '../../../../cloudfunctions/contract/operation'
import { handlers } from '../../../../cloudfunctions/policies/operations'
import { handleCall } from '../../../../cloudfunctions/kernel/pipeline'
import type { Store } from '../../../../cloudfunctions/store/port'
import { GUEST } from '../../../../cloudfunctions/contract/roles'
import { clock } from './store'

const served = new Map(handlers.map((handler) => [handler.operation.name, handler]))

/** Calls an operation as a guest's phone does, through the whole pipeline. Throws an error whose message is the wire error's code. */
export async function call<T>(store: Store, operation: string, input: unknown, at = clock): Promise<T> {
  const text = await handleCall(served, { operation, input, contractVersion: 1 }, async () => ({ actor: GUEST, rateKey: 'test' }), {
    store, platform: {} as never, clock: at, rateLimiter: { allow: () => true },
    onUnknownFailure: (failure) => { throw failure }, newTraceId: () => 'trace',
  })
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) throw new Error(`a page of ${Buffer.byteLength(text)} bytes`)
  const answer = JSON.parse(text) as { ok: true; data: T } | { ok: false; error: { code: string } }
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

interface Page { reset: boolean; mark: string; entries: CatalogueEntry[]; removed: string[]; next: number; head: number; total: number }

/** A phone that keeps the catalogue as the contract tells it to. */
export class SyncClient {
  entries = new Map<string, CatalogueEntry>()
  resets = 0
  /** How many policies are published, as the last page said. */
  total = 0
  #since = 0
  #mark: string | undefined

  /** Asks for one page. @returns true when the phone has all there is, as that page says */
  async step(store: Store): Promise<boolean> {
    const page: Page = await call(store, 'policies.syncCatalogue', { since: this.#since, ...(this.#mark && { mark: this.#mark }) })
    if (page.reset) {
      this.entries = new Map()
      this.resets += 1
    }
    if (page.next === this.#since && page.next !== page.head && !page.reset) throw new Error('the pages do not go on')
    for (const entry of page.entries) this.entries.set(entry.policy.id, entry)
    for (const id of page.removed) this.entries.delete(id)
    this.#since = page.next
    this.#mark = page.mark
    this.total = page.total
    return page.next === page.head
  }

  /** Asks until the phone has all there is. */
  async finish(store: Store): Promise<number> {
    for (let pages = 1; pages < 1000; pages += 1) if (await this.step(store)) return pages
    throw new Error('the sync does not end')
  }
}

import type { OutputOf } from '@contract/operation'
import type { syncCatalogue } from '@contract/policies/operations'
import type { CatalogueEntry, Policy } from '@contract/policies/schemas'

/** A policy in the contract's shape whose content tells its version. */
export function tinyEntry(id: string, version: number, seq: number, change: Partial<Policy> = {}): CatalogueEntry {
  const policy: Policy = {
    id, title: `政策${id}第${version}版`, docNumber: null, issuer: '示例局', level: 'zone', publishedOn: '2026-01-01',
    effectiveFrom: null, validUntil: null, replaces: [], replacedBy: [], repealedOn: null,
    sourceTitle: `来源${version}`, sourceUrl: null, sourceIsOfficial: false, evidence: 'secondary', note: null,
    items: [{
      id: `${id}-a`, name: `事项${id}第${version}版`, supportType: 'award', category: 'technology', mode: null, audience: null,
      benefit: '奖励', amount: '5万元', maxAmountYuan: 50_000, applyFrom: null, applyUntil: null, conditions: [],
      conditionsComplete: true, otherRequirements: [], note: null,
    }],
    ...change,
  }
  return { policy, seq, titlePinyin: '', itemPinyin: [''] }
}

interface Kept { entry: CatalogueEntry | null; seq: number; version: number }

/** The server's side of the sync, as the contract tells it, over a list that a test changes. */
export class ModelServer {
  asked: { since: number; mark: string | null }[] = []
  #kept = new Map<string, Kept>()
  #seq = 0
  #mark = 'm1'
  readonly #pageSize: number

  constructor(pageSize = 3) { this.#pageSize = pageSize }

  publish(id: string, change: Partial<Policy> = {}): void {
    const version = (this.#kept.get(id)?.version ?? 0) + 1
    this.#seq += 1
    this.#kept.set(id, { entry: tinyEntry(id, version, this.#seq, change), seq: this.#seq, version })
  }

  withdraw(id: string): void {
    const kept = this.#kept.get(id)
    if (!kept?.entry) return
    this.#seq += 1
    this.#kept.set(id, { ...kept, entry: null, seq: this.#seq })
  }

  /** Another database: other history, other numbers. */
  replaceDatabase(ids: readonly string[]): void {
    this.#kept.clear()
    this.#seq = 0
    this.#mark = `${this.#mark}+`
    for (const id of ids) this.publish(id)
  }

  /** What a reader of the whole catalogue would see. */
  published(): Record<string, Policy> {
    return Object.fromEntries([...this.#kept].flatMap(([id, { entry }]) => (entry ? [[id, entry.policy] as const] : [])).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  fetchPage = async ({ since, mark }: { since: number; mark: string | null }): Promise<OutputOf<typeof syncCatalogue>> => {
    this.asked.push({ since, mark })
    const reset = mark !== null && mark !== this.#mark
    const from = reset || mark === null ? 0 : since
    const news = [...this.#kept].filter(([, { seq }]) => seq > from).sort(([, a], [, b]) => a.seq - b.seq).slice(0, this.#pageSize)
    return {
      reset, mark: this.#mark,
      // As it travels: no object is shared between phone and server.
      entries: JSON.parse(JSON.stringify(news.flatMap(([, { entry }]) => (entry ? [entry] : [])))) as CatalogueEntry[],
      removed: news.flatMap(([id, { entry }]) => (entry ? [] : [id])),
      next: news.length < this.#pageSize ? this.#seq : news[news.length - 1]![1].seq,
      head: this.#seq,
      total: [...this.#kept.values()].filter(({ entry }) => entry).length,
    }
  }
}

import type { CatalogueEntry, Policy } from '@contract/policies/schemas'
import { readFull, readSlim, slimOf, writeChunk } from './chunks'
import { removeOrphans, removeUnused } from './cleaning'
import { planCompaction, repack } from './compaction'
import { DamagedError, type FileBox } from './file-box'
import { applyChunks } from './held'
import { isNothingNew, merged, NO_MANIFEST, readManifest, writeManifest } from './manifest'
import type { ChunkRef, Held, Incoming, Loaded, Manifest, Page, Position } from './shapes'

const START: Position = { since: 0, mark: null }

/**
 * The catalogue's files on the phone. Pages are staged beside the edition in force and put in force together:
 * new files first, the manifest last. A crash at any write leaves the old edition or the new one, and keeps the staged pages.
 */
export class CatalogueFiles {
  readonly #box: FileBox
  #manifest: Manifest = NO_MANIFEST
  #held = new Map<string, Held>()
  #staged: Loaded[] = []
  #startOver = false
  #serial = 0
  #edition = 0

  constructor(box: FileBox) { this.#box = box }

  /** Whether there is an edition to read. */
  get hasEdition(): boolean { return this.#manifest.current !== null }
  /** Policies staged so far by the sync under way. */
  get stagedCount(): number { return this.#staged.reduce((count, { entries }) => count + entries.length, 0) }
  /** The policies in force, slim, by id. */
  get held(): ReadonlyMap<string, Held> { return this.#held }
  /** Rises whenever the policies in force change. */
  get edition(): number { return this.#edition }
  /** Whether everything is to be fetched anew, by `startOver`. */
  get mustStartOver(): boolean { return this.#startOver }

  /** Reads what is stored and clears away what a crash left. @returns whether something was found damaged and dropped */
  async open(): Promise<{ damaged: boolean }> {
    const found = await readManifest(this.#box)
    this.#manifest = found ?? NO_MANIFEST
    let damaged = found === null
    try {
      this.#held = applyChunks(new Map(), await this.#load(this.#manifest.current?.chunks))
    } catch (problem) {
      if (!(problem instanceof DamagedError)) throw problem
      damaged = true
      // Its number stays: what is written next must outrank it.
      this.#manifest = { ...NO_MANIFEST, generation: this.#manifest.generation }
    }
    try {
      this.#staged = await this.#load(this.#manifest.incoming?.chunks)
    } catch {
      // Half a sync is no loss: the next one starts from the edition in force.
      this.#manifest = { ...this.#manifest, incoming: null }
    }
    await removeOrphans(this.#box, this.#manifest)
    return { damaged }
  }

  /** Where to ask on from. */
  position(): Position {
    if (this.#startOver) return START
    const { since, mark } = this.#manifest.incoming ?? this.#manifest.current ?? START
    return { since, mark }
  }

  /** Lets the next page be asked for from the beginning; the present edition stays readable until that sync is done. */
  startOver(): void { this.#startOver = true }

  /** Keeps a page beside the edition in force; with `last`, puts all staged pages in force. @param from what was asked for */
  async stage(page: Page, from: Position, last: boolean): Promise<void> {
    const before = this.#manifest
    const anew = page.reset || from.since === 0
    if (last && !anew && isNothingNew(page, before)) return
    const scratch = anew || (before.incoming?.scratch ?? false)
    const entries = page.entries.map(slimOf)
    const chunk = await this.#writePage(page, entries)
    const chunks = [...(anew ? [] : before.incoming?.chunks ?? []), ...(chunk ? [chunk] : [])]
    const incoming: Incoming = { since: page.next, mark: page.mark, chunks, scratch }
    await this.#save(last ? { current: merged(before, incoming), incoming: null } : { current: before.current, incoming })
    // It is on the phone: only now memory follows.
    if (anew) { this.#staged = []; this.#startOver = false }
    this.#staged.push({ chunk, entries, removed: page.removed })
    if (last) {
      if (scratch || this.#staged.some((page) => page.chunk)) this.#edition += 1
      this.#held = applyChunks(scratch ? new Map() : this.#held, this.#staged)
      this.#staged = []
    }
    await removeUnused(this.#box, before, this.#manifest)
  }

  /** Forgets the sync under way to give its room back. The next one starts from the edition in force. */
  async dropStaged(): Promise<void> {
    this.#staged = []
    // Not written down, as there may be no room: a manifest whose staged files are gone counts as one without.
    this.#manifest = { ...this.#manifest, incoming: null }
    await removeOrphans(this.#box, this.#manifest)
  }

  /** A policy in full; null when the edition has none of this id. @throws DamagedError */
  async fullPolicy(id: string): Promise<Policy | null> {
    for (;;) {
      const held = this.#held.get(id)
      if (!held) return null
      try {
        const policy = (await readFull(this.#box, held.chunk)).find((candidate) => candidate.id === id)
        if (policy) return policy
        throw new DamagedError(`${id} is not in ${held.chunk.name}`)
      } catch (problem) {
        // Its chunk may have been swapped while it was being read: then there is a newer place to look at.
        if (this.#held.get(id)?.chunk === held.chunk) throw problem
      }
    }
  }

  /** All policies of the edition in full, each chunk read once. @throws DamagedError */
  async fullPolicies(): Promise<Policy[]> {
    const edition = this.#edition
    const chunks = new Set([...this.#held.values()].map(({ chunk }) => chunk))
    const policies: Policy[] = []
    for (const chunk of chunks) {
      const read = await readFull(this.#box, chunk).catch((problem: unknown) => {
        if (this.#edition === edition && [...this.#held.values()].some((held) => held.chunk === chunk)) throw problem
      })
      // Swapped while being read: there is a newer edition to read from the start.
      if (!read) return this.fullPolicies()
      policies.push(...read.filter(({ id }) => this.#held.get(id)?.chunk === chunk))
    }
    return policies
  }

  /** Rewrites chunks that are mostly outdated or tiny, once there are enough of them. The content stays the same. */
  async compact(): Promise<void> {
    const before = this.#manifest
    const plan = before.current && planCompaction(before.current.chunks, this.#held)
    if (!plan) return
    const moved = await repack(this.#box, plan.rewrite, this.#held, () => this.#newName())
    await this.#save({ ...before, current: { ...before.current!, chunks: [...plan.keep, ...moved.map(({ chunk }) => chunk)] } })
    for (const { chunk, ids } of moved) for (const id of ids) this.#held.set(id, { entry: this.#held.get(id)!.entry, chunk })
    await removeUnused(this.#box, before, this.#manifest)
  }

  async #writePage({ entries: full, removed }: Page, entries: CatalogueEntry[]): Promise<ChunkRef | null> {
    if (full.length === 0 && removed.length === 0) return null
    return writeChunk(this.#box, this.#newName(), full.map(({ policy }) => policy), { entries, removed })
  }

  async #save(next: Omit<Manifest, 'generation'>): Promise<void> {
    const manifest = { ...next, generation: this.#manifest.generation + 1 }
    await writeManifest(this.#box, manifest)
    this.#manifest = manifest
  }

  /** Two browser tabs may write at once: a random part keeps their files apart, so an edition is never mixed. */
  #newName(): string {
    this.#serial += 1
    return `${this.#manifest.generation + 1}-${this.#serial}-${Math.random().toString(36).slice(2, 8)}`
  }

  #load(chunks: readonly ChunkRef[] = []): Promise<Loaded[]> {
    return Promise.all(chunks.map(async (chunk) => ({ chunk, ...(await readSlim(this.#box, chunk)) })))
  }
}

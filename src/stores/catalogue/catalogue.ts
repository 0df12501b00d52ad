import { AppError } from '@contract/errors'
import type { CatalogueEntry, Policy } from '@contract/policies/schemas'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isUnreachable } from '@/api/failure'
import { today } from '@/lib/dates'
import { CatalogueFiles } from './catalogue-files'
import type { CatalogueDeps } from './deps'
import { DamagedError } from './file-box'
import { RowBook } from './row-book'
import { initialState, PROBLEM_MESSAGES, type CatalogueState, type CatalogueStatus } from './state'
import { problemOf, runSync } from './sync'

/** The policy catalogue on the phone: its stored copy, kept up to date from the server. */
export class Catalogue {
  readonly store: StoreApi<CatalogueState>
  readonly #deps: CatalogueDeps
  readonly #files: CatalogueFiles
  readonly #book = new RowBook()
  #opening: Promise<void> | null = null
  #syncing: Promise<void> | null = null

  constructor(deps: CatalogueDeps) {
    this.#deps = deps
    this.#files = new CatalogueFiles(deps.box)
    this.store = createStore(() => initialState(today(deps.now()), deps.lastSynced.read()))
  }

  /** Reads the stored copy; once. Never rejects: without a readable copy there is none. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open())
  }

  /** Brings the copy up to date; joins a sync already under way. Never rejects: see `status.problem`. */
  sync(): Promise<void> {
    return (this.#syncing ??= this.#sync().finally(() => { this.#syncing = null }))
  }

  /** A policy in full, from the copy or else from the server. @throws a `Failure` */
  async getPolicy(policyId: string): Promise<{ policy: Policy; from: 'phone' | 'server' }> {
    await this.open()
    const stored = await this.#files.fullPolicy(policyId).catch((problem: unknown) => this.#noticeDamage(problem))
    if (stored) return { policy: stored, from: 'phone' }
    return { policy: (await this.#deps.fetchPolicy(policyId)).policy, from: 'server' }
  }

  /** All policies of the copy in full, for 政策体检; null without a copy that can be read. */
  async allPolicies(): Promise<Policy[] | null> {
    await this.open()
    if (!this.#files.hasEdition) return null
    return this.#files.fullPolicies().catch((problem: unknown) => this.#noticeDamage(problem))
  }

  /** The slim entry of a policy in the copy. */
  entryOf(policyId: string): CatalogueEntry | undefined { return this.#files.held.get(policyId)?.entry }

  /** All slim entries of the copy, for search. */
  entries(): CatalogueEntry[] { return [...this.#files.held.values()].map(({ entry }) => entry) }

  /** Judges the rows again when the day in the zone has changed. */
  checkDay(): void {
    const day = today(this.#deps.now())
    const { day: before, rows } = this.store.getState()
    if (day !== before) this.store.setState({ day, ...(rows && { rows: this.#book.rowsOn(day, this.#files.held) }) })
  }

  /** Says whether the network is there. */
  setOnline(online: boolean): void {
    // Without a network nothing is known of the server; with its return a sync finds out.
    if (this.store.getState().status.offline === online) this.#setStatus({ offline: !online, unreachable: false })
  }

  /** Some call was answered. */
  serverReached(): void {
    if (this.store.getState().status.unreachable) this.#setStatus({ unreachable: false })
  }

  async #open(): Promise<void> {
    try {
      const { damaged } = await this.#files.open()
      this.#publish({
        source: this.#files.hasEdition ? 'stored' : 'none',
        ...(damaged && { problem: { kind: 'damaged', message: PROBLEM_MESSAGES.damaged } }),
      })
    } catch (problem) {
      this.#deps.report(problem)
      this.#publish({ source: 'none', problem: problemOf(problem, false) })
    }
  }

  async #sync(): Promise<void> {
    await this.open()
    this.#setStatus({ syncing: true })
    try {
      await runSync(this.#files, this.#deps, (progress) => this.#setStatus({ progress }))
      // Damage noticed meanwhile: what was just put in force still has it.
      if (this.#files.mustStartOver) await runSync(this.#files, this.#deps, (progress) => this.#setStatus({ progress }))
      const lastSyncedAt = this.#deps.now()
      this.#deps.lastSynced.write(lastSyncedAt)
      this.#publish({ source: 'fresh', syncing: false, progress: null, lastSyncedAt, unreachable: false, problem: null })
      await this.#files.compact()
    } catch (thrown) {
      if (thrown instanceof DamagedError) this.#files.startOver()
      await this.#giveUp(thrown)
    }
  }

  async #giveUp(thrown: unknown): Promise<void> {
    const problem = problemOf(thrown, this.#files.hasEdition)
    if (problem?.kind === 'storageFull') await this.#files.dropStaged()
    const { status } = this.store.getState()
    this.#setStatus({
      syncing: false, progress: null, unreachable: isUnreachable(thrown) && !status.offline,
      // A damaged copy stays the thing to say until a sync has mended it.
      problem: problem ?? (status.problem?.kind === 'damaged' ? status.problem : null),
    })
    // What the server answered it knows itself.
    if (problem?.kind === 'failed' && !(thrown instanceof AppError)) this.#deps.report(thrown)
  }

  /** A broken file is mended by fetching everything anew, in the background. */
  #noticeDamage(problem: unknown): null {
    if (!(problem instanceof DamagedError)) { this.#deps.report(problem); return null }
    this.#files.startOver()
    this.#setStatus({ problem: { kind: 'damaged', message: PROBLEM_MESSAGES.damaged } })
    void this.sync()
    return null
  }

  /** One update for rows and status together: a page renders once. */
  #publish(change: Partial<CatalogueStatus>): void {
    const { status, ...before } = this.store.getState()
    const { edition, held, hasEdition } = this.#files
    const day = today(this.#deps.now())
    const isSame = before.rows !== null && before.day === day && before.edition === edition
    const rows = isSame ? before.rows : hasEdition ? this.#book.rowsOn(day, held) : null
    this.store.setState({ status: { ...status, ...change }, rows, day, edition })
  }

  #setStatus(change: Partial<CatalogueStatus>): void {
    this.store.setState(({ status }) => ({ status: { ...status, ...change } }))
  }
}

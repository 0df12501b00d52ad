import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { AppError, type WireAnswer } from '../../../cloudfunctions/contract/errors'
import { CONTRACT_VERSION } from '../../../cloudfunctions/contract/operation'
import { GUEST } from '../../../cloudfunctions/contract/roles'
import { handleCall } from '../../../cloudfunctions/kernel/pipeline'
import { collections, handlers } from '../../../cloudfunctions/local/domains'
import { readCatalogue, readEnterprises } from '../../../cloudfunctions/local/seed/read-seed'
import { seedPeople } from '../../../cloudfunctions/local/seed/seed-people'
import { identities, persons } from '../../../cloudfunctions/people/collections'
import { findCaller } from '../../../cloudfunctions/people/find-caller'
import { createLocalPlatform } from '../../../cloudfunctions/platform/local'
import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'

/** Everybody an operation is tried as: one person a role, nobody, somebody without a role, and a stranger to the first. */
export const ACTORS = {
  anonymous: null,
  withoutRole: 'test-without-role',
  otherEnterprise: 'demo-enterprise-p02',
  entrepreneur: 'demo-enterprise-p01',
  gridOfficer: 'demo-grid-1',
  handler: 'demo-handler-industry',
  dispatcher: 'demo-dispatcher',
  policyEditor: 'demo-editor',
  policyReviewer: 'demo-reviewer',
  supervisor: 'demo-supervisor',
  admin: 'demo-admin',
} as const satisfies Record<string, string | null>
export type ActorName = keyof typeof ACTORS
export const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[]

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
export type Answer = WireAnswer<any>

export interface World {
  /** Calls an operation by name, through the real pipeline, as one of the actors. */
  call(operation: string, input: unknown, as: ActorName): Promise<Answer>
  /** Sends a file's bytes where the ticket of `files.requestUpload` leads. */
  upload(url: string, bytes: Buffer): Promise<void>
  /** Failures that callers were told nothing of; empty unless something is wrong. */
  failures: unknown[]
  close(): Promise<void>
}

/** The real domains on a fresh SQLite store, with the sample people and the catalogue. Calls are not rate-limited. */
export async function openWorld(): Promise<World> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'operations-'))
  const clock = { now: () => Date.parse('2026-11-24T02:00:00Z') }
  const store = await openSqliteStore({ path: path.join(dataDir, 'test.sqlite'), clock, collections })
  const platform = createLocalPlatform({ dataDir, secret: 'a secret of the tests, long enough', clock })
  const seed = path.join(process.cwd(), 'cloudfunctions/local/seed')
  await seedPeople(store, readEnterprises(seed))
  await store.in(persons).insert({ _id: ACTORS.withoutRole, name: '示例无身份者', roles: [] })
  await store.in(identities).insert({ _id: `local:${ACTORS.withoutRole}`, provider: 'local', personId: ACTORS.withoutRole })
  const { problems } = await importCatalogue(store, clock, readCatalogue(seed))
  if (problems.length > 0) throw new Error(`catalogue: ${JSON.stringify(problems[0])}`)

  const failures: unknown[] = []
  const callerOf = async (as: ActorName) => {
    const subject = ACTORS[as]
    const actor = subject === null ? GUEST : await findCaller(store, { provider: 'local', subject })
    if (!actor) throw new AppError('SESSION_EXPIRED')
    return { actor, rateKey: as }
  }
  return {
    failures,
    async call(operation, input, as) {
      const text = await handleCall(handlers, { operation, input, contractVersion: CONTRACT_VERSION }, () => callerOf(as), {
        store, platform, clock, rateLimiter: { allow: () => true }, newTraceId: () => 'trace', onUnknownFailure: (failure) => failures.push(failure),
      })
      return JSON.parse(text) as Answer
    },
    async upload(url, bytes) {
      const { pathname, searchParams } = new URL(url, 'http://local')
      const fileId = decodeURIComponent(pathname.split('/').pop()!)
      await platform.localFiles.receive(fileId, platform.localFiles.checkUpload(fileId, searchParams.get('ticket')!), Readable.from([bytes]))
    },
    async close() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The smallest file that passes for a PNG. */
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])

/** What an upload of `PNG` is announced as. */
export const pngNamed = (fileId: string) => ({ fileId, purpose: 'photo', name: '照片.png', type: 'image/png', bytes: PNG.length })

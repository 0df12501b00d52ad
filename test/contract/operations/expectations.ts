import type { ErrorCode } from '../../../cloudfunctions/contract/errors'
import { ACTOR_NAMES, PNG, pngNamed, type ActorName, type World } from './world'

export type Outcome = 'ok' | ErrorCode

/** Who may do an operation, and an input that would do it. */
export interface Expectation {
  outcomes: Record<ActorName, Outcome>
  /** Prepares what the call is about and gives its input; made anew for each actor. */
  input: (world: World, actor: ActorName) => Promise<unknown> | unknown
}

/** Everyone has `usual`, but for the named exceptions. */
const outcomes = (usual: Outcome, exceptions: Partial<Record<ActorName, Outcome>> = {}): Record<ActorName, Outcome> =>
  Object.fromEntries(ACTOR_NAMES.map((name) => [name, exceptions[name] ?? usual])) as Record<ActorName, Outcome>

const EVERYONE = outcomes('ok')
const SIGNED_IN_WITH_A_ROLE = outcomes('ok', { anonymous: 'SIGN_IN_REQUIRED', withoutRole: 'FORBIDDEN' })

/** Each operation's expectation. An operation that is missing here fails the suite: decide who may, then add it. */
export const EXPECTATIONS: Record<string, Expectation> = {
  'policies.syncCatalogue': { outcomes: EVERYONE, input: () => ({ since: 0 }) },
  'policies.browse': { outcomes: EVERYONE, input: () => ({ filters: {}, sort: 'newest', limit: 20 }) },
  'policies.getHighlights': { outcomes: EVERYONE, input: () => ({}) },
  'policies.getPolicy': { outcomes: EVERYONE, input: async (world) => ({ policyId: await somePolicy(world) }) },
  'people.whoAmI': { outcomes: EVERYONE, input: () => ({}) },
  'files.requestUpload': { outcomes: SIGNED_IN_WITH_A_ROLE, input: (_world, actor) => pngNamed(`upload-by-${actor}`) },
  'files.getLink': {
    // A file of the entrepreneur's: to everybody else it is as if it did not exist.
    outcomes: outcomes('NOT_FOUND', { anonymous: 'SIGN_IN_REQUIRED', withoutRole: 'FORBIDDEN', entrepreneur: 'ok' }),
    input: async (world) => ({ fileId: await fileOfEntrepreneur(world) }),
  },
  'diagnostics.reportError': { outcomes: EVERYONE, input: () => ({ message: 'boom', page: 'tabs/home/index', build: '1' }) },
}

async function somePolicy(world: World): Promise<string> {
  const answer = await world.call('policies.browse', { filters: {}, sort: 'newest', limit: 1 }, 'anonymous')
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.rows[0].policyId
}

async function fileOfEntrepreneur(world: World): Promise<string> {
  const announced = pngNamed('photo-of-entrepreneur')
  const ticket = await world.call('files.requestUpload', announced, 'entrepreneur')
  if (!ticket.ok) throw new Error(ticket.error.code)
  await world.upload(ticket.data.url, PNG)
  return announced.fileId
}

import { ERROR_MESSAGES } from '@contract/errors'
import type { OutputOf } from '@contract/operation'
import { whoAmI } from '@contract/people'
import { ROLES, type Role } from '@contract/roles'
import { create } from 'zustand'
import { call } from '@/api/call'
import { demoPeople, demoSession, type DemoPerson } from '@/api/demo-session'
import { bindSession } from '@/api/session-port'
import { keep } from '@/lib/kept'
import { isRecord, readStored } from '@/lib/storage'

export type { DemoPerson } from '@/api/demo-session'

type Me = OutputOf<typeof whoAmI>

/** Kept across launches. `expiresAt` is milliseconds since the epoch. */
interface Kept extends Me { token: string | null; expiresAt: number | null; activeRole: Role }

export interface Session extends Me {
  token: string | null
  activeRole: Role
  /** Why one was signed out, until one signs in again. */
  notice: string | null
  kept: Kept
}

const SESSION_KEY = 'session'
const NOBODY: Kept = { token: null, expiresAt: null, person: null, roles: [], activeRole: 'guest' }

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isRole = (value: unknown): value is Role => (ROLES as unknown[]).includes(value)
const isPerson = (value: unknown): boolean => isRecord(value) && typeof value.personId === 'string' && typeof value.name === 'string'
const isHeld = (value: unknown): boolean => isRecord(value) && isRole(value.role) && isTextOrNull(value.reach)

const isKept = (value: unknown): value is Kept =>
  isRecord(value) && isTextOrNull(value.token) && (value.expiresAt === null || typeof value.expiresAt === 'number') &&
  (value.person === null || isPerson(value.person)) && Array.isArray(value.roles) && value.roles.every(isHeld) && isRole(value.activeRole)

const read = (): Kept => readStored(SESSION_KEY, isKept) ?? NOBODY

const shown = (kept: Kept): Omit<Session, 'notice'> => {
  const { token, person, roles, activeRole } = kept
  return { token, person, roles, activeRole, kept }
}

/** Who is signed in, and the role being acted in. */
export const useSession = create<Session>(() => ({ ...shown(read()), notice: null }))
// Who signs in or out in one browser tab does so in all of them.
const stored = keep<Kept>(SESSION_KEY, {
  read,
  get: () => useSession.getState().kept,
  show: (kept) => useSession.setState({ ...shown(kept), notice: null }),
})

function update(change: Partial<Kept>, notice: string | null = null): void {
  stored.put({ ...stored.latest(), ...change })
  if (notice !== null) useSession.setState({ notice })
}

bindSession({
  token: () => useSession.getState().token,
  // An answer to a call of an earlier session says nothing about this one.
  expired: (token) => { if (stored.latest().token === token) update(NOBODY, ERROR_MESSAGES.SESSION_EXPIRED) },
})

/** The demo identities of the one-machine way. @throws a `Failure` */
export const loadDemoPeople = (): Promise<DemoPerson[]> => demoPeople()

/** Signs in as a demo person, and learns its roles. @throws a `Failure`; one stays who one was then */
export async function signInDemo(personId: string): Promise<void> {
  const before = stored.latest()
  const { token, expiresAt } = await demoSession(personId)
  update({ ...NOBODY, token, expiresAt: Date.parse(expiresAt) })
  try {
    takeIn(await call(whoAmI, {}))
  } catch (failure) {
    update(before)
    throw failure
  }
}

export const signOut = (): void => update(NOBODY)

/** Acts in another of one's roles; one that is not held is ignored. */
export function switchRole(role: Role): void {
  if (useSession.getState().roles.some((held) => held.role === role)) update({ activeRole: role })
}

/** Asks the server again who one is: roles may have been given or taken. Quiet when it cannot be asked. */
export async function refreshSession(): Promise<void> {
  const { token, expiresAt } = stored.latest()
  // On our own servers nobody is known without a token; in WeChat's cloud WeChat says who it is.
  if (!__CLOUD_ENV__ && token === null) return
  if (token !== null && expiresAt !== null && expiresAt <= Date.now()) { update(NOBODY, ERROR_MESSAGES.SESSION_EXPIRED); return }
  try {
    const me = await call(whoAmI, {})
    if (stored.latest().token === token) takeIn(me)
  } catch {
    // Offline or busy: what was known stays.
  }
}

function takeIn({ person, roles }: Me): void {
  const kept = stored.latest()
  const { notice } = useSession.getState()
  const held = roles.some(({ role }) => role === kept.activeRole)
  const next = { person, roles, activeRole: held ? kept.activeRole : roles[0]?.role ?? 'guest' }
  if (JSON.stringify({ ...kept, ...next }) !== JSON.stringify(kept)) update(next, notice)
}

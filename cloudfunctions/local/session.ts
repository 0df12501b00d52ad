import { AppError } from '../contract/errors'
import { GUEST } from '../contract/roles'
import type { Clock } from '../kernel/clock'
import type { Caller } from '../kernel/pipeline'
import { findCaller } from '../people/find-caller'
import { createSeal } from '../platform/local/seal'
import type { Identity } from '../platform/port'
import type { Store } from '../store/port'

const SESSION_MS = 12 * 3_600_000

/** Sessions of the local server: signed, expiring tokens that name an identity and nothing else. */
export interface Sessions {
  begin(identity: Identity): { token: string; expiresAt: string }
  /**
   * Who calls, from the Authorization header. Without one it is a guest; a token that is lapsed, forged or of
   * somebody no longer known is an error, never silently a guest.
   */
  callerOf(authorization: string | undefined, ip: string): Promise<Caller>
}

/** @param demo whether sample persons may sign in; when not, their old tokens end too */
export function createSessions({ store, secret, clock, demo }: { store: Store; secret: string; clock: Clock; demo: boolean }): Sessions {
  const seal = createSeal<Identity>('session', secret, SESSION_MS, clock)
  return {
    begin: ({ provider, subject }) => seal.seal({ provider, subject }),
    async callerOf(authorization, ip) {
      if (authorization === undefined || authorization === '') return { actor: GUEST, rateKey: `ip:${ip}` }
      const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
      const identity = token === undefined ? null : seal.open(token)
      if (!identity || (identity.provider === 'local' && !demo)) throw new AppError('SESSION_EXPIRED')
      const actor = await findCaller(store, identity)
      if (!actor) throw new AppError('SESSION_EXPIRED')
      return { actor, rateKey: `person:${actor.personId}` }
    },
  }
}

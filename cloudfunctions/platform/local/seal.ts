import { hkdfSync } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import type { Clock } from '../../kernel/clock'

/** Makes and reads signed, expiring tokens for one use. A token for one use opens nothing else. */
export interface Seal<Claims extends object> {
  /** @returns the token, and when it lapses as an ISO instant */
  seal(claims: Claims): { token: string; expiresAt: string }
  /** The claims; null when the token is forged, lapsed or made for another use. */
  open(token: string): Claims | null
}

/** @param use names what the tokens are for; each use has a key of its own, derived from the secret */
export function createSeal<Claims extends object>(use: string, secret: string, ttlMs: number, clock: Clock): Seal<Claims> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const sign = createSigner({ key, algorithm: 'HS256', noTimestamp: true })
  // Expiry is checked below by the injected clock, so that tests can let time pass.
  const verify = createVerifier({ key, algorithms: ['HS256'], ignoreExpiration: true })
  return {
    seal(claims) {
      const exp = Math.floor((clock.now() + ttlMs) / 1000)
      return { token: sign({ ...claims, exp }), expiresAt: new Date(exp * 1000).toISOString() }
    },
    open(token) {
      try {
        const claims = verify(token) as Claims & { exp?: number }
        return typeof claims.exp === 'number' && claims.exp * 1000 > clock.now() ? claims : null
      } catch {
        return null
      }
    },
  }
}

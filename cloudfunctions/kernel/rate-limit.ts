/** Counts calls by key in one-minute windows. One process's view: a guard against loops and scripts, not a quota. */
export interface RateLimiter {
  /** @param at milliseconds since the epoch @returns whether one more call may run now; counts it when it may */
  allow(key: string, perMinute: number, at: number): boolean
}

/** @param mostKeys keys remembered at once; past that the window starts anew, so memory stays bounded */
export function createRateLimiter(mostKeys = 50_000): RateLimiter {
  let window = 0
  let counts = new Map<string, number>()
  return {
    allow(key, perMinute, at) {
      const minute = Math.floor(at / 60_000)
      if (minute !== window || counts.size > mostKeys) {
        window = minute
        counts = new Map()
      }
      const count = (counts.get(key) ?? 0) + 1
      if (count > perMinute) return false
      counts.set(key, count)
      return true
    },
  }
}

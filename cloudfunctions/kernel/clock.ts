import { zoneDay } from '../contract/zone-time'

/** The only source of time. Tests fix it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** Today in the zone, `YYYY-MM-DD`. */
export const today = (clock: Clock): string => zoneDay(clock.now())

/** An instant as the store and the log keep it. */
export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString()

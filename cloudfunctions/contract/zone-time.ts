// The zone keeps Beijing time, UTC+8 without daylight saving: plain arithmetic is exact.
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day in the zone at an instant. @param instant milliseconds since the epoch @returns `YYYY-MM-DD` */
export const zoneDay = (instant: number): string => new Date(instant + OFFSET_MS).toISOString().slice(0, 10)

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** True for a day, or its month, that is in the calendar: there is no 2026-02-30. */
export function isRealDay(dayOrMonth: string): boolean {
  const instant = Date.parse(firstDayOf(dayOrMonth))
  // Engines differ on 30 February: some refuse it, some roll it over into March.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(dayOrMonth)
}

/** The day before a `YYYY-MM-DD`. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)

/** First day of a `YYYY-MM-DD` or `YYYY-MM`. */
export const firstDayOf = (dayOrMonth: string): string => (dayOrMonth.length === 7 ? `${dayOrMonth}-01` : dayOrMonth)

/** Last day of a `YYYY-MM-DD` or `YYYY-MM`: something valid until 2025-12 is valid through the 31st. */
export function lastDayOf(dayOrMonth: string): string {
  if (dayOrMonth.length !== 7) return dayOrMonth
  const [year, month] = dayOrMonth.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

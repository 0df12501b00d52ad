import { daysBetween, zoneDay } from '@contract/zone-time'

// dayjs would add 7 KB for what ten lines do: the zone has one offset and no daylight saving.

/** The day in the zone now, `YYYY-MM-DD`. Pages use `useToday()`, which also notices midnight. */
export const today = (now: number = Date.now()): string => zoneDay(now)

const DAY_MS = 86_400_000

/** Milliseconds until the zone's next midnight. */
export const untilMidnight = (now: number = Date.now()): number =>
  Date.parse(zoneDay(now)) + DAY_MS - 8 * 3_600_000 - now

/** `2026-12-31` → 2026年12月31日; `2026-04` → 2026年4月. */
export function showDay(dayOrMonth: string): string {
  const [year, month, day] = dayOrMonth.split('-').map(Number)
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`
}

/** `2026-12-31` → 12月31日, with the year in front when it is another one than today's. */
export function showShortDay(dayOrMonth: string, today?: string): string {
  const full = showDay(dayOrMonth)
  const sameYear = today === undefined || dayOrMonth.slice(0, 4) === today.slice(0, 4)
  return sameYear ? full.slice(full.indexOf('年') + 1) : full
}

/** How long a day is still ahead: 还有37天, 今天截止, 已截止. Both days `YYYY-MM-DD`. */
export function daysLeft(day: string, today: string): string {
  const days = daysBetween(today, day)
  return days > 0 ? `还有${days}天` : days === 0 ? '今天截止' : '已截止'
}

/** An instant as people say it: 刚刚, 5分钟前, 今天 09:30, 昨天 09:30, 11月20日 09:30. */
export function showInstant(instant: number, now: number = Date.now()): string {
  const minutes = Math.floor((now - instant) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes}分钟前`
  const day = zoneDay(instant)
  const clock = new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16)
  const ago = daysBetween(day, zoneDay(now))
  return `${ago === 0 ? '今天' : ago === 1 ? '昨天' : showShortDay(day, zoneDay(now))} ${clock}`
}

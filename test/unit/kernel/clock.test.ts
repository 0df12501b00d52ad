import { isoNow, today } from '../../../cloudfunctions/kernel/clock'

describe('the clock', () => {
  it('tells the zone’s day, eight hours ahead of UTC', () => {
    expect(today({ now: () => Date.parse('2026-11-24T15:59:59Z') })).toBe('2026-11-24')
    expect(today({ now: () => Date.parse('2026-11-24T16:00:00Z') })).toBe('2026-11-25')
  })

  it('keeps instants in UTC', () => {
    expect(isoNow({ now: () => 0 })).toBe('1970-01-01T00:00:00.000Z')
  })
})

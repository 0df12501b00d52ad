import { createRateLimiter } from '../../../cloudfunctions/kernel/rate-limit'

const minute = 60_000

describe('the rate limiter', () => {
  it('lets as many calls through as a minute allows, and no more', () => {
    const limiter = createRateLimiter()
    const answers = Array.from({ length: 5 }, (_, index) => limiter.allow('a', 3, index))
    expect(answers).toEqual([true, true, true, false, false])
  })

  it('counts each key by itself', () => {
    const limiter = createRateLimiter()
    expect(limiter.allow('a', 1, 0)).toBe(true)
    expect(limiter.allow('a', 1, 0)).toBe(false)
    expect(limiter.allow('b', 1, 0)).toBe(true)
  })

  it('starts anew with each minute', () => {
    const limiter = createRateLimiter()
    expect(limiter.allow('a', 1, minute - 1)).toBe(true)
    expect(limiter.allow('a', 1, minute - 1)).toBe(false)
    expect(limiter.allow('a', 1, minute)).toBe(true)
  })

  it('does not punish refused calls: the next minute is free whatever was tried', () => {
    const limiter = createRateLimiter()
    for (let i = 0; i < 1000; i += 1) limiter.allow('a', 1, 0)
    expect(limiter.allow('a', 1, minute)).toBe(true)
  })

  it('forgets rather than grows when too many keys come', () => {
    const limiter = createRateLimiter(10)
    expect(limiter.allow('a', 1, 0)).toBe(true)
    for (let i = 0; i < 20; i += 1) limiter.allow(`key ${i}`, 1, 0)
    expect(limiter.allow('a', 1, 0)).toBe(true)
  })
})

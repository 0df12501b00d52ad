/** Random whole numbers below `below` from a seed (mulberry32), so that a failure can be repeated. */
export type Random = (below: number) => number

function randomFrom(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Runs a test with random numbers; its failure names the seed. `SEED=<number>` repeats one. */
export async function withSeed(test: (random: Random) => Promise<void>): Promise<void> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  try {
    await test(randomFrom(seed))
  } catch (error) {
    // Jest prints the cause below it.
    throw Object.assign(new Error(`failed with SEED=${seed}`), { cause: error })
  }
}

/** The seed of the property tests, shown in their names; `SEED=…` repeats a run. */
export const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

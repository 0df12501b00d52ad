/** One measured figure beside its budget; `npm run bench` prints them and writes them to `dist/bench.json`. */
export interface BenchRow {
  name: string
  value: number
  unit: string
  /** Empty for a figure that is only reported. */
  budget: { max?: number; min?: number }
  ok: boolean
}

/** A row from a measured value; `ok` follows from the budget. */
export const row = (name: string, value: number, unit: string, budget: BenchRow['budget'] = {}): BenchRow =>
  ({ name, value, unit, budget, ok: value <= (budget.max ?? Infinity) && value >= (budget.min ?? -Infinity) })

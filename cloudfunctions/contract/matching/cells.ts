import type { Fact } from '../policies/enums'
import { FACTS } from '../policies/facts'
import { boundsOf, columnOf, HOLDS, samplesOf, stretchOf, type FactTable } from './fact-table'
import type { Clause } from './clause'

type Value = number | string | readonly string[]

/**
 * The values of one fact that clauses tell apart, each a cell with one bit an enterprise. The first cell says that the
 * fact is known. `stride` is the words of a cell, `word` and `bit` the enterprise's place.
 */
export interface FactCells {
  readonly fact: Fact
  readonly count: number
  mark(value: Value, cells: Int32Array, stride: number, word: number, bit: number): void
  /** From cells to clauses: who satisfies each, and who does not. */
  decide(cells: Int32Array, holds: Int32Array, fails: Int32Array, stride: number, words: number): void
}

/** How a clause follows from cells: from any of them, from all, or from none. */
interface Rule { readonly cells: readonly number[]; readonly how: 'any' | 'all' | 'none' }

/** @param clauses those of the table's fact @param first number of the first cell to be used */
export function cellsOf(table: FactTable, clauses: readonly Clause[], first: number): FactCells {
  const { kind } = FACTS[table.fact]
  return kind === 'tags' ? byTags(table, clauses, first) : byValue(table, clauses, first, kind === 'number')
}

/** A choice or a number has one value, so one cell: the option itself, or the stretch between bounds. */
function byValue(table: FactTable, clauses: readonly Clause[], first: number, isNumber: boolean): FactCells {
  const bounds = isNumber ? boundsOf(clauses) : []
  const kind = FACTS[table.fact]
  const values: readonly Value[] = isNumber ? samplesOf(bounds) : kind.kind === 'choice' ? kind.options : []
  const columns = values.map((value) => columnOf(clauses, value))
  const cellOf = new Map(values.map((value, n) => [value, first + 1 + n]))
  const rules = clauses.map((_, place): Rule => ({
    how: 'any', cells: columns.flatMap((column, n) => (column[place] === HOLDS ? [first + 1 + n] : [])),
  }))
  return {
    fact: table.fact,
    count: 1 + values.length,
    mark(value, cells, stride, word, bit) {
      cells[first * stride + word]! |= bit
      const cell = isNumber ? first + 1 + stretchOf(value as number, bounds) : cellOf.get(value)
      if (cell !== undefined) cells[cell * stride + word]! |= bit
    },
    decide: decideBy(rules, table.first, first),
  }
}

/** A list leaves a bit in the cell of each of its tags that some clause names. */
function byTags(table: FactTable, clauses: readonly Clause[], first: number): FactCells {
  const cellOf = new Map<string, number>()
  const cellFor = (tag: string): number => {
    const cell = cellOf.get(tag) ?? first + 1 + cellOf.size
    cellOf.set(tag, cell)
    return cell
  }
  const rules = clauses.map(({ op, value }): Rule => ({
    cells: (value as readonly string[]).map(cellFor), how: op === 'hasAll' ? 'all' : op === 'notIn' ? 'none' : 'any',
  }))
  return {
    fact: table.fact,
    count: 1 + cellOf.size,
    mark(value, cells, stride, word, bit) {
      cells[first * stride + word]! |= bit
      const own = value as readonly string[]
      for (let n = 0; n < own.length; n++) {
        const cell = cellOf.get(own[n]!)
        if (cell !== undefined) cells[cell * stride + word]! |= bit
      }
    },
    decide: decideBy(rules, table.first, first),
  }
}

const decideBy = (rules: readonly Rule[], clause: number, known: number): FactCells['decide'] => (cells, holds, fails, stride, words) => {
  rules.forEach(({ cells: used, how }, place) => {
    for (let word = 0; word < words; word++) {
      const isKnown = cells[known * stride + word]!
      let met = how === 'all' ? isKnown : 0
      for (let n = 0; n < used.length; n++) {
        const bits = cells[used[n]! * stride + word]!
        met = how === 'all' ? met & bits : met | bits
      }
      if (how === 'none') met = ~met
      holds[(clause + place) * stride + word] = met & isKnown
      fails[(clause + place) * stride + word] = ~met & isKnown
    }
  })
}

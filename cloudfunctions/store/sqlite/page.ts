import { AppError } from '../../contract/errors'
import type { Range, Scalar } from '../port'
import type { Connection, Row, Value } from './connection'
import { decodeCursor, encodeCursor } from './cursor'
import { decode, DOC_COLUMNS, type Doc } from './documents'
import type { Table, TableIndex } from './schema'

export interface AnyPageRequest { equals?: Record<string, unknown>; range?: Range; order?: 'asc' | 'desc'; cursor?: string; limit: number }
/** Text for WHERE and the values of its question marks. */
interface Condition { sql: string; values: Value[] }
type Operator = '=' | '<' | '<=' | '>' | '>='

const OPERATORS: Record<keyof Range, Operator> = { gt: '>', gte: '>=', lt: '<', lte: '<=' }
const WITH_NULL: Record<Operator, (expression: string) => string> = {
  // Null is the lowest of all as a bound, and a bound with a value leaves documents with null out.
  '=': expression => `${expression} IS NULL`, '<=': expression => `${expression} IS NULL`,
  '>': expression => `${expression} IS NOT NULL`, '>=': () => '1', '<': () => '0',
}
const condition = (expression: string, operator: Operator, value: Value): Condition =>
  value === null ? { sql: WITH_NULL[operator](expression), values: [] } : { sql: `${expression} ${operator} ?`, values: [value] }

/** A scalar as json_extract would give it. SQLite reads one decimal fraction in thousands a last bit off JavaScript. */
function held(connection: Connection, value: unknown): Value {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`not a value to look for: ${String(value)}`)
  return Number.isSafeInteger(value) ? value : connection.sql("SELECT json_extract(?, '$')").get([JSON.stringify(value)])![0]!
}

function indexOf(table: Table, name: string): TableIndex {
  const index = table.indexes.get(name)
  if (!index) throw new Error(`no index ${name} on ${table.collection}`)
  return index
}

/** The values that `equals` gives to the first fields of the index. Undefined is refused: it would widen the list unseen. */
function fixedValues(connection: Connection, { label, fields }: TableIndex, equals: Record<string, unknown> = {}): Value[] {
  const given = Object.keys(equals).length
  const prefix = fields.slice(0, given)
  if (prefix.length < given || !prefix.every(field => equals[field] !== undefined)) {
    throw new Error(`equals must give values to the first fields of ${label} (${fields.join(', ')}), got ${Object.keys(equals).join(', ')}`)
  }
  return prefix.map(field => held(connection, equals[field]))
}

function bounds(connection: Connection, { label, expressions }: TableIndex, free: number, range: Range = {}): Condition[] {
  const given = (Object.entries(range) as [keyof Range, Scalar | undefined][]).filter(([, value]) => value !== undefined)
  const expression = expressions[free]
  if (expression === undefined && given.length > 0) throw new Error(`equals leaves ${label} no field for a range`)
  return given.map(([bound, value]) => condition(expression!, OPERATORS[bound], held(connection, value)))
}

/** A piece of the index that one query reads in order. `columns` are those in which its documents differ. */
interface Stretch { conditions: Condition[]; columns: string[] }

/**
 * What comes after `last`, as stretches in reading order, each reached by one seek: (a,b) > (1,2) is "a=1 and b>2",
 * then "a>1". One OR over both would read the index from its start, and an ORDER BY that repeats a fixed
 * expression makes SQLite sort the whole stretch.
 */
function stretchesAfter(columns: string[], last: Value[], order: 'asc' | 'desc'): Stretch[] {
  const stretches: Stretch[] = []
  for (let i = columns.length - 1; i >= 0; i--) {
    const same = columns.slice(0, i).map((column, j) => condition(column, '=', last[j]!))
    const [column, value] = [columns[i]!, last[i]!]
    const add = (operator: Operator, bound: Value, differing: number): void =>
      void stretches.push({ conditions: [...same, condition(column, operator, bound)], columns: columns.slice(differing) })
    if (order === 'asc') add('>', value, i)
    else if (value !== null) {
      add('<', value, i)
      if (column !== '_id') add('=', null, i + 1)
    }
  }
  return stretches
}

/** The FROM and WHERE of a query. INDEXED BY makes a missing index an error instead of a slow list. */
function source(table: Table, index: TableIndex, conditions: Condition[]): string {
  const by = index.sqlName === null ? '' : ` INDEXED BY "${index.sqlName}"`
  const where = conditions.length > 0 ? ` WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : ''
  return `FROM ${table.name}${by}${where}`
}

/**
 * One page of an index, see `PageRequest`.
 * @throws AppError BAD_INPUT on a broken cursor or a limit that is not 1 to 1000; Error on a request the index cannot serve
 */
export function readPage(connection: Connection, table: Table, indexName: string, request: AnyPageRequest): { docs: Doc[]; cursor?: string } {
  const { order = 'asc', limit, cursor } = request
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new AppError('BAD_INPUT', { fields: [{ path: 'limit', message: '每页条数应为 1 到 1000' }] })
  }
  const index = indexOf(table, indexName)
  const fixed = fixedValues(connection, index, request.equals)
  const columns = [...index.expressions, '_id']
  const free = columns.slice(fixed.length)
  const always = [
    ...fixed.map((value, i) => condition(columns[i]!, '=', value)),
    ...bounds(connection, index, fixed.length, request.range),
  ]
  const mark = `${index.label}.${order}`
  const stretches = cursor === undefined ? [{ conditions: [], columns: free }]
    : stretchesAfter(free, decodeCursor(cursor, mark, fixed, columns.length).slice(fixed.length), order)

  const select = `SELECT ${[DOC_COLUMNS, ...index.expressions].join(', ')}`
  const rows: Row[] = []
  for (const stretch of stretches) {
    if (rows.length > limit) break
    const conditions = [...always, ...stretch.conditions]
    const orderBy = stretch.columns.map(column => `${column} ${order}`).join(', ')
    const statement = connection.sql(`${select} ${source(table, index, conditions)} ORDER BY ${orderBy} LIMIT ?`)
    // One more than asked for tells whether another page follows.
    rows.push(...statement.all([...conditions.flatMap(({ values }) => values), limit + 1 - rows.length]))
  }
  const docs = rows.slice(0, limit).map(decode)
  const last = rows[limit - 1]
  if (rows.length <= limit || !last) return { docs }
  return { docs, cursor: encodeCursor(mark, [...last.slice(5), last[0]!]) }
}

/** How many documents have these values in the first fields of the index. @throws Error as `readPage` does */
export function countDocs(connection: Connection, table: Table, indexName: string, equals?: Record<string, unknown>): number {
  const index = indexOf(table, indexName)
  const conditions = fixedValues(connection, index, equals).map((value, i) => condition(index.expressions[i]!, '=', value))
  const row = connection.sql(`SELECT count(*) ${source(table, index, conditions)}`).get(conditions.flatMap(({ values }) => values))
  return row![0] as number
}

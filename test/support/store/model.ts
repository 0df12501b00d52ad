import type { Range, Scalar, Stored } from '../../../cloudfunctions/store/port'
import { samples, type Sample, type SampleIndex } from './fixtures'

type NewSample = Sample & { _id: string }
type Doc = Stored<Sample>
/** Where a page of the model ended: index values, then `_id`. */
export type Position = Scalar[]
export interface ModelRequest { equals: Record<string, Scalar>; range: Range; order: 'asc' | 'desc'; limit: number }

const KIND = ['object', 'boolean', 'number', 'string']
/** The order of the port: null, false, true; numbers as numbers; text by code point, as UTF-8 bytes sort. */
function compare(a: Scalar, b: Scalar): number {
  if (typeof a !== typeof b) return KIND.indexOf(typeof a) - KIND.indexOf(typeof b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string))
  return Number(a) - Number(b)
}
const comparePositions = (a: Position, b: Position): number => a.map((value, i) => compare(value, b[i]!)).find(sign => sign !== 0) ?? 0

/** The store as simply as it can be said: a map, sorted and filtered anew for each question. */
export class Model {
  private docs = new Map<string, Doc>()

  get = (id: string): Doc | null => this.docs.get(id) ?? null

  insert(doc: NewSample, at: string): 'inserted' | 'exists' {
    if (this.docs.has(doc._id)) return 'exists'
    this.docs.set(doc._id, { ...asJson(doc), version: 1, createdAt: at, updatedAt: at })
    return 'inserted'
  }

  replace(doc: NewSample, expectedVersion: number, at: string): 'replaced' | 'conflict' {
    const old = this.docs.get(doc._id)
    if (old?.version !== expectedVersion) return 'conflict'
    this.docs.set(doc._id, { ...asJson(doc), version: expectedVersion + 1, createdAt: old.createdAt, updatedAt: at })
    return 'replaced'
  }

  page(index: SampleIndex, { equals, range, order, limit }: ModelRequest, after?: Position): { docs: Doc[]; end?: Position } {
    const fields: readonly string[] = samples.indexes[index]
    const bounded = fields[Object.keys(equals).length]
    const direction = order === 'asc' ? 1 : -1
    const position = (doc: Doc): Position => [...fields.map(field => valueOf(doc, field)), doc._id]
    const rest = [...this.docs.values()]
      .filter(doc => Object.entries(equals).every(([field, value]) => valueOf(doc, field) === value))
      .filter(doc => bounded === undefined || within(valueOf(doc, bounded), range))
      .filter(doc => after === undefined || comparePositions(position(doc), after) * direction > 0)
      .sort((a, b) => comparePositions(position(a), position(b)) * direction)
    const docs = rest.slice(0, limit)
    return rest.length > limit ? { docs, end: position(docs.at(-1)!) } : { docs }
  }

  /** Runs `work` and, if it throws, puts back what was. */
  transact(work: () => void): void {
    const before = new Map(this.docs)
    try {
      work()
    } catch (error) {
      this.docs = before
      throw error
    }
  }
}

/** As the port keeps documents; turns -0 into 0, for one. */
const asJson = (doc: NewSample): NewSample => JSON.parse(JSON.stringify(doc)) as NewSample

const valueOf = (doc: Doc, field: string): Scalar => doc[field as keyof Doc] as Scalar

function within(value: Scalar, range: Range): boolean {
  return (Object.entries(range) as [keyof Range, Scalar][]).every(([bound, limit]) => {
    if (value === null && limit !== null) return false
    const sign = compare(value, limit)
    return { gt: sign > 0, gte: sign >= 0, lt: sign < 0, lte: sign <= 0 }[bound]
  })
}

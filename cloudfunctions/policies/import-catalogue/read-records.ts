import * as v from 'valibot'
import { RawDocument, RawItem } from './record-schemas'
import { problemsIn, type ImportProblem } from './problems'

/** What could be read of a file, and what could not. A record with a problem is not among the records. */
export interface Records { documents: RawDocument[]; items: RawItem[]; ids: ReadonlySet<string>; problems: ImportProblem[] }

const File = v.object({ documents: v.array(v.unknown()), items: v.array(v.unknown()) })

/** Reads the file record by record. `ids` are those of all documents, sound or not, so that one problem does not call forth others. */
export function readRecords(json: unknown): Records {
  const file = v.safeParse(File, json)
  if (!file.success) return { documents: [], items: [], ids: new Set(), problems: problemsIn('（文件）', file.issues) }
  const problems: ImportProblem[] = []
  const documents = read(RawDocument, 'documents', file.output.documents, problems)
  const items = read(RawItem, 'items', file.output.items, problems)
  return { documents, items, ids: new Set(file.output.documents.flatMap((record) => idOf(record) ?? [])), problems }
}

function read<T>(schema: v.GenericSchema<unknown, T>, list: string, records: readonly unknown[], problems: ImportProblem[]): T[] {
  const seen = new Set<string>()
  return records.flatMap((record, place) => {
    const id = idOf(record)
    const name = id ?? `${list}.${place}`
    if (id !== null && seen.has(id)) problems.push({ record: name, field: 'id', message: '编号重复，前面已有一条' })
    if (id !== null) seen.add(id)
    const parsed = v.safeParse(schema, record, { abortPipeEarly: true })
    if (!parsed.success) problems.push(...problemsIn(name, parsed.issues))
    return parsed.success ? [parsed.output] : []
  })
}

const idOf = (record: unknown): string | null =>
  typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' && record.id !== '' ? record.id : null

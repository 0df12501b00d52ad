import { AppError } from '../../contract/errors'
import type { Connection, Row } from './connection'
import type { Table } from './schema'

/** A document of any collection. */
export type Doc = Record<string, unknown> & { _id: string }
/** A document ready to be written: checked, and apart from what the caller may still change. */
export interface Encoded { id: string; body: string }

/** The columns `decode` reads, in its order. */
export const DOC_COLUMNS = '_id, version, created_at, updated_at, body'

const badField = (path: string, message: string): AppError => new AppError('BAD_INPUT', { fields: [{ path, message }] })

// U+0000 and lone surrogates: SQLite cuts or replaces them and PostgreSQL refuses them, so no engine takes them.
const UNSTORABLE = /[\0\p{Cs}]/u
const UNSTORABLE_IN_JSON = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** @returns `id` @throws AppError BAD_INPUT unless it is a string that is not empty and can be stored */
export function checkedId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw badField('_id', '编号不能为空')
  if (UNSTORABLE.test(id)) throw badField('_id', '编号含有无法保存的字符')
  return id
}

/**
 * Turns a document into what is written: JSON without `_id` and the store's own stamps.
 * @throws AppError BAD_INPUT on an unusable `_id` or text that no engine can keep
 */
export function encode(doc: Doc): Encoded {
  const { _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = doc
  const id = checkedId(_id)
  const body = JSON.stringify(fields)
  if (body.includes('\\u') && UNSTORABLE_IN_JSON.test(body)) {
    const field = Object.keys(fields).find(key => UNSTORABLE_IN_JSON.test(JSON.stringify({ [key]: fields[key] })))
    throw badField(field ?? '', '含有无法保存的字符')
  }
  return { id, body }
}

/** A fresh document from a row of `DOC_COLUMNS`. */
export function decode(row: Row): Doc {
  const doc = JSON.parse(row[4] as string) as Doc
  doc._id = row[0] as string
  doc.version = row[1]
  doc.createdAt = row[2]
  doc.updatedAt = row[3]
  return doc
}

/** The document with this id, or null. */
export function readDoc(connection: Connection, table: Table, id: string): Doc | null {
  const row = connection.sql(`SELECT ${DOC_COLUMNS} FROM ${table.name} WHERE _id = ?`).get([id])
  return row ? decode(row) : null
}

/** Writes a new document, stamped with the instant `at`. */
export function insertDoc(connection: Connection, table: Table, { id, body }: Encoded, at: string): 'inserted' | 'exists' {
  const { changes } = connection
    .sql(`INSERT INTO ${table.name} (${DOC_COLUMNS}) VALUES (?, 1, ?, ?, ?) ON CONFLICT (_id) DO NOTHING`)
    .run([id, at, at, body])
  return changes === 1 ? 'inserted' : 'exists'
}

/** Writes over the document if it has the expected version. */
export function replaceDoc(connection: Connection, table: Table, { id, body }: Encoded, expectedVersion: number, at: string): 'replaced' | 'conflict' {
  const { changes } = connection
    .sql(`UPDATE ${table.name} SET version = version + 1, updated_at = ?, body = ? WHERE _id = ? AND version = ?`)
    .run([at, body, id, expectedVersion])
  return changes === 1 ? 'replaced' : 'conflict'
}

import type { AnyCollection } from '../port'
import type { Connection } from './connection'

/** A declared index as SQL sees it. */
export interface TableIndex {
  /** `collection.index`, also the mark of its cursors. */
  label: string
  fields: readonly string[]
  /** One SQL expression a field. */
  expressions: string[]
  /** The name in the database, or null for an index over `_id` alone, which the primary key serves. */
  sqlName: string | null
}

/** A collection as SQL sees it. `name` is quoted. */
export interface Table { name: string; collection: string; indexes: ReadonlyMap<string, TableIndex> }

const COLLECTION_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const STAMPS: readonly string[] = ['version', 'createdAt', 'updatedAt']

/** The expression an index is made of and every query must repeat to the letter. */
const fieldExpression = (field: string): string => `json_extract(body,'$.${field}')`

/**
 * Translates a collection's declaration.
 * @throws Error on names that do not fit into SQL: a mistake of the programmer
 */
export function tableFor(collection: AnyCollection): Table {
  const name: string = collection.name
  if (!COLLECTION_NAME.test(name)) throw new Error(`not a collection name: ${name}`)
  const indexes = new Map<string, TableIndex>()
  for (const [index, fields] of Object.entries(collection.indexes as Record<string, readonly string[]>)) {
    for (const field of fields) {
      if (!FIELD_NAME.test(field) || STAMPS.includes(field)) throw new Error(`not a field to index: ${name}.${field}`)
    }
    // The name carries the fields, so a changed declaration is a new index and the old one is seen to be stale.
    const sqlName = fields.length > 0 ? `${name}(${fields.join(',')},_id)` : null
    indexes.set(index, { label: `${name}.${index}`, fields, expressions: fields.map(fieldExpression), sqlName })
  }
  return { name: `"${name}"`, collection: name, indexes }
}

/** Whether the table and exactly its declared indexes are in the file. */
export function isCurrent(connection: Connection, table: Table): boolean {
  const declared = new Set([...table.indexes.values()].flatMap(({ sqlName }) => sqlName ?? []))
  const present = indexNames(connection, table)
  const exists = connection.sql("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get([table.collection])
  return exists !== undefined && present.size === declared.size && [...declared].every(name => present.has(name))
}

/** Makes the table and its declared indexes where they are missing and drops indexes no longer declared; within the caller's transaction. */
export function createTable(connection: Connection, table: Table): void {
  connection.exec(`CREATE TABLE IF NOT EXISTS ${table.name} (
    _id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, body TEXT NOT NULL)`)
  const stale = indexNames(connection, table)
  for (const { sqlName, expressions } of table.indexes.values()) {
    if (sqlName === null || stale.delete(sqlName)) continue
    connection.exec(`CREATE INDEX IF NOT EXISTS "${sqlName}" ON ${table.name} (${expressions.join(', ')}, _id)`)
  }
  for (const name of stale) connection.exec(`DROP INDEX "${name}"`)
}

/** Without the one that SQLite makes for the primary key. */
function indexNames(connection: Connection, table: Table): Set<string> {
  const rows = connection.sql("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").all([table.collection])
  return new Set(rows.map(([name]) => String(name)))
}

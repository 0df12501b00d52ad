import Database from 'libsql'

/** A value as SQLite holds it. Never a boolean: libsql ends the whole process when one is bound. */
export type Value = string | number | null
export type Row = Value[]

/** A prepared statement. Values are always passed as one array: a lone null is refused by libsql otherwise. */
export interface Statement {
  run(values: Value[]): { changes: number }
  get(values: Value[]): Row | undefined
  all(values: Value[]): Row[]
}

export interface Connection {
  /** The statement for this text, prepared once. Rows come as arrays in the order of the columns. */
  sql(text: string): Statement
  /** Runs statements that answer nothing and are not worth keeping. */
  exec(text: string): void
  inTransaction(): boolean
  close(): void
}

/** How long SQLite itself may wait, in milliseconds. Short on the writer: see `patiently`. */
const BUSY_TIMEOUT = { read: 5000, write: 2 } as const

/**
 * Opens a connection for reading only or for writing. WAL lets the reader see the last committed state
 * while the writer is at work; synchronous=FULL puts every commit on the disk before it is acknowledged.
 * @throws what libsql throws: an error with an SQLite code
 */
export function connect(path: string, use: 'read' | 'write'): Connection {
  const db = new Database(path)
  const statements = new Map<string, Statement>()
  function sql(text: string): Statement {
    let statement = statements.get(text)
    if (!statement) {
      const prepared = db.prepare(text)
      statement = (prepared.reader ? prepared.raw() : prepared) as unknown as Statement
      statements.set(text, statement)
    }
    return statement
  }
  const connection: Connection = {
    sql,
    exec: text => void db.exec(text),
    inTransaction: () => db.inTransaction,
    close() {
      // libsql keeps the file open while statements live; dropping them lets them be collected.
      statements.clear()
      db.close()
    },
  }
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT[use]}`)
    if (use === 'read') {
      // 32 MB of pages; the default of 2 MB costs a fifth of the speed of `get` over 10,000 policies.
      db.exec('PRAGMA query_only = 1; PRAGMA cache_size = -32768')
      sql('SELECT count(*) FROM sqlite_master').get([])
    } else {
      const mode = sql('PRAGMA journal_mode = WAL').get([])?.[0]
      if (mode !== 'wal') throw new Error(`SQLite refuses WAL here (journal_mode ${mode}): ${path}`)
      // The log keeps its largest size otherwise, after one big import for ever.
      db.exec('PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216')
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

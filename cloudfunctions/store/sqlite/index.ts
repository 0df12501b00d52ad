export { openSqliteStore, type SqliteOptions } from './open'
export { StoreUnavailable } from './unavailable'

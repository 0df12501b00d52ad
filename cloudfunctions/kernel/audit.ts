import { randomUUID } from 'node:crypto'
import { collection, type Store } from '../store/port'

/** Who did what and when; one row an audited command. Kept at least a year (security log). */
export interface AuditRow { operation: string; personId: string | null; at: string }
export const auditRows = collection<AuditRow>()('audit', { byTime: ['at'], byPerson: ['personId', 'at'] })

/** Writes one audit row. */
export async function writeAudit(store: Store, row: AuditRow): Promise<void> {
  await store.in(auditRows).insert({ _id: randomUUID(), ...row })
}

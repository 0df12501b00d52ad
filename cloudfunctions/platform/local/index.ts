import path from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../contract/errors'
import type { Clock } from '../../kernel/clock'
import type { Platform } from '../port'
import { createErrorLog } from './error-log'
import { createFileStore, type FileFacts } from './file-store'
import { createSeal } from './seal'

const TICKET_MS = 10 * 60_000

type UploadClaims = FileFacts & { fileId: string }

/** What the local server does with files on behalf of tickets; domains see only the `Platform`. */
export interface LocalFiles {
  /** What a ticket lets in; throws when it is forged, lapsed or for another file. */
  checkUpload(fileId: string, ticket: string): FileFacts
  receive(fileId: string, facts: FileFacts, bytes: Readable): Promise<void>
  /** A file to hand out, for a ticket made by `linkTo`. */
  open(fileId: string, ticket: string): Promise<FileFacts & { stream: Readable }>
}

export interface LocalPlatform extends Platform { readonly localFiles: LocalFiles }

/** The platform of one machine: files and error reports in a folder, tickets signed with the server's secret. */
export function createLocalPlatform({ dataDir, secret, clock }: { dataDir: string; secret: string; clock: Clock }): LocalPlatform {
  const uploads = createSeal<UploadClaims>('file upload', secret, TICKET_MS, clock)
  const readings = createSeal<{ fileId: string }>('file reading', secret, TICKET_MS, clock)
  const store = createFileStore(path.join(dataDir, 'files'))
  void store.removeLeftovers(clock.now() - TICKET_MS * 6).catch(() => undefined)
  // No file name in it: names can be about people, and addresses end up in the logs of proxies.
  // Relative to wherever the functions are reached; the ticket travels in the address, so it is checked before a byte is read.
  const urlOf = (fileId: string, ticket: string) => `/files/${encodeURIComponent(fileId)}?ticket=${ticket}`

  return {
    files: {
      async ticketFor({ fileId, type, bytes }) {
        const { token, expiresAt } = uploads.seal({ fileId, type, bytes })
        return { url: urlOf(fileId, token), fields: {}, expiresAt }
      },
      async linkTo(fileId) {
        if (!(await store.factsOf(fileId))) return null
        const { token, expiresAt } = readings.seal({ fileId })
        return { url: urlOf(fileId, token), expiresAt }
      },
    },
    reportError: createErrorLog(path.join(dataDir, 'client-errors.log')),
    localFiles: {
      checkUpload(fileId, ticket) {
        const claims = uploads.open(ticket)
        if (claims?.fileId !== fileId) throw new AppError('UPLOAD_TICKET_INVALID')
        return { type: claims.type, bytes: claims.bytes }
      },
      receive: store.receive,
      async open(fileId, ticket) {
        const facts = readings.open(ticket)?.fileId === fileId ? await store.factsOf(fileId) : null
        if (!facts) throw new AppError('NOT_FOUND', { userMessage: '链接已失效，请返回上一页重新打开文件' })
        return { ...facts, stream: store.read(fileId) }
      },
    },
  }
}

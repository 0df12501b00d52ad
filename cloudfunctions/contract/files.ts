import * as v from 'valibot'
import { command, query } from './operation'
import { Id, OneOf, Text } from './schema'

/** What a file is for decides its types and size. Bytes. */
export const FILE_PURPOSES = {
  photo: { label: '照片', maxBytes: 5 * 1024 * 1024, types: ['image/jpeg', 'image/png'] },
  attachment: { label: '附件', maxBytes: 10 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'application/pdf'] },
  spreadsheet: {
    label: '表格', maxBytes: 10 * 1024 * 1024,
    types: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
} as const satisfies Record<string, { label: string; maxBytes: number; types: readonly string[] }>
export type FilePurpose = keyof typeof FILE_PURPOSES

const PURPOSE_LABELS = { photo: '照片', attachment: '附件', spreadsheet: '表格' } as const satisfies Record<FilePurpose, string>

/** Where and with what to send one file's bytes, so that operations only ever carry file ids. */
export const requestUpload = command({
  name: 'files.requestUpload',
  permission: 'file.upload',
  idempotent: true,
  audited: false,
  input: v.object({
    /** Made by the client; asking again for the same file gives a fresh ticket for the same id. */
    fileId: Id,
    purpose: OneOf(PURPOSE_LABELS, '用途'),
    name: Text('文件名', 120),
    type: Text('文件类型', 100),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1, '文件是空的')),
  }),
  output: v.object({
    url: v.string(),
    /** Form fields to send along with the file. */
    fields: v.record(v.string(), v.string()),
    /** When the ticket lapses; ISO instant. */
    expiresAt: v.string(),
  }),
})

/** A short-lived address for reading a file that the caller may read. */
export const getFileLink = query({
  name: 'files.getLink',
  permission: 'file.read',
  input: v.object({ fileId: Id }),
  output: v.object({ url: v.string(), expiresAt: v.string() }),
})

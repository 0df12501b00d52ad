import { AppError } from '../contract/errors'
import { FILE_PURPOSES, requestUpload as operation } from '../contract/files'
import type { ParsedInputOf } from '../contract/operation'
import { implement } from '../kernel/pipeline'
import { files, type FileRecord } from './collections'

/** Takes note of a file and says where to send its bytes. Asking again for the same file gives a fresh ticket. */
export const requestUpload = implement(operation, {
  async run(input, { actor, store, platform }) {
    if (actor.personId === null) throw new AppError('SIGN_IN_REQUIRED')
    checkAllowed(input)
    const { fileId, ...announced } = input
    const record: FileRecord = { ownerId: actor.personId, ...announced }
    if ((await store.in(files).insert({ _id: fileId, ...record })) === 'exists') {
      const known = await store.in(files).get(fileId)
      // Somebody else's id answers exactly as not found: nobody learns what exists elsewhere.
      if (known?.ownerId !== actor.personId) throw new AppError('NOT_FOUND')
      if (!isSame(known, record)) throw new AppError('CONFLICT', { userMessage: '这个编号已用于另一个文件，请重新选择文件' })
    }
    return platform.files.ticketFor(input)
  },
})

function checkAllowed({ purpose, type, bytes }: ParsedInputOf<typeof operation>): void {
  const { label, types, maxBytes } = FILE_PURPOSES[purpose]
  if (!(types as readonly string[]).includes(type)) {
    throw new AppError('FILE_TYPE_NOT_ALLOWED', { userMessage: `${label}只能是 ${types.map(shortNameOf).join('、')} 文件，请换一个` })
  }
  if (bytes > maxBytes) throw new AppError('TOO_LARGE', { userMessage: `${label}不能超过 ${maxBytes / 1024 / 1024} MB，请压缩后重试` })
}

const SHORT_NAMES: Record<string, string> = {
  'image/jpeg': 'JPG', 'image/png': 'PNG', 'application/pdf': 'PDF', 'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
}
const shortNameOf = (type: string): string => SHORT_NAMES[type] ?? type

const isSame = (a: FileRecord, b: FileRecord): boolean =>
  a.purpose === b.purpose && a.type === b.type && a.bytes === b.bytes && a.name === b.name

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PDF = Buffer.from('%PDF-')
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])

const startsWith = (head: Buffer, magic: Buffer): boolean => head.subarray(0, magic.length).equals(magic)

// CSV has no magic number: text has no control characters but tab and line ends, and is none of the others.
const isPlainText = (head: Buffer): boolean =>
  ![JPEG, PNG, PDF, ZIP].some((magic) => startsWith(head, magic)) &&
  head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

const LOOKS_LIKE: Record<string, (head: Buffer) => boolean> = {
  'image/jpeg': (head) => startsWith(head, JPEG),
  'image/png': (head) => startsWith(head, PNG),
  'application/pdf': (head) => startsWith(head, PDF),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': (head) => startsWith(head, ZIP),
  'text/csv': isPlainText,
}

/** How many of a file's first bytes `looksLike` wants to see. */
export const HEAD_BYTES = 512

/** Whether a file's first bytes are those of the type it was announced as. Unknown types never are. */
export const looksLike = (type: string, head: Buffer): boolean => LOOKS_LIKE[type]?.(head) ?? false

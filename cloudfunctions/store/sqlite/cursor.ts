import { AppError } from '../../contract/errors'
import type { Value } from './connection'

const isValue = (part: unknown): part is Value => part === null || typeof part === 'string' || typeof part === 'number'

/**
 * Writes down where a page ended.
 * @param mark which index in which order, so that a cursor is not taken for another list's
 * @param position the index values of the last document as SQLite holds them, then its `_id`
 * @returns opaque base64url text
 */
export const encodeCursor = (mark: string, position: Value[]): string =>
  Buffer.from(JSON.stringify([mark, ...position])).toString('base64url')

/**
 * Reads a cursor that `encodeCursor` wrote for the same mark.
 * @param fixed the values that `equals` gives the first index fields; another list's cursor has others
 * @param width how many values the position has
 * @throws AppError BAD_INPUT with a problem at `cursor` when it is broken or another list's
 */
export function decodeCursor(cursor: string, mark: string, fixed: Value[], width: number): Value[] {
  const [sameMark, ...position] = parts(cursor)
  const fits = sameMark === mark && position.length === width && position.every(isValue)
    && fixed.every((value, i) => value === position[i]) && typeof position[width - 1] === 'string'
  if (!fits) throw new AppError('BAD_INPUT', { fields: [{ path: 'cursor', message: '翻页位置已失效，请从第一页重新加载' }] })
  return position as Value[]
}

function parts(cursor: unknown): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(String(cursor), 'base64url').toString())
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

import { pinyin } from 'pinyin-pro'
import { AppError } from '../../../../cloudfunctions/contract/errors'

/** Stands for code that only few calls need. */
export function toPinyin(text: string): string {
  if (text === '?') throw new AppError('CONFLICT')
  return pinyin(text, { toneType: 'none' })
}

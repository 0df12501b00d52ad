import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error'

const LEAST_CHARACTERS = 32

/** The key behind sessions and tickets: the setting, or one made once and kept in the data folder for its owner's eyes only. */
export function sessionSecret(dataDir: string, setting: string | undefined): string {
  if (setting !== undefined) {
    if (setting.length < LEAST_CHARACTERS) throw new StartError(`SESSION_SECRET 太短：至少 ${LEAST_CHARACTERS} 个字符。`)
    return setting
  }
  const file = path.join(dataDir, 'session-secret')
  try {
    // `wx` fails when the file is there, so two starts at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < LEAST_CHARACTERS) throw new StartError(`${file} 内容不完整：请删除这个文件后重新启动（已登录的人需要重新登录）。`)
  return secret
}

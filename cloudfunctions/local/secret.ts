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
  const secret = madeOrKept(file)
  if (secret.length < LEAST_CHARACTERS) throw new StartError(`${file} 内容不完整：请删除这个文件后重新启动（已登录的人需要重新登录）。`)
  return secret
}

function madeOrKept(file: string): string {
  try {
    // `wx` fails when the file is there, so two starts at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (failure) {
    if (codeOf(failure) !== 'EEXIST') throw new StartError(`${file} 写不进去（${codeOf(failure)}）：请检查数据目录的权限和磁盘空间后重新启动。`)
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (failure) {
    const what = codeOf(failure) === 'EISDIR' ? '是一个文件夹，应当是文件' : `读不了（${codeOf(failure)}）`
    throw new StartError(`${file} ${what}：请修正权限，或把它移走后重新启动（已登录的人需要重新登录）。`)
  }
}

const codeOf = (failure: unknown): string => (failure as NodeJS.ErrnoException).code ?? '原因不明'

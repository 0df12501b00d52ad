import Taro from '@tarojs/taro'

type ProblemListener = (what: string, problem: unknown) => void
let tellProblem: ProblemListener = () => undefined

/** Where failures of the phone's storage go; nothing here ever throws to a page. */
export const onStorageProblem = (listener: ProblemListener): void => { tellProblem = listener }

/** What is kept under a key; null when there is nothing, or nothing of the expected shape. */
export function readStored<T>(key: string, isGood: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = Taro.getStorageSync(key)
    // WeChat answers '' for a key it does not know.
    if (value === '' || value === undefined || value === null) return null
    if (isGood(value)) return value
    tellProblem(`stored ${key} has an unexpected shape`, null)
  } catch (problem) {
    tellProblem(`cannot read stored ${key}`, problem)
  }
  return null
}

/** Keeps a value under a key. @returns false when the phone refused, e.g. because its 10 MB are full */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch (problem) {
    tellProblem(`cannot store ${key}`, problem)
    return false
  }
}

/** True for a plain object, the first step of every shape check here. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

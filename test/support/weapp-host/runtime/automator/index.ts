import { appMethods } from './app'
import { elementMethods } from './element'
import { pageMethods } from './page'

const methods = { ...appMethods, ...pageMethods, ...elementMethods }

/** Answers an automator method. The Node side adds Tool.*, pictures and real taps. */
export function automate(method: string, params: Record<string, unknown>): unknown {
  const answer = methods[method]
  if (!answer) throw new Error(`automator method ${method} is not implemented by the weapp host`)
  return answer(params)
}

import { logic, logicError } from '../logic/realm'
import type { OpenPage } from './stack'
import type { SetDataCall } from '../../types'

/** More than this is refused by WeChat; more than the second figure costs points in its audit. */
export const SET_DATA_LIMIT = 1024 * 1024
export const SET_DATA_WARNING = 256 * 1024

const calls = new WeakMap<object, SetDataCall[]>()
const encoder = new TextEncoder()

/** The page's setData calls so far, those of its components included. */
export const setDataCalls = (page: OpenPage) => calls.get(page.component) ?? []

export interface Caller { _$: any; setData(data: object, callback?: () => void): void }

/** What setData does between WeChat's two layers: the data is serialised, counted and limited. Answers what arrives. */
export function crossToView(caller: Caller, data: object): object {
  if (data === null || typeof data !== 'object') throw logicError(`setData: data should be an object, not ${String(data)}`)
  warnAboutUndefined(caller, data)
  const text = logic.JSON.stringify(data) as string
  count(caller, encoder.encode(text).length)
  return logic.JSON.parse(text) as object
}

function count(caller: Caller, bytes: number) {
  const kb = Math.ceil(bytes / 1024)
  if (bytes > SET_DATA_LIMIT) throw logicError(`setData of ${caller._$.is as string} carries ${kb} KB: the limit is ${SET_DATA_LIMIT / 1024} KB`)
  if (bytes > SET_DATA_WARNING) logic.console.warn(`setData of ${caller._$.is as string} carries ${kb} KB: WeChat warns above ${SET_DATA_WARNING / 1024} KB`)
  const root = rootOf(caller._$)
  const list = calls.get(root) ?? []
  list.push({ bytes, at: Math.round(performance.now()) })
  calls.set(root, list)
}

/** Undefined does not survive serialisation: WeChat says so and leaves the field alone. */
function warnAboutUndefined(caller: Caller, data: object) {
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) logic.console.warn(`Setting data field "${name}" to undefined is invalid. (${caller._$.is as string})`)
  }
}

/** The page a component stands in. */
export function rootOf(component: any): object {
  let current = component
  while (current.ownerShadowRoot) current = current.ownerShadowRoot.getHostNode()
  return current as object
}

import type * as easel from 'glass-easel'
import { boot } from '../bridge'
import { builtinOf, type Builtin } from '../components/define'
import { allPages, type OpenPage } from '../pages/stack'

export type ViewElement = HTMLElement & { __wxElement?: easel.GeneralComponent; __handle?: string }

const handles = new Map<string, ViewElement>()

export interface Described { elementId: string; tagName: string; nodeId?: string }

/** What a client gets for an element; custom components also have a nodeId, which makes it a CustomElement there. */
export function describe(element: ViewElement): Described {
  element.__handle ??= `element-${boot.launchNumber}-${handles.size + 1}`
  handles.set(element.__handle, element)
  const tagName = element.localName.replace(/^wx-/, '')
  return { elementId: element.__handle, tagName, ...(isCustom(element) ? { nodeId: element.__handle } : {}) }
}

const isCustom = (element: ViewElement) => !builtinOf(element) && Boolean(element.__wxElement && 'getRootBehavior' in element.__wxElement)

export function elementOf(params: Record<string, unknown>): ViewElement {
  const element = handles.get(String(params.elementId))
  if (!element?.isConnected) throw new Error('the element is no longer on the page')
  return element
}

export function pageOf(params: Record<string, unknown>): OpenPage {
  const page = allPages().find((one) => one.id === params.pageId)
  if (!page) throw new Error(`page ${String(params.pageId)} is closed`)
  return page
}

/** Property values: of a built-in its properties, of a custom component its data. */
export const dataOf = (element: ViewElement): Record<string, unknown> => (element.__wxElement?.data ?? {}) as Record<string, unknown>

export const builtin = (element: ViewElement): Builtin | undefined => builtinOf(element)

/** Reads `a.b[0].c`. */
export function getPath(value: unknown, path?: unknown): unknown {
  if (!path) return value
  return String(path).replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean).reduce<any>((at, key) => at?.[key], value)
}

/** A value as JSON carries it. */
export const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

export const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

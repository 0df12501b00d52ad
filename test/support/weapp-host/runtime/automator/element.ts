import { definitionOf } from '../components/define'
import { adopt } from '../logic/realm'
import { bundle } from '../bridge'
import { fire } from '../view/events'
import { noteTap } from '../view/taps'
import { builtin, camel, dataOf, describe, elementOf, getPath, plain, type ViewElement } from './handles'
import { queryAll } from './selector'
import { dispatchTouch, tapPoint } from './touch'

type Params = Record<string, any>

/** Inside a custom component its own template is searched; in anything else, the template the element stands in. */
function within(params: Params): ViewElement[] {
  const element = elementOf(params)
  const component = element.__wxElement!
  const custom = params.nodeId ? component.getShadowRoot() : null
  const owner = custom ?? component.ownerShadowRoot!
  const scope = bundle.styleScopes[(owner.getHostNode() as { is: string }).is]
  return queryAll(element, params.selector as string, owner as never, scope) as ViewElement[]
}

function property(element: ViewElement, name: string): unknown {
  if (name === '__propPublic') return Object.fromEntries([...Object.keys(dataOf(element)), 'value'].map((key) => [key, true]))
  const self = builtin(element)
  const live = self && definitionOf(self.tag)
  if (name === 'value' && live?.formValue) return plain(live.formValue(self!))
  if (name === 'checked' && typeof self?.state.on === 'boolean') return self.state.on
  if (name === '_translateX' || name === '_translateY') return (self?.state as { x: number; y: number })[name === '_translateX' ? 'x' : 'y']
  return plain(dataOf(element)[name])
}

function attribute(element: ViewElement, name: string): unknown {
  const component = element.__wxElement!
  if (name === 'id') return component.id
  if (name === 'class') return component.class
  if (name.startsWith('data-')) return plain((component.dataset as Record<string, unknown>)[camel(name.slice(5))])
  const value = dataOf(element)[camel(name)]
  if (value !== undefined && value !== null) return typeof value === 'object' ? plain(value) : String(value)
  return element.getAttribute(name)
}

/** The page as its author wrote it, without the host's own insides. */
function wxml(element: ViewElement, type: string): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const inner of copy.querySelectorAll('.host-mark, .host-track, .host-mask')) inner.remove()
  return (type === 'outer' ? copy.outerHTML : copy.innerHTML).replace(/(<\/?)wx-/g, '$1')
}

/** input.input, swiper.swipeTo … : actions of built-ins, by `<tag>.<action>`. */
async function act({ functionName, args = [], ...params }: Params): Promise<unknown> {
  const self = builtin(elementOf(params))
  const action = self && definitionOf(self.tag)?.actions?.[(functionName as string).split('.')[1]!]
  if (!action) throw new Error(`${String(functionName)} is not implemented by the weapp host`)
  // A switch is tapped by this call, and a hidden or covered one must not be.
  if (functionName === 'switch.tap') { await tapPoint(self.element); noteTap() }
  return action(self, ...(args as unknown[]))
}

const BUBBLING = /^(tap|longpress|longtap|touch\w+)$/

/** Element.*: one element. */
export const elementMethods: Record<string, (params: Params) => unknown> = {
  'Element.getElement': (params) => {
    const element = within(params)[0]
    if (!element) throw new Error('no such element')
    return describe(element)
  },
  'Element.getElements': (params) => ({ elements: within(params).map(describe) }),
  'Element.getDOMProperties': (params) => ({ properties: (params.names as string[]).map((name) => plain((elementOf(params) as unknown as Record<string, unknown>)[name])) }),
  'Element.getProperties': (params) => ({ properties: (params.names as string[]).map((name) => property(elementOf(params), name)) }),
  'Element.getAttributes': (params) => ({ attributes: (params.names as string[]).map((name) => attribute(elementOf(params), name)) }),
  'Element.getStyles': (params) => ({ styles: (params.names as string[]).map((name) => getComputedStyle(elementOf(params)).getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))) }),
  'Element.getOffset': (params) => {
    const element = elementOf(params)
    const box = element.getBoundingClientRect()
    const page = element.closest('.host-page')?.getBoundingClientRect()
    return { left: box.left - (page?.left ?? 0), top: box.top - (page?.top ?? 0) }
  },
  'Element.getWXML': (params) => ({ wxml: wxml(elementOf(params), params.type as string) }),
  'Element.tapPoint': (params) => tapPoint(elementOf(params)),
  'Element.touchstart': (params) => dispatchTouch(elementOf(params), 'touchstart', params),
  'Element.touchmove': (params) => dispatchTouch(elementOf(params), 'touchmove', params),
  'Element.touchend': (params) => dispatchTouch(elementOf(params), 'touchend', params),
  'Element.triggerEvent': (params) => {
    const type = params.type as string
    if (type === 'tap') noteTap()
    fire(elementOf(params).__wxElement!, type, params.detail ?? {}, { bubbles: BUBBLING.test(type) })
  },
  'Element.callFunction': async (params) => ({ result: plain(await act(params)) }),
  'Element.getData': (params) => ({ data: plain(getPath(dataOf(elementOf(params)), params.path)) }),
  'Element.setData': (params) => { (elementOf(params).__wxElement!.getMethodCaller() as { setData(data: unknown): void }).setData(adopt(params.data)) },
  'Element.callMethod': async (params) => {
    const caller = elementOf(params).__wxElement!.getMethodCaller() as Record<string, ((...args: unknown[]) => unknown) | undefined>
    const method = caller[params.method as string]
    if (!method) throw new Error(`the component has no method ${String(params.method)}`)
    return { result: plain(await method.apply(caller, adopt(params.args as unknown[]))) }
  },
}

import type * as easel from 'glass-easel'
import { bundle, report } from '../bridge'
import { environment } from '../logic/code-space'
import { builtinTags } from '../view/backend'
import { fire, type FireOptions } from '../view/events'

/** One instance of a built-in component, as its definition sees it. */
export interface Builtin<State = any> {
  tag: string
  element: HTMLElement
  component: easel.GeneralComponent
  /** Property values by camelCase name. */
  props: Record<string, any>
  /** Whatever the definition wants to keep. */
  state: State
  fire(type: string, detail?: unknown, options?: FireOptions): void
  listen(type: string, listener: (event: any) => void): void
}

/** How a built-in component behaves. All parts are optional: a <view> needs none. */
export interface Definition<State = any> {
  /** Properties, besides those that the package's templates use. */
  props?: string[]
  /** True when the component shows no children of its own. */
  leaf?: boolean
  attached?(self: Builtin<State>): void
  /** Called once after attached and whenever properties changed; `changed` holds their names (all of them the first time). */
  update?(self: Builtin<State>, changed: Set<string>): void
  detached?(self: Builtin<State>): void
  /** What <form> collects under the component's name. */
  formValue?(self: Builtin<State>): unknown
  /** What <form> resets. */
  reset?(self: Builtin<State>): void
  /** What automator's typed elements call, such as input.input or swiper.swipeTo. */
  actions?: Record<string, (self: Builtin<State>, ...args: any[]) => unknown>
}

const definitions = new Map<string, Definition>()
const instances = new WeakMap<object, Builtin>()

export const definitionOf = (tag: string) => definitions.get(tag)

/** The built-in that a DOM element or component is, if it is one. */
export function builtinOf(node: unknown): Builtin | undefined {
  const component = (node as { __wxElement?: object } | null)?.__wxElement ?? node
  return component ? instances.get(component) : undefined
}

/** Built-ins inside an element, in document order. */
export const builtinsWithin = (element: HTMLElement, ...tags: string[]): Builtin[] =>
  [...element.querySelectorAll<HTMLElement>(tags.map((tag) => `wx-${tag}`).join(','))].map((one) => builtinOf(one)!).filter(Boolean)

/** The nearest enclosing built-in of a kind, across component borders. */
export function closest(self: Builtin, tag: string): Builtin | undefined {
  return builtinOf(self.element.parentElement?.closest(`wx-${tag}`))
}

const COMMON_PROPS = ['hidden', 'hoverClass', 'name']
const withoutSlot = { content: () => () => ({ C() {}, B: {} }) }

/** Registers all built-ins; tags of the package that none implements get one that fails by name. */
export function defineBuiltins(groups: Record<string, Definition>[]): Record<string, unknown> {
  for (const group of groups) for (const [tag, definition] of Object.entries(group)) definitions.set(tag, definition)
  const tags = new Set([...definitions.keys(), ...Object.keys(bundle.tags)])
  return Object.fromEntries([...tags].map((tag) => [tag, register(tag, definitions.get(tag) ?? unimplemented(tag))]))
}

/** Like an unknown API: the element exists, but using it is an error. */
const unimplemented = (tag: string): Definition => ({
  attached() { report(new Error(`<${tag}> is not implemented by the weapp host`)) },
})

function register(tag: string, definition: Definition) {
  builtinTags.add(tag)
  const names = new Set([...COMMON_PROPS, ...(definition.props ?? []), ...(bundle.tags[tag] ?? [])])
  const properties = Object.fromEntries([...names].map((name) => [name, null]))
  return environment.getGlobalCodeSpace().getComponentSpace().defineComponent({
    is: tag,
    properties,
    ...(definition.leaf ? { template: withoutSlot } : {}),
    lifetimes: {
      attached(this: easel.GeneralComponent) { attach(tag, definition, this) },
      detached(this: easel.GeneralComponent) { const self = instances.get(this); if (self) definition.detached?.(self) },
    },
    observers: {
      '**'(this: easel.GeneralComponent) { const self = instances.get(this); if (self) update(definition, self) },
    },
  } as never)
}

function attach(tag: string, definition: Definition, component: easel.GeneralComponent) {
  if (instances.has(component)) return
  const self: Builtin = {
    tag,
    component,
    element: component.$$ as unknown as HTMLElement,
    props: {},
    state: {},
    fire: (type, detail, options) => { fire(component, type, detail, options) },
    listen: (type, listener) => { component.addListener(type, listener as never) },
  }
  instances.set(component, self)
  definition.attached?.(self)
  update(definition, self)
}

/** The framework also calls observers for values that did not change. */
function update(definition: Definition, self: Builtin) {
  // Properties that the app does not set are null here and undefined to the definitions, so that defaults apply.
  const next = Object.fromEntries(Object.entries(self.component.data).map(([name, value]) => [name, value ?? undefined]))
  const changed = new Set(Object.keys(next).filter((name) => next[name] !== self.props[name] || !(name in self.props)))
  if (changed.size === 0) return
  self.props = next
  if (changed.has('hidden')) self.element.toggleAttribute('hidden', Boolean(next.hidden) || next.hidden === '')
  definition.update?.(self, changed)
}

import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { boot, bundle, templates } from '../bridge'
import { backend } from '../view/backend'
import { currentModule, hasModule, load, resolvePath } from './loader'
import { defineGlobal, logic } from './realm'

/** The adapter's environment: built-ins live in its global space, the app in its code space. */
export const environment = new MiniProgramEnv()

export type CodeSpace = ReturnType<typeof environment.createCodeSpace>
let space: CodeSpace
let associated: ReturnType<typeof environment.associateBackend>

/** Creates the app's code space. Built-ins must be defined in the global space before. */
export function createAppSpace(builtins: Record<string, unknown>) {
  space = environment.createCodeSpace('', true)
  associated = environment.associateBackend(backend)
  for (const [tag, definition] of Object.entries(builtins)) space.getComponentSpace().setGlobalUsingComponent(tag, definition as never)
  writeRealIds(space)
  for (const path of Object.keys(bundle.sheets)) {
    // The view keeps the styles itself (see view/styles.ts); the adapter only needs to know the scopes.
    space.addStyleSheet(path, path, bundle.styleScopes[path])
    associated.registerStyleSheetContent(path, '')
  }
  const shared = absolute(bundle.app.usingComponents ?? {})
  for (const [path, config] of Object.entries(bundle.json)) {
    space.addComponentStaticConfig(path, { ...config, usingComponents: { ...shared, ...config.usingComponents } } as never)
  }
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, { groupList: templates, content } as never)
  }
  defineGlobal('Page', (definition: object) => { space.component(currentModule()).pageDefinition(definition as never).register() })
  defineGlobal('Component', (definition: Definition) => { space.component(currentModule()).definition(withLocalTypes(definition) as never).register() })
  defineGlobal('Behavior', (definition: Definition) => space.behavior().definition(withLocalTypes(definition) as never).register())
  defineGlobal('__wxConfig', { envVersion: 'develop', pages: bundle.pages, entryPagePath: bundle.pages[0], launch: boot.launch })
}

export const appSpace = () => space

/** Instantiates a page (or the custom tab bar); the caller attaches it. */
export const createRoot = (tag: string, path: string) => associated.createRoot(tag, space, path)

export type Root = ReturnType<typeof createRoot>

/** Loads a page's or component's code after that of the components it uses. */
export function loadWithComponents(path: string, seen = new Set<string>()) {
  if (seen.has(path)) return
  seen.add(path)
  const using = { ...absolute(bundle.app.usingComponents ?? {}), ...bundle.json[path]?.usingComponents }
  for (const [tag, target] of Object.entries(using)) {
    if (/^(plugin|dynamicLib):/.test(target)) throw new Error(`<${tag}> comes from ${target}: plugins are not implemented by the weapp host`)
    const id = resolvePath(path, target)
    if (!hasModule(id)) throw new Error(`${path}.json uses <${tag}> from "${target}", but ${id}.js is missing`)
    loadWithComponents(id, seen)
  }
  load(path)
}

interface Definition { properties?: Record<string, unknown> }

/** Property types are constructors of the logic layer; the framework, in the view's realm, compares with its own. */
function withLocalTypes(definition: Definition): Definition {
  const types = new Map(['String', 'Number', 'Boolean', 'Object', 'Array', 'Function'].map((name) => [logic[name], (window as any)[name]]))
  const local = (type: unknown) => types.get(type) ?? type
  const properties = Object.entries(definition.properties ?? {}).map(([name, property]) => {
    if (property === null || typeof property !== 'object') return [name, local(property)]
    const { type, optionalTypes, ...rest } = property as { type?: unknown; optionalTypes?: unknown[] }
    return [name, { ...rest, ...(type === undefined ? {} : { type: local(type) }), ...(optionalTypes ? { optionalTypes: optionalTypes.map(local) } : {}) }]
  })
  return { ...definition, properties: Object.fromEntries(properties) as Record<string, unknown> }
}

const absolute = (using: Record<string, string>) =>
  Object.fromEntries(Object.entries(using).map(([tag, path]) => [tag, path.startsWith('/') ? path : `/${path}`]))

/** Ids as written, in the DOM, so that `#id` finds them. */
function writeRealIds(target: CodeSpace) {
  const internal = target as unknown as { prepareComponentOptions(...args: unknown[]): [Record<string, unknown>, unknown] }
  const prepare = internal.prepareComponentOptions.bind(target)
  internal.prepareComponentOptions = (...args) => {
    const result = prepare(...args)
    Object.assign(result[0], { idPrefixGenerator: null, writeIdToDOM: true })
    return result
  }
}

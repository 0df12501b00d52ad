import { bundle } from '../bridge'
import { compile, logicError, adopt } from './realm'

type Exports = Record<string, unknown>

const loaded = new Map<string, { exports: Exports }>()
let current = ''

/** The module being run: Page() and Component() register under its path. */
export const currentModule = () => current

export const hasModule = (id: string) => id in bundle.modules

/** Runs a module once and answers its exports, as CommonJS does. `wanted` is how the caller spelled it. */
export function load(id: string, wanted = id): Exports {
  const known = loaded.get(id)
  if (known) return known.exports
  const source = bundle.modules[id]
  if (source === undefined) throw logicError(`module '${id}.js' is not defined, require args is '${wanted}'`)
  const module = { exports: adopt({}) as Exports }
  loaded.set(id, module)
  const before = current
  current = id
  try {
    compile(source, ['require', 'module', 'exports'], `${id}.js`)(requireFrom(id), module, module.exports)
  } catch (error) {
    loaded.delete(id)
    throw error
  } finally {
    current = before
  }
  return module.exports
}

function requireFrom(id: string) {
  const require = (path: string) => load(resolvePath(id, path), path)
  return Object.assign(require, { async: (path: string) => Promise.resolve().then(() => require(path)) })
}

/** Resolves a path in the package against the file that names it; without the extension. */
export function resolvePath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.replace(/\.js$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

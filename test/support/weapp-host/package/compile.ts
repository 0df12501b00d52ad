import { readPackage, type AppPackage } from './reader'
import { compileTemplates } from './wxml'
import { compileWxss } from './wxss'
import type { AppBundle, PageConfig } from '../types'

/** Tags of the template language itself: never elements. */
export const LANGUAGE_TAGS = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

/** A component's styles are its own unless its .json says that they are shared. */
const isIsolated = (json: PageConfig | undefined) =>
  json?.component === true && !/^(page-)?shared$/.test(json.styleIsolation ?? '')

/** Reads, checks and compiles a built mini-program into what the browser runtime loads. */
export function compilePackage(dist: string, width: number, limits?: Parameters<typeof readPackage>[1]): AppBundle {
  const source = readPackage(dist, limits)
  const json: AppBundle['json'] = readAll(source, '.json', (text) => JSON.parse(text) as PageConfig)
  const templates = compileTemplates(readAll(source, '.wxml'), readAll(source, '.wxs'))

  const custom = new Set([source.app, ...Object.values(json)].flatMap((one) => Object.keys(one.usingComponents ?? {})))
  const tags = Object.fromEntries(Object.entries(templates.tags).filter(([tag]) => !custom.has(tag) && !LANGUAGE_TAGS.has(tag)))

  const styleScopes: AppBundle['styleScopes'] = {}
  const sheets: AppBundle['sheets'] = {}
  const have = new Set(source.files)
  const cssTags = new Set([...Object.keys(tags), 'view', 'text', 'image', 'button', 'input', 'textarea', 'scroll-view'])
  const read = (file: string) => (have.has(file) ? source.read(file) : null)
  for (const name of namesOf(source, '.wxss')) {
    const scope = isIsolated(json[name]) ? (styleScopes[name] = `c${Object.keys(styleScopes).length}`) : undefined
    sheets[name] = compileWxss(`${name}.wxss`, { read, tags: cssTags, width, scope })
  }
  return {
    app: source.app,
    pages: source.pages,
    packages: source.packages,
    json,
    modules: readAll(source, '.js'),
    sheets,
    styleScopes,
    tags,
    templates: templates.code,
  }
}

const namesOf = (source: AppPackage, extension: string) =>
  source.files.filter((file) => file.endsWith(extension)).map((file) => file.slice(0, -extension.length))

function readAll(source: AppPackage, extension: string): Record<string, string>
function readAll<T>(source: AppPackage, extension: string, map: (text: string) => T): Record<string, T>
function readAll<T>(source: AppPackage, extension: string, map?: (text: string) => T) {
  return Object.fromEntries(namesOf(source, extension).map((name) => {
    const text = source.read(name + extension)
    return [name, map ? map(text) : text]
  }))
}

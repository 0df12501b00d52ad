import { TmplGroup } from 'glass-easel-template-compiler'

/** Only warnings for this compiler, but errors for WeChat's. */
const ALSO_ERRORS = /missing end tag|unmatched|duplicated attribute/

const TAG = /<([a-zA-Z][\w-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)/g
const ATTRIBUTE = /\s([\w:.-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g
/** Attributes that are not properties of the component they stand on. */
const NOT_A_PROPERTY = /^(bind|catch|mut-bind|capture|data-|mark:|model:|wx:|generic:|slot:|let:|worklet:)|^(id|class|style|slot|is|name:\w*)$/

interface CompileWarning { path: string; message: string; isError: boolean; startLine: number }

export interface CompiledTemplates { code: string; tags: Record<string, string[]> }

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Compiles all templates of the package together, since they include one another.
 * Also lists which attributes each tag is used with: built-in components take their property lists from that.
 */
export function compileTemplates(templates: Record<string, string>, scripts: Record<string, string>): CompiledTemplates {
  const group = new TmplGroup()
  const tags: Record<string, Set<string>> = {}
  for (const [name, source] of Object.entries(scripts)) group.addScript(name, source)
  for (const [name, source] of Object.entries(templates)) {
    const warnings = group.addTmpl(name, source) as CompileWarning[]
    const error = warnings.find((warning) => warning.isError || ALSO_ERRORS.test(warning.message))
    if (error) throw new Error(`${name}.wxml line ${error.startLine + 1}: ${error.message}`)
    collectTags(source, tags)
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  return { code, tags: Object.fromEntries(Object.entries(tags).map(([tag, names]) => [tag, [...names]])) }
}

function collectTags(source: string, tags: Record<string, Set<string>>) {
  const clean = source.replace(/<!--[\s\S]*?-->/g, '').replace(/<wxs[\s\S]*?<\/wxs>/g, '')
  for (const [, tag, attributes] of clean.matchAll(TAG)) {
    const names = (tags[tag!] ??= new Set())
    for (const [, attribute] of (attributes ?? '').matchAll(ATTRIBUTE)) {
      if (!NOT_A_PROPERTY.test(attribute!)) names.add(camel(attribute!))
      else if (attribute!.startsWith('model:')) names.add(camel(attribute!.slice(6)))
    }
  }
}

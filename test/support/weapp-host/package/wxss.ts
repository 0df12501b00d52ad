import path from 'node:path'
import postcss, { type AtRule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { convertUnits } from '../units'

export interface WxssOptions {
  /** Reads a file of the package, or null if it is not there. */
  read(file: string): string | null
  /** Tags that the runtime creates as `wx-<tag>`. */
  tags: Set<string>
  /** Screen width in px: 750rpx. */
  width: number
  /** Class prefix of an isolated component; none for pages and app.wxss. */
  scope?: string
}

/** Compiles one .wxss file, imports inlined, to CSS for the host's DOM. */
export function compileWxss(file: string, options: WxssOptions, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const source = options.read(file)
  if (source === null) throw new Error(`${file} is imported, but missing`)
  const sheet = postcss.parse(source, { from: file })
  let imported = ''
  sheet.walkAtRules('import', (rule: AtRule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (!target) throw new Error(`${file}: cannot read "@import ${rule.params}"`)
    const base = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
    imported += compileWxss(base.endsWith('.wxss') ? base : `${base}.wxss`, options, seen)
    rule.remove()
  })
  const rename = selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      if (tag.value === 'page' || options.tags.has(tag.value)) tag.value = `wx-${tag.value}`
    })
    if (options.scope) selectors.walkClasses((name) => { name.value = `${options.scope}--${name.value}` })
  })
  sheet.walkRules((rule) => {
    const parent = rule.parent
    const inKeyframes = parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)
    if (!inKeyframes) rule.selector = rename.processSync(rule.selector)
  })
  sheet.walkDecls((decl) => { decl.value = convertUnits(decl.value, options.width) })
  return imported + sheet.toString() + '\n'
}

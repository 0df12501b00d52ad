import type { Handler } from './pipeline'

/** The handlers of one or more domains by operation name. Two for one operation is a mistake of ours, told at start. */
export function handlersByName(...domains: readonly (readonly Handler[])[]): ReadonlyMap<string, Handler> {
  const byName = new Map<string, Handler>()
  for (const handler of domains.flat()) {
    const { name } = handler.operation
    if (byName.has(name)) throw new Error(`two handlers for ${name}`)
    byName.set(name, handler)
  }
  return byName
}

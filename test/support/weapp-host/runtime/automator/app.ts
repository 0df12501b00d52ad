import { emit } from '../bridge'
import { callByName, mock, unmock } from '../api'
import { compile, defineGlobal, adopt } from '../logic/realm'
import { stack, top } from '../pages/stack'
import { plain } from './handles'

type Params = Record<string, any>

const summary = ({ id, path, query }: { id: number; path: string; query: object }) => ({ pageId: id, path, query })

/** A function that came as source text, in the logic layer. */
const revive = (source: string) => compile(`return (${source})`, [], 'evaluate')() as (...args: unknown[]) => unknown

/** A mock's rest arguments come after those of the call, as in DevTools. */
function mockWxMethod({ method, functionDeclaration, args = [], ...rest }: Params) {
  if (functionDeclaration) {
    const answer = revive(functionDeclaration as string)
    mock(method as string, function mocked(this: unknown, ...given) { return answer.apply(this, [...given, ...adopt(args as unknown[])]) })
  } else if ('result' in rest) {
    mock(method as string, () => adopt(rest.result as unknown))
  } else {
    unmock(method as string)
  }
}

/** App.*: the app as a whole. */
export const appMethods: Record<string, (params: Params) => unknown> = {
  'App.getPageStack': () => ({ pageStack: stack.map(summary) }),
  'App.getCurrentPage': () => summary(top()),
  'App.callWxMethod': async ({ method, args = [] }) => ({ result: plain(await callByName(method as string, args as unknown[])) }),
  'App.mockWxMethod': mockWxMethod,
  'App.callFunction': async ({ functionDeclaration, args = [] }) => ({ result: plain(await revive(functionDeclaration as string)(...adopt(args as unknown[]))) }),
  'App.addBinding': ({ name }) => { defineGlobal(name as string, (...args: unknown[]) => { emit('App.bindingCalled', { name: name as string, args: plain(args) }) }) },
  // Logs and exceptions are always sent.
  'App.enableLog': () => undefined,
  'App.exit': () => undefined,
}

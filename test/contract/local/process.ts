import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import path from 'node:path'

const ROOT = process.cwd()

/** Builds the server as `npm start` does, to a place of its own where Node still finds the packages. @returns its folder */
export function buildLocalServer(): string {
  const folder = mkdtempSync(path.join(ROOT, 'node_modules/.local-server-'))
  // In a process of its own: jest loads no ES modules.
  execFileSync(process.execPath, ['-e', `import('./config/build-functions.mjs').then(({ buildLocal }) => buildLocal(${JSON.stringify(folder)}))`], { cwd: ROOT })
  return folder
}

export interface Running {
  /** Where it listens, once it says so; rejects when it ends before. */
  address: Promise<string>
  kill(signal: NodeJS.Signals): void
  ended: Promise<{ code: number | null; signal: string | null; out: string; err: string; ms: number }>
}

const started = new Set<ChildProcess>()

/** Ends whatever a failed test left running. */
export const killStarted = (): void => { for (const child of started) child.kill('SIGKILL') }

/** Starts the built server as a process of its own. */
export function startServer(folder: string, env: Record<string, string>): Running {
  const began = Date.now()
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [path.join(folder, 'main.js')], { cwd: ROOT, env: { PATH, HOME, PORT: '0', ...env } })
  started.add(child)
  child.on('close', () => started.delete(child))
  let out = ''
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const found = /打开\s+(http:\S+)/.exec(out)
      if (found) resolve(found[1]!)
    })
    child.on('close', () => reject(new Error(`ended before it listened: ${out}${err}`)))
  })
  address.catch(() => undefined)
  return {
    address,
    kill: (signal) => { child.kill(signal) },
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err, ms: Date.now() - began }))),
  }
}

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const ROOT = resolve(__dirname, '../../..')

export interface Bundle { path: string; remove(): void }

/**
 * Makes one JavaScript file out of an adapter and a script that works on it, for plain Node.
 * @param adapterModule absolute path of a module that exports `open` (see StoreAdapter)
 * @param script absolute path of a module whose default export is `(open, ...args) => Promise<void>`
 */
export async function bundleChild(adapterModule: string, script: string): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'store-child-'))
  const path = join(folder, 'child.cjs')
  const contents = `
    import { open } from ${JSON.stringify(adapterModule)}
    import run from ${JSON.stringify(script)}
    run(open, ...process.argv.slice(2)).then(() => process.exit(0), error => { console.error(error); process.exit(1) })`
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' }, outfile: path, bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'warning',
  })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Child {
  /** What it has printed so far, line by line. Complete once `ended` has resolved. */
  lines: string[]
  /** Resolves once it has printed this many lines; rejects if it ends before. */
  printed(count: number): Promise<void>
  /** Resolves when it has ended and all its output is read. */
  ended: Promise<{ code: number | null; signal: string | null; errors: string }>
  /** Sends one line to its standard input. */
  tell(line: string): void
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): void
}

/** Starts a bundle as a process of its own. */
export function startChild(bundle: Bundle, ...args: string[]): Child {
  // The bundle lies outside the repository: this is how it finds the packages.
  const child = spawn(process.execPath, [bundle.path, ...args], { env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') } })
  const lines: string[] = []
  let [rest, errors, over] = ['', '', false]
  const watchers = new Set<() => void>()
  const wake = () => watchers.forEach(watcher => watcher())
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
    wake()
  })
  const ended = new Promise<Awaited<Child['ended']>>(done => child.on('close', (code, signal) => {
    over = true
    wake()
    done({ code, signal, errors })
  }))
  return {
    lines,
    ended,
    printed: count => new Promise((done, failed) => {
      const look = () => {
        if (lines.length < count && !over) return
        watchers.delete(look)
        if (lines.length >= count) done()
        else failed(new Error(`the child ended after ${lines.length} lines of ${count}: ${errors}`))
      }
      watchers.add(look)
      look()
    }),
    tell: line => void child.stdin.write(`${line}\n`),
    kill: () => void child.kill('SIGKILL'),
  }
}

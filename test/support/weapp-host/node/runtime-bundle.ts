import path from 'node:path'
import { build } from 'esbuild'

let cached: Promise<string> | undefined

/** The browser side as one script; built once a process. */
export function runtimeBundle(): Promise<string> {
  cached ??= build({
    entryPoints: [path.join(__dirname, '../runtime/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    sourcemap: 'inline',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]!.text)
  return cached
}

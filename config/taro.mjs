// Runs Taro's own build, quietly, and notices when it fails.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './freshness.mjs'

/** Taro's production build; its output is shown only when it fails. @param type `h5` or `weapp` @param folder where to build @param result a file in it that a good build leaves */
export async function runTaro(type, folder, result) {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', type], {
    cwd: root, env: { ...process.env, NODE_ENV: 'production', OUTPUT_ROOT: path.relative(root, folder) }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  // Taro ends with 0 even when webpack found errors, and leaves a build without the broken part.
  const made = await readFile(path.join(folder, result), 'utf8').catch(() => '')
  if (code !== 0 || made === '' || /ERROR in |Module not found/.test(said)) throw new Error(`${type} 没有生成成功：\n${said.split('\n').slice(-60).join('\n')}`)
}

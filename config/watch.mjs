// npm run dev: one address for the pages under Taro's watch and for the server, which restarts when its code changes.
//   PORT      → this process: /api, /session, /files to the server, everything else to Taro's dev server
//   PORT + 1  → the server     PORT + 2  → Taro's dev server
import { context } from 'esbuild'
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { buildLocal, localBuildOptions } from './build-functions.mjs'
import { readEnvFile } from './env-file.mjs'
import { outputs, root } from './freshness.mjs'

process.chdir(root)
readEnvFile()
const port = Number(process.env.PORT || 3000)
const serverPort = port + 1
const pagesPort = port + 2

const node = (args, env) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

const pages = node([path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch', '--port', String(pagesPort)], { NODE_ENV: 'development', BROWSER: 'none' })

await buildLocal(path.join(outputs, 'local'))
const builder = await context(localBuildOptions(path.join(outputs, 'local')))
const startServer = () => node([path.join(outputs, 'local/main.js')], { PORT: String(serverPort), HOST: '127.0.0.1' })
let server = startServer()

// Several files change at once when one saves all: wait for quiet, then restart once.
let pending
watch(path.join(root, 'cloudfunctions'), { recursive: true }, () => {
  clearTimeout(pending)
  pending = setTimeout(restart, 200)
})
async function restart() {
  try { await builder.rebuild() } catch { return /* esbuild has said what is wrong; the old server stays up */ }
  const old = server
  const gone = new Promise((resolve) => (old.exitCode === null ? old.once('exit', resolve) : resolve()))
  old.kill('SIGTERM')
  await gone
  console.log('服务代码有变化：已重新启动')
  server = startServer()
}

const isForServer = (url) => /^\/(api|session|files|healthz|readyz)(\/|$|\?)/.test(url)
const front = http.createServer((request, response) => {
  const { method, url, headers } = request
  const onward = http.request({ host: '127.0.0.1', port: isForServer(url) ? serverPort : pagesPort, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('还在编译或重启，请稍后刷新'))
  request.pipe(onward)
})
// Taro's dev server tells pages of changes over a web socket.
front.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
  const onward = net.connect(pagesPort, '127.0.0.1', () => {
    const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]))
    onward.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    onward.write(head)
    socket.pipe(onward).pipe(socket)
  })
  for (const side of [socket, onward]) side.on('error', () => { socket.destroy(); onward.destroy() })
})
front.on('error', (failure) => {
  console.error(failure.code === 'EADDRINUSE' ? `端口 ${port} 已被占用，请换一个，例如 PORT=${port + 10} npm run dev。` : failure.message)
  stop(1)
})
front.listen(port, '127.0.0.1', () => console.log(`开发地址：http://127.0.0.1:${port}/`))

function stop(code = 0) {
  pages.kill('SIGTERM')
  server.kill('SIGTERM')
  process.exit(code)
}
process.on('SIGINT', () => stop())
process.on('SIGTERM', () => stop())

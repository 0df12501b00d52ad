// npm start: everything beyond `npm ci`. Builds what is stale, then becomes the server (in this very process, so that
// signals reach it without a middleman).
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildFunctionsIfStale } from './build-functions.mjs'
import { buildH5IfStale } from './build-h5.mjs'
import { readEnvFile } from './env-file.mjs'
import { outputs, root } from './freshness.mjs'
import { step } from './progress.mjs'

process.chdir(root)
readEnvFile()

// Before a minute of building, and before it changes anything under a server that is running already.
const port = Number(process.env.PORT || 3000)
if (await isTaken(port, process.env.HOST || '127.0.0.1')) {
  console.error(`启动失败：端口 ${port} 已被占用。请停止占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`)
  process.exit(1)
}

try {
  await step('步骤 1/3  生成网页（首次约 1 分钟）', buildH5IfStale)
  await step('步骤 2/3  生成服务', buildFunctionsIfStale)
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exit(1)
}
console.log('步骤 3/3  启动服务')
await import(pathToFileURL(path.join(outputs, 'local/main.js')))

/** Whether another program listens there. What else is wrong with a port or host, the server itself says. */
function isTaken(port, host) {
  if (!(Number.isInteger(port) && port > 0 && port <= 65535)) return false
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', ({ code }) => resolve(code === 'EADDRINUSE'))
    probe.listen({ port, host }, () => probe.close(() => resolve(false)))
  })
}

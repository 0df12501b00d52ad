// npm start: everything beyond `npm ci`. Builds what is stale, then becomes the server (in this very process, so that
// signals reach it without a middleman).
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildFunctionsIfStale } from './build-functions.mjs'
import { buildH5IfStale } from './build-h5.mjs'
import { outputs, root } from './freshness.mjs'
import { step } from './progress.mjs'

process.chdir(root)
try { process.loadEnvFile?.('.env') } catch { /* no .env: the defaults do */ }

try {
  await step('步骤 1/3  生成网页（首次约 1 分钟）', buildH5IfStale)
  await step('步骤 2/3  生成服务', buildFunctionsIfStale)
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exit(1)
}
console.log('步骤 3/3  启动服务')
await import(pathToFileURL(path.join(outputs, 'local/main.js')))

// npm test: builds what the tests run against if it is stale, then every test. Further words go to the runner,
// e.g. `npm test -- --selectProjects unit`.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildFunctionsIfStale } from './build-functions.mjs'
import { buildH5IfStale } from './build-h5.mjs'
import { buildWeappIfStale } from './build-weapp.mjs'
import { root } from './freshness.mjs'
import { step } from './progress.mjs'

const words = process.argv.slice(2)
const only = words.includes('--selectProjects') ? words.slice(words.indexOf('--selectProjects') + 1) : null
const needs = (project) => only === null || only.some((name) => name.startsWith(project))

if (needs('e2e-h5')) await step('生成网页', buildH5IfStale)
if (needs('e2e-weapp')) await step('生成小程序', buildWeappIfStale)
if (needs('e2e') || needs('contract')) await step('生成服务', buildFunctionsIfStale)

// WeChat DevTools is one program with one address: its journeys go one after the other.
const jest = spawn(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), `--maxWorkers=${process.env.WECHAT_DEVTOOLS_CLI ? 1 : 2}`, ...words], {
  cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal))
jest.on('close', (code) => process.exit(code ?? 1))

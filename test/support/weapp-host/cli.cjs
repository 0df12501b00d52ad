#!/usr/bin/env node
// Stands in for WeChat DevTools' `cli` on Linux, so that automator.launch({ cliPath, projectPath }) works:
//   cli auto --project DIR --auto-port PORT
require('./register-ts.cjs')
const fs = require('node:fs')
const path = require('node:path')
const { startHost } = require('./index.ts')

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1]

/** The folder with app.json: the project itself, or what its project.config.json names. */
function builtFolder(project) {
  if (fs.existsSync(path.join(project, 'app.json'))) return project
  const { miniprogramRoot = '' } = JSON.parse(fs.readFileSync(path.join(project, 'project.config.json'), 'utf8'))
  return path.join(project, miniprogramRoot)
}

async function main() {
  const host = await startHost({
    dist: builtFolder(path.resolve(option('project'))),
    port: Number(option('auto-port')),
    onClose: () => { void stop() },
  })
  const stop = async () => { await host.close(); process.exit(0) }
  // Whoever launched this may be gone without a word: a host that nobody can reach any more ends itself.
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) void stop() }, 1000)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { void stop() })
}

main().catch((error) => { console.error(error.message); process.exit(1) })

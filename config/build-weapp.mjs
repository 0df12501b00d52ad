// Builds the mini-program into dist/weapp and fails when it outgrows its budgets.
import { pathToFileURL } from 'node:url'
import { inputsOf, isFresh } from './freshness.mjs'
import { oversized } from './size-budgets.mjs'
import { buildBeside } from './swap.mjs'
import { runTaro } from './taro.mjs'

/** Builds the mini-program unless it was made from the very same sources. @returns whether it had to build */
export async function buildWeappIfStale() {
  const inputs = await inputsOf('weapp')
  if (await isFresh('weapp', inputs)) return false
  await buildWeapp(inputs)
  return true
}

async function buildWeapp(inputs) {
  await buildBeside('weapp', inputs, async (folder) => {
    await runTaro('weapp', folder, 'app.json')
    const problems = oversized('weapp', folder)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWeapp(await inputsOf('weapp'))
  console.log('小程序 → dist/weapp')
}

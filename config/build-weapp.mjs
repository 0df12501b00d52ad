// Builds the mini-program into dist/weapp and fails when it outgrows its budgets.
import { pathToFileURL } from 'node:url'
import { clearStamp, inputsOf, isFresh, writeStamp } from './freshness.mjs'
import { oversized } from './size-budgets.mjs'
import { runTaro } from './taro.mjs'

/** Builds the mini-program unless it was made from the very same sources. @returns whether it had to build */
export async function buildWeappIfStale() {
  const inputs = await inputsOf('weapp')
  if (await isFresh('weapp', inputs)) return false
  await clearStamp('weapp')
  await runTaro('weapp', 'weapp/app.json')
  const problems = oversized('weapp')
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await writeStamp('weapp', inputs)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await clearStamp('weapp')
  await buildWeappIfStale()
  console.log('小程序 → dist/weapp')
}

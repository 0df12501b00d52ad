import { BUDGETS, h5FirstLoad, weappSizes } from '../../../config/size-budgets.mjs'
import { buildH5IfStale } from '../../../config/build-h5.mjs'
import { buildWeappIfStale } from '../../../config/build-weapp.mjs'
import { row, type BenchRow } from '../row'

/** Bytes of what phones and browsers download, of builds made from the present sources. */
export async function run(): Promise<BenchRow[]> {
  await buildWeappIfStale()
  await buildH5IfStale()
  const { main, subs } = weappSizes()
  return [
    row('weapp.main', main, 'bytes', { max: BUDGETS.weappMain }),
    ...Object.entries(subs).map(([root, bytes]) => row(`weapp.sub.${root}`, bytes as number, 'bytes', { max: BUDGETS.weappSub })),
    row('h5.first-load', h5FirstLoad(), 'bytes gz', { max: BUDGETS.h5FirstLoadGzip }),
  ]
}

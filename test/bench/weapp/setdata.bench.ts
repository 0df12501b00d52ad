import { buildWeappIfStale } from '../../../config/build-weapp.mjs'
import { launchBrowser } from '../../support/browser'
import { NOW, startServer } from '../../support/h5-app'
import { WeappDriver } from '../../support/weapp-driver'
import { row, type BenchRow } from '../row'

/** Each main page and a text that only its content has. */
const PAGES: [name: string, path: string, content: string][] = [
  ['home', '/tabs/home/index', '项惠企政策可以查'],
  ['policies', '/tabs/policies/index', '现在可查'],
  ['services', '/tabs/services/index', '免申即享'],
  ['me', '/tabs/me/index', '文字大小'],
  ['item', '/policies/item/index?policyId=cn-caijin-2026-2&itemId=cn-caijin-2026-2-equip', '能得到什么'],
  ['policy', '/policies/policy/index?policyId=cn-caijin-2026-2', '文件沿革'],
  ['search', '/policies/search/index', '可以这样搜'],
  ['check', '/enterprises/check/index', '先补这几项'],
]

/** The real weapp build under the weapp host: what each main page hands to the view until its content shows, and its size. */
export async function run(): Promise<BenchRow[]> {
  await buildWeappIfStale()
  const server = await startServer()
  const browser = await launchBrowser()
  const began = performance.now()
  const phone = await WeappDriver.start({ browser, now: NOW, addresses: { 'http://127.0.0.1:3000': server.url } })
  const started = performance.now()
  try {
    const rows: BenchRow[] = []
    await phone.see('项惠企政策可以查')
    rows.push(...await figures('home.first-launch', phone))
    // The whole copy is on the phone from here on.
    await phone.switchTab('/tabs/me/index')
    await phone.see('没有网络也能查')
    for (const [name, path, content] of PAGES) {
      await phone.open(path)
      await phone.see(content)
      rows.push(...await figures(name, phone))
    }
    const ended = performance.now()
    return [...rows, row('weapp-host.start', started - began, 'ms'), row('weapp-host.tour', ended - started, 'ms')]
  } finally {
    await phone.finish()
    await browser.close()
    await server.close()
  }
}

async function figures(name: string, phone: WeappDriver): Promise<BenchRow[]> {
  const measure = await phone.measure()
  if (!measure) throw new Error('figures come from the weapp host only: unset WECHAT_DEVTOOLS_CLI')
  return [
    row(`setdata.${name}.calls`, measure.calls, 'calls', { max: 2 }),
    row(`setdata.${name}.bytes`, measure.bytes, 'bytes', { max: 64 * 1024 }),
    row(`setdata.${name}.nodes`, measure.nodes, 'nodes', { max: 500 }),
    row(`setdata.${name}.depth`, measure.depth, 'levels', { max: 20 }),
    row(`setdata.${name}.children`, measure.children, 'children', { max: 60 }),
  ]
}

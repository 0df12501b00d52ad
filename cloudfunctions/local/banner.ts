import type { DemoPerson } from './demo-people'
import { isLoopback, type Settings } from './settings'

interface Started extends Pick<Settings, 'dataDir' | 'demo' | 'host' | 'trustProxy'> { address: string; people: readonly DemoPerson[] }

/** What a newcomer reads once the server listens: where to look, who they can be, and what to mind. */
export function banner({ address, dataDir, demo, host, trustProxy, people }: Started): string {
  const lines = ['', '包头稀土高新区企业服务 已启动', `  打开      ${address}`, `  数据目录  ${dataDir}`, '  停止      Ctrl-C']
  if (demo && people.length > 0) {
    lines.push('', '演示身份（在“我的 → 登录”里选择；都是示例，不是真人）：')
    const rows = people.flatMap(({ name, roles }) => roles.map(({ label, reach }) => [label, name, reach ?? '']))
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
    lines.push(...rows.map(([label, name, reach]) => `  ${pad(label!, widths[0]!)}  ${pad(name!, widths[1]!)}  ${reach}`.trimEnd()))
  }
  if (!isLoopback(host)) lines.push('', ...warnings(demo, trustProxy))
  return lines.join('\n')
}

// Only where others than this machine can call.
const warnings = (demo: boolean, trustProxy: boolean): string[] => [
  demo
    ? '注意：演示登录已开启，能打开这个地址的人都可以用任何演示身份登录，包括管理员。正式使用请设置 DEMO=off。'
    : '演示登录已关闭（HOST 不是本机地址时默认关闭；只为演示可设置 DEMO=on）。',
  ...(trustProxy ? [] : ['注意：TRUST_PROXY=off，未登录的访问按来源 IP 限次。如果前面有反向代理，所有人会共用一份次数，请设置 TRUST_PROXY=on；没有反向代理时不要设置。']),
]

// Chinese characters and full-width signs take two columns of a terminal.
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text))

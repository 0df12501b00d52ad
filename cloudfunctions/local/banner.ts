import type { DemoPerson } from './demo-people'

/** What a newcomer reads once the server listens: where to look, and who they can be. */
export function banner({ address, dataDir, people, host }: { address: string; dataDir: string; people: readonly DemoPerson[]; host: string }): string {
  const lines = ['', '包头稀土高新区企业服务 已启动', `  打开      ${address}`, `  数据目录  ${dataDir}`, '  停止      Ctrl-C']
  if (people.length > 0) {
    lines.push('', '演示身份（在“我的 → 登录”里选择；都是示例，不是真人）：')
    const rows = people.flatMap(({ name, roles }) => roles.map(({ label, reach }) => [label, name, reach ?? '']))
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
    lines.push(...rows.map(([label, name, reach]) => `  ${pad(label!, widths[0]!)}  ${pad(name!, widths[1]!)}  ${reach}`.trimEnd()))
    if (!['127.0.0.1', 'localhost', '::1'].includes(host)) {
      lines.push('', '注意：演示登录已开启，能打开这个地址的人都可以用任何演示身份登录。正式使用请设置 DEMO=off。')
    }
  }
  return lines.join('\n')
}

// Chinese characters and full-width signs take two columns of a terminal.
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text))

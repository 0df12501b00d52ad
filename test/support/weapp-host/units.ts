const RPX = /(-?\d*\.?\d+)rpx\b/g
const VH = /(-?\d*\.?\d+)vh\b/g

/** Turns `rpx` into px and `vh` into hundredths of the page's own height: a page is shorter than the screen. */
export function convertUnits(value: string, width: number): string {
  if (!/rpx|vh/.test(value)) return value
  return value
    .replace(RPX, (_, n: string) => `${+((Number(n) * width) / 750).toFixed(3)}px`)
    .replace(VH, (_, n: string) => `calc(var(--page-vh) * ${n})`)
}

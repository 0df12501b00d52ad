// What a half-width mark becomes between Chinese characters. One for one, so that lengths and pinyin tokens keep their places.
const MARKS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

// Characters that set their neighbours in Chinese: Han and the marks that only Chinese has. Quotes, dashes and ellipses stand in English too.
const CHINESE = /[\u3400-\u9fff\uf900-\ufaff\u3001-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff0f\uff1a-\uff1f]/

const LETTER_OR_DIGIT = /[0-9A-Za-z]/

/**
 * Sets half-width punctuation full-width where it stands in Chinese text: `奖补(20%),每日7:24` → `奖补（20%），每日7:24`.
 * Marks between digits or Latin letters stay as they are: `1,000`, `7:24`, `1:3`, `3.5`, English, addresses. Keeps the length; twice is as once.
 */
export function fullWidth(text: string): string {
  const chars = text.split('')
  // A mark that has turned may set its neighbour in Chinese in turn (`吗?!`): until nothing turns any more.
  for (;;) {
    const before = chars.join('')
    turnParentheses(chars)
    turnMarks(chars)
    if (chars.join('') === before) return before
  }
}

function turnMarks(chars: string[]): void {
  for (let at = 0; at < chars.length; at += 1) {
    const mark = chars[at] === '.' && endsSentence(chars, at) ? '。' : MARKS[chars[at]!]
    if (mark !== undefined && (touchesChinese(chars, at, at) || partsNumbers(chars, at))) chars[at] = mark
  }
}

/** A pair turns as one, or not at all: when Chinese stands in it or touches it. A lone one turns when Chinese touches it. */
function turnParentheses(chars: string[]): void {
  const open: number[] = []
  for (let at = 0; at < chars.length; at += 1) {
    if (chars[at] === '(' || chars[at] === '（') open.push(at)
    if (chars[at] !== ')' && chars[at] !== '）') continue
    const from = open.pop() ?? at
    if (!touchesChinese(chars, from, at) && !isChinese(chars.slice(from, at + 1).join(''))) continue
    if (chars[from] === '(') chars[from] = '（'
    chars[at] = '）'
  }
  for (const at of open) if (touchesChinese(chars, at, at)) chars[at] = '（'
}

const isChinese = (text: string | undefined): boolean => text !== undefined && CHINESE.test(text)
const touchesChinese = (chars: readonly string[], from: number, to: number): boolean => isChinese(chars[from - 1]) || isChinese(chars[to + 1])

/** A comma between numbers that cannot be one of `1,000`, with Chinese after them: `至2025-12-31,2026年`. */
function partsNumbers(chars: readonly string[], at: number): boolean {
  let end = at + 1
  while (/^[0-9]$/.test(chars[end] ?? '')) end += 1
  const digits = end - at - 1
  return chars[at] === ',' && digits > 0 && digits !== 3 && isChinese(chars[end])
}

/** A full stop, not a decimal point, an item number (`1.税收`), a file name (`清单.docx`) or an ellipsis. */
const endsSentence = (chars: readonly string[], at: number): boolean =>
  isChinese(chars[at - 1]) && chars[at + 1] !== '.' && !LETTER_OR_DIGIT.test(chars[at + 1] ?? '')

// What a message or stack may carry by accident. Order matters: the most telling shapes go first.
const PATTERNS: [pattern: RegExp, instead: string][] = [
  // eyJ… tokens in three parts, and whatever follows an Authorization scheme.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[凭据]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [凭据]'],
  [/\b(token|ticket|secret|session|password|passwd|authorization|openid|unionid)(["']?\s*[=:]\s*["']?)[^\s"'&,;)}\]]+/gi, '$1$2[凭据]'],
  // A query string may hold anything a page was opened with.
  [/\?[^\s'"()]*/g, '?[参数]'],
  [/[\w.+-]{1,64}@[\w-]{1,64}(\.[\w-]+)+/g, '[邮箱]'],
  // WeChat openids: 28 characters that start with o.
  [/\bo[\w-]{27}\b/g, '[标识]'],
  // Identity card (17 digits and a check sign) and unified social credit codes (18 capitals and digits).
  [/(?<![A-Za-z0-9])\d{17}[\dXx](?![A-Za-z0-9])/g, '[证件号]'],
  [/(?<![A-Za-z0-9])(?=[A-Z0-9]*\d)[A-Z0-9]{18}(?![A-Za-z0-9])/g, '[证件号]'],
  [/(?<![A-Za-z0-9])[0-9a-f]{8}-[0-9a-f-]{27}(?![A-Za-z0-9])/gi, '[标识]'],
  [/(?<![A-Za-z0-9])(?=[0-9a-f]*\d)[0-9a-f]{16,}(?![A-Za-z0-9])/gi, '[标识]'],
  // Mobile and landline numbers, however they are grouped; then any long run of digits. Line and column stay.
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '[电话]'],
  [/(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, '[电话]'],
  [/\d{7,}/g, '[数字]'],
]

/** Takes out of a text whatever looks like a phone number, an id, a token or a query string. */
export const scrub = (text: string): string =>
  PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)

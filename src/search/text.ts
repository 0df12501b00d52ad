/** Longest query that is looked at, in characters, and most words of it. */
export const MAX_QUERY = 64
const MAX_WORDS = 8

// No tab and no line feed: they separate fields and blocks. Full-width forms, brackets of all kinds, quotes, dashes, controls, and the two letters whose lower case depends on
// company (İ, ς). Each becomes exactly one unit, so that places in the folded text are places in the original.
const UNEVEN = /[\uff01-\uff5e\u3000\u3010\u3011\u3014\u3015[\]\u2010-\u201f\u2212\u0130\u03c2\xfc\xdc\0-\x08\x0b-\x1f\x7f\xa0\u2028\u2029]/g

// Each unit with what it becomes.
const EVENED = '〔(【([(［(〕)】)])］)‘\'’\'“"”"İiςσüvÜv−-'

function even(unit: string): string {
  const code = unit.charCodeAt(0)
  const place = EVENED.indexOf(unit)
  if (place >= 0) return EVENED.charAt(place + 1)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return code >= 0x2010 && code <= 0x2015 ? '-' : ' '
}

/** Between the blocks of a column, and between the fields of a block. */
export const RECORD = '\n'
export const FIELD = '\t'

/** Text made comparable: case, width and kinds of brackets no longer differ. As long as the original, unit for unit. */
export const fold = (text: string): string => text.replace(UNEVEN, even).toLowerCase()

/** The words of a query: folded, each once, at most 8 of the first 64 characters. */
export function wordsOf(query: string): string[] {
  let text = query.slice(0, MAX_QUERY)
  // Half an emoji finds the halves of others.
  if (/[\ud800-\udbff]$/.test(text)) text = text.slice(0, -1)
  // xi'an is xian.
  const words = fold(text).replace(/([a-z])'(?=[a-z])/g, '$1').split(/\s+/).filter((word) => word !== '')
  return words.filter((word, n) => words.indexOf(word) === n).slice(0, MAX_WORDS)
}

/** Document numbers as they are printed, for one typed without brackets or marks: `财建2023103号` is `财建(2023)103号`. */
export const printedNumbers = (word: string): string[] =>
  ['($1)$2', '$1年第$2', '$1年$2'].map((form) => word.replace(/((?:19|20)\d\d)[年第()]*(\d+)/, form)).filter((number) => number !== word)

/** Whether a word is for pinyin alone. */
export const isLetters = (word: string): boolean => /^[a-z\d]+$/.test(word)

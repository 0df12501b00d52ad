import { POLYPHONES } from './polyphones'

type Syllables = (text: string) => string[]
let loading: Promise<Syllables> | undefined

/**
 * The pinyin key of a text, in the format of `contract/policies/pinyin`: one token a UTF-16 unit.
 * @param text a title or an item's name, as it is published
 */
export async function pinyinKeyOf(text: string): Promise<string> {
  const syllables = (await (loading ??= load()))(text)
  const characters = Array.from(text)
  // One entry a code point is what the library promises; a key that slipped would highlight the wrong characters.
  if (syllables.length !== characters.length) throw new Error(`pinyin: ${characters.length} characters, ${syllables.length} syllables`)
  return characters.map((character, n) => tokenOf(character, syllables[n] ?? '')).join('')
}

// pinyin-pro is 447 KB: a chunk of its own, loaded by the one command that publishes.
async function load(): Promise<Syllables> {
  const { customPinyin, pinyin } = await import('pinyin-pro')
  customPinyin(POLYPHONES)
  return (text) => pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
}

function tokenOf(character: string, syllable: string): string {
  if (character.length === 2) return '__'
  const code = character.charCodeAt(0)
  const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
  if (/^[0-9a-z]$/i.test(plain)) return plain.toUpperCase()
  return syllable !== character && /^[a-z]+$/.test(syllable) ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : '_'
}

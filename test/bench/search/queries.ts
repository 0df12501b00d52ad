import { tokensOf } from '../../../cloudfunctions/contract/policies/pinyin'
import type { SearchPolicy } from '../../../src/search'
import { fold } from '../../../src/search/text'
import type { Random } from '../../support/catalogue/random'

/** A query with one slip, and what was meant. */
export interface Slip { typed: string; meant: string; kind: 'wrong' | 'alike' | 'missing' | 'swapped' }

const HAN = /^[\u4e00-\u9fff]+$/

/** What people type: parts of names and titles, numbers, offices and kinds, two words, and a few words that are everywhere. */
export function exactQueries(policies: readonly SearchPolicy[], count: number, random: Random): string[] {
  return Array.from({ length: count }, () => {
    const policy = random.pick(policies)
    const item = random.pick(policy.items)
    const part = (text: string): string => phraseOf(text, random, 2, 8).text
    const draw = random.next()
    if (draw < 0.4) return part(item.name)
    if (draw < 0.55) return part(policy.title)
    if (draw < 0.62) return policy.number ? random.pick([policy.number, /[^〕第]+$/.exec(policy.number)?.[0] ?? policy.number]) : part(item.name)
    if (draw < 0.68) return policy.issuer ? part(policy.issuer) : part(item.name)
    if (draw < 0.74) return random.pick([item.category, item.support, policy.level])
    if (draw < 0.8) return random.pick(['企业', '稀土', '补贴', '奖励', '贷款', '税', '小微企业', '包头', '支持', '高新技术企业'])
    if (draw < 0.84) return part(item.benefit || item.name)
    return `${phraseOf(item.name, random, 2, 4).text} ${phraseOf(random.pick([policy.title, policy.issuer || policy.title, item.benefit || item.name]), random, 2, 4).text}`
  })
}

/** Full pinyin, initials, a last syllable begun, and letters followed by Chinese. */
export function pinyinQueries(policies: readonly SearchPolicy[], count: number, random: Random): string[] {
  return Array.from({ length: count }, () => {
    const { text, syllables } = spokenPhrase(policies, random, 2, 6)
    const draw = random.next()
    if (draw < 0.4) return syllables.join('')
    if (draw < 0.75) return syllables.map((syllable) => syllable.charAt(0)).join('')
    if (draw < 0.9 || text.length < 4) return syllables.join('').slice(0, -1)
    return syllables.slice(0, 2).join('') + text.slice(2)
  })
}

/**
 * Queries with one wrong, missing or swapped character (a quarter: letter, in pinyin) that plain search does not find.
 * Half of the wrong characters sound like the right one, as they do when they come from a pinyin keyboard.
 * @param isThere whether a text is found as it is
 */
export function slips(policies: readonly SearchPolicy[], count: number, random: Random, isThere: (text: string) => boolean): Slip[] {
  const sounds = soundsOf(policies)
  const characters = [...sounds.bySyllable.values()].flat()
  const result: Slip[] = []
  while (result.length < count) {
    const isPinyin = random.chance(0.25)
    const { text, syllables } = spokenPhrase(policies, random, isPinyin ? 2 : 3, isPinyin ? 5 : 8)
    const meant = isPinyin ? syllables.join('') : text
    if (isPinyin && meant.length < 5) continue
    const kind = random.pick(['wrong', 'alike', 'missing', 'swapped'] as const)
    const place = random.int(0, meant.length - 1)
    const character = meant.charAt(place)
    const alike = (sounds.bySyllable.get(sounds.of.get(character) ?? '') ?? []).filter((other) => other !== character)
    if (kind === 'alike' && (isPinyin || alike.length === 0)) continue
    const wrong = isPinyin ? String.fromCharCode(97 + random.int(0, 25)) : kind === 'alike' ? random.pick(alike) : random.pick(characters)
    const typed = kind === 'missing' ? meant.slice(0, place) + meant.slice(place + 1)
      : kind === 'swapped' ? meant.slice(0, place) + meant.charAt(place + 1) + character + meant.slice(place + 2)
        : meant.slice(0, place) + wrong + meant.slice(place + 1)
    if (typed !== meant && typed.length > 1 && !isThere(typed)) result.push({ typed, meant, kind })
  }
  return result
}

function soundsOf(policies: readonly SearchPolicy[]): { of: Map<string, string>; bySyllable: Map<string, string[]> } {
  const of = new Map<string, string>()
  for (const { title, titlePinyin } of policies) {
    tokensOf(titlePinyin).forEach((token, n) => {
      if (HAN.test(title.charAt(n)) && !of.has(title.charAt(n))) of.set(title.charAt(n), token)
    })
  }
  const bySyllable = new Map<string, string[]>()
  of.forEach((token, character) => bySyllable.set(token, [...(bySyllable.get(token) ?? []), character]))
  return { of, bySyllable }
}

/** A piece of a name or title that is Chinese only, with its syllables. */
function spokenPhrase(policies: readonly SearchPolicy[], random: Random, least: number, most: number): { text: string; syllables: string[] } {
  for (;;) {
    const policy = random.pick(policies)
    const item = random.pick(policy.items)
    const [source, key] = random.chance(0.65) ? [item.name, item.namePinyin] : [policy.title, policy.titlePinyin]
    const { text, from } = phraseOf(source, random, least, most)
    if (text.length >= least && HAN.test(text)) return { text, syllables: tokensOf(key).slice(from, from + text.length).map((token) => token.toLowerCase()) }
  }
}

function phraseOf(text: string, random: Random, least: number, most: number): { text: string; from: number } {
  const length = Math.min(random.int(least, most), text.length)
  // People begin with the first word about as often as anywhere.
  const from = random.chance(0.4) ? 0 : random.int(0, text.length - length)
  return { text: fold(text.slice(from, from + length)).trim() || fold(text.slice(0, length)).trim(), from }
}

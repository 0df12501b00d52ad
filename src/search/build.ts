import { columnOf, splice, type Column } from './column'
import { FIELD, fold, RECORD } from './text'
import type { SearchItem, SearchPolicy } from './types'

/**
 * What a search runs over. A policy is one block followed by a block for each of its items; all columns have the same
 * blocks. Immutable: an update gives a new index.
 */
export interface SearchIndex {
  policies: readonly SearchPolicy[]
  /** For a policy's block the policy, for an item's block the item. */
  blocks: readonly (SearchPolicy | SearchItem)[]
  /** The policy's block for each block, itself for a policy. */
  owners: Int32Array
  /** 1 for an item nobody can apply under any more. */
  lapsed: Uint8Array
  /** Policy: title and number. Item: name. */
  heads: Column
  /** Item: benefit, audience, amount. */
  rest: Column
  /** Issuers, levels, kinds of support and categories: few values, each for thousands of items. */
  labels: Labels
  /** All Latin letters of the texts above, run by run: few, so most words of letters need not be looked for there. */
  latin: string
  /** Pinyin of title or name: with capitals where a syllable begins, and in small letters to be searched. */
  capitals: string
  pinyin: Column
  /** First letters, one for each unit of the title or name. */
  initials: Column
}

/** The different values, one a line, and for each the blocks of its items. */
export interface Labels { text: string; items: number[][] }

/**
 * Builds an index.
 * @param policies in the order in which equally good hits are shown: the latest publication (highest `seq`) first
 */
export function createIndex(policies: readonly SearchPolicy[]): SearchIndex {
  // A text with a separator in it would shift all that follows; it is looked for only when the blocks do not come out even.
  return build(policies) || build(JSON.parse(JSON.stringify(policies), (_, value: unknown) => (typeof value === 'string' ? value.replace(/[\n\t]/g, ' ') : value)) as SearchPolicy[])!
}

/**
 * The index after a sync: what changed is replaced or added and comes first, what was removed is gone.
 * Same as building anew from `[...changed, ...others]`, without reading the others again.
 */
export function update(index: SearchIndex, changed: readonly SearchPolicy[], removedPolicyIds: readonly string[]): SearchIndex {
  const gone = new Set(removedPolicyIds)
  for (const { id } of changed) gone.add(id)
  const fresh = createIndex(changed)
  const kept: [number, number][] = []
  const policies = [...fresh.policies]
  let block = 0
  for (const policy of index.policies) {
    const next = block + 1 + policy.items.length
    if (!gone.has(policy.id)) {
      policies.push(policy)
      const last = kept[kept.length - 1]
      if (last?.[1] === block) last[1] = next
      else kept.push([block, next])
    }
    block = next
  }
  const joined = COLUMNS.map((column) => splice(index[column], kept, fresh[column]))
  const capitals = splice({ ...index.pinyin, text: index.capitals }, kept, { ...fresh.pinyin, text: fresh.capitals })
  return indexOf(policies, joined, capitals.text)
}

const COLUMNS = ['heads', 'rest', 'pinyin', 'initials'] as const

function build(policies: readonly SearchPolicy[]): SearchIndex | null {
  const heads: string[] = []
  const rest: string[] = []
  const keys: string[] = []
  for (const { title, titlePinyin, number, items } of policies) {
    heads.push(title + FIELD + number)
    rest.push('')
    keys.push(titlePinyin)
    for (const item of items) {
      heads.push(item.name)
      rest.push(item.benefit + FIELD + item.audience + FIELD + item.amount)
      keys.push(item.namePinyin)
    }
  }
  const capitals = keys.join(RECORD)
  const columns: (Column | null)[] = [
    fold(heads.join(RECORD)), fold(rest.join(RECORD)), capitals.toLowerCase(), capitals.replace(/[a-z]+/g, '').toLowerCase(),
  ].map((text) => columnOf(text, heads.length))
  return columns.every((column) => column) ? indexOf(policies, columns as Column[], capitals) : null
}

function indexOf(policies: readonly SearchPolicy[], columns: readonly Column[], capitals: string): SearchIndex {
  const [heads, rest, pinyin, initials] = columns as [Column, Column, Column, Column]
  const layout = layoutOf(policies)
  const latin = [heads.text, rest.text, layout.labels.text].map((text) => (text.match(/[a-z]+/g) || []).join(' ')).join(' ')
  return { policies, capitals, heads, rest, pinyin, initials, ...layout, latin }
}

function layoutOf(policies: readonly SearchPolicy[]): Pick<SearchIndex, 'blocks' | 'owners' | 'lapsed' | 'labels'> {
  const blocks: (SearchPolicy | SearchItem)[] = []
  const owners: number[] = []
  const lapsed: number[] = []
  const labels = new Map<string, number[]>()
  const label = (value: string): number[] => {
    const items = labels.get(value) || []
    if (items.length === 0) labels.set(value, items)
    return items
  }
  for (const policy of policies) {
    const owner = blocks.length
    const [issuer, level] = [label(policy.issuer), label(policy.level)]
    blocks.push(policy)
    owners.push(owner)
    lapsed.push(0)
    for (const item of policy.items) {
      issuer.push(blocks.length)
      level.push(blocks.length)
      label(item.support).push(blocks.length)
      label(item.category).push(blocks.length)
      blocks.push(item)
      owners.push(owner)
      lapsed.push(item.lapsed ? 1 : 0)
    }
  }
  return {
    blocks, owners: new Int32Array(owners), lapsed: new Uint8Array(lapsed),
    labels: { text: fold(Array.from(labels.keys()).join(RECORD)), items: Array.from(labels.values()) },
  }
}

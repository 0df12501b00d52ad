import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueEntry, Item, Policy } from '../../../cloudfunctions/contract/policies/schemas'
import { readRecords } from '../../../cloudfunctions/policies/import-catalogue/read-records'
import { toPolicies } from '../../../cloudfunctions/policies/import-catalogue/to-policies'
import { pinyinKeyOf } from '../../../cloudfunctions/policies/pinyin'
import { randomOf, type Random } from './random'

/** The seed catalogue as the importer reads it: 187 real policies with 280 items. */
export function realPolicies(): Policy[] {
  const { documents, items } = readRecords(JSON.parse(readFileSync(join(process.cwd(), 'cloudfunctions/local/seed/catalogue.json'), 'utf8')))
  return toPolicies(documents, items)
}

/**
 * A catalogue of any size in the contract's shape, recombined from the real one: titles and names are put together
 * from the beginnings, middles and endings of real ones, so that lengths, words and their frequencies stay like them.
 * The same for the same seed. Latest publication (highest `seq`) first.
 */
export async function generateCatalogue(count: number, seed: number): Promise<CatalogueEntry[]> {
  const random = randomOf(seed)
  const parts = partsOf(realPolicies())
  const entries: CatalogueEntry[] = []
  for (let n = 0; n < count; n++) {
    const policy = policyOf(`gen-${String(n + 1).padStart(6, '0')}`, parts, random)
    entries.push({
      policy,
      seq: count - n,
      titlePinyin: await pinyinKeyOf(policy.title),
      itemPinyin: await Promise.all(policy.items.map(({ name }) => pinyinKeyOf(name))),
    })
  }
  return entries
}

const TITLE = /^(.*关于|(?:中华人民共和国|内蒙古自治区|内蒙古|包头市|包头稀土高新区|稀土高新区|国家)?)(.+?)((?:的?若干|的?实施|的?指导|的?行动|工作|管理|认定管理|的)?(?:政策措施|措施|意见|方案|细则|办法|条例|清单|通知|公告|规定|政策|目录|名单|规划)?(?:（[^（）]*）)?)$/
const NAME = /^(.+?)((?:奖励|奖补|补助|补贴|贴息|认定|支持|减免|减半|保障|扶持|培育|抵免|扣除|服务|资助|融资|贷款|返还)*(?:（[^（）]*）)?)$/

interface Parts {
  policies: Policy[]
  items: Item[]
  titles: { start: string; middle: string; end: string }[]
  names: { start: string; end: string }[]
  /** Trades, activities and qualifications, as conditions name them. */
  topics: string[]
}

function partsOf(policies: Policy[]): Parts {
  const items = policies.flatMap((policy) => policy.items)
  const topics = items.flatMap(({ conditions }) => conditions).flatMap(({ value }) => (Array.isArray(value) ? value : []))
  return {
    policies,
    items,
    titles: policies.map(({ title }) => {
      const [, start = '', middle = title, end = ''] = TITLE.exec(title) ?? []
      return { start, middle, end }
    }),
    names: items.map(({ name }) => {
      const [, start = name, end = ''] = NAME.exec(name) ?? []
      return { start, end }
    }),
    topics: [...new Set(topics)].filter((topic) => topic.length > 1),
  }
}

function policyOf(id: string, parts: Parts, random: Random): Policy {
  const like = random.pick(parts.policies)
  const { start, middle, end } = { start: random.pick(parts.titles).start, middle: random.pick(parts.titles).middle, end: random.pick(parts.titles).end }
  const topic = random.chance(0.4) ? random.pick(parts.topics) : ''
  const year = random.int(2019, 2026)
  const items = Array.from({ length: random.pick([1, 1, 1, 1, 2, 2, 3]) }, (_, n) => itemOf(`${id}-${n + 1}`, parts, random))
  return {
    ...like,
    id,
    title: `${start}${topic}${middle}${end}`.slice(0, 120),
    docNumber: like.docNumber?.replace(/\d{4}/, String(year)).replace(/\d+(?=号)/, String(random.int(1, 480))) ?? null,
    issuer: random.chance(0.7) ? like.issuer : random.pick(parts.policies).issuer,
    publishedOn: like.publishedOn && `${year}${like.publishedOn.slice(4)}`.replace('-02-29', '-02-28'),
    replaces: [],
    replacedBy: [],
    items,
  }
}

function itemOf(id: string, parts: Parts, random: Random): Item {
  const like = random.pick(parts.items)
  const other = random.pick(parts.items)
  const topic = random.chance(0.4) ? random.pick(parts.topics) : ''
  return {
    ...like,
    id,
    name: `${topic}${random.pick(parts.names).start}${random.pick(parts.names).end}`.slice(0, 80),
    audience: random.chance(0.5) ? like.audience : other.audience,
    benefit: crossed(like.benefit, other.benefit),
    amount: like.amount?.replace(/\d+/, String(random.int(1, 20) * 5)) ?? null,
  }
}

/** The first clause of one sentence and the others of another. */
function crossed(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  const [first = '', ...rest] = one.replace(/。$/, '').split('，')
  return [first, ...(other.split('，').slice(1).length > 0 ? other.split('，').slice(1) : rest)].join('，').slice(0, 300)
}

import { createIndex, highlight, search, type SearchIndex, type SearchResult } from '../../../src/search'
import { policiesOf, realRecords } from './records'

const everything = { limit: 1000, includeLapsed: true }
const ids = ({ hits }: Pick<SearchResult, 'hits'>): string[] => hits.map(({ itemId }) => itemId)

describe('search over the real catalogue', () => {
  let index: SearchIndex
  beforeAll(async () => { index = createIndex(await realRecords()) })

  test.each([
    ['zjtx', '专精特新'], ['gxjs', '高新技术'], ['gaoxinjishu', '高新技术'], ['gaox', '高新'], ['xi\'tu', '稀土'], ['lvse', '绿色'],
    ['zhongdian', '重点'], ['zengzhi', '增值'],
  ])('finds %s by pinyin as %s', (query, chinese) => {
    expect(search(index, query)).toMatchObject({ how: 'pinyin', matchedText: chinese })
  })

  test('finds letters and Chinese in one word', () => {
    const result = search(index, 'gaoxin技术')
    expect(result.how).toBe('pinyin')
    expect(result.matchedText).toBe('高新技术')
    expect(result.total).toBe(search(index, '高新技术').total - onlyElsewhere(index))
  })

  test('finds full syllables and initials in one word', () => {
    expect(search(index, 'gaoxjs')).toMatchObject({ how: 'pinyin', matchedText: '高新技术' })
  })

  test.each(['内政发〔2024〕6号', '内政发(2024)6号', '内政发[2024]6号', '内政发2024年6号', '内政发20246号', '２０２４〕６号'])('finds a document by %s', (query) => {
    const { hits, total } = search(index, query, everything)
    expect(total).toBeGreaterThan(5)
    expect(new Set(hits.map(({ policyId }) => policyId)).size).toBe(1)
  })

  test('finds a document by its office, year and number run together', () => {
    const { how, words, hits } = search(index, '财政部2023年103号', everything)
    expect([how, words]).toEqual(['split', ['财政部', '2023', '103号']])
    expect(hits.map(({ policyId }) => policyId)).toContain('cn-caijian-2023-103')
  })

  test('corrects a wrong character, also in words written as one, and shows what has only one of them', () => {
    const result = search(index, '稀士贴息')
    expect(result).toMatchObject({ how: 'typo', words: ['稀土', '贴息'], total: 1 })
    expect(result.others).toHaveLength(1)
    expect(result.others[0]).toMatchObject({ how: 'partial', words: ['贴息'] })
    expect(ids(result.others[0]!)).not.toContain(result.hits[0]!.itemId)
  })

  test.each([
    ['高新技木企业', '高新技术企业'], ['专精新企业', '专精特新企业'], ['研发费用家计扣除', '研发费用加计扣除'],
    ['小徽企业', '小微企业'], ['稀士', '稀土'], ['知产识权', '知识产权'], ['gaoxn', 'gaoxin'], ['goaxin', 'gaoxin'],
  ])('corrects %s to %s', (query, meant) => {
    expect(search(index, query)).toMatchObject({ how: 'typo', words: [meant] })
  })

  test('takes a word apart when its parts are there, instead of changing it', () => {
    expect(search(index, '稀土补贴')).toMatchObject({ how: 'split', words: ['稀土', '补贴'] })
  })

  test('leaves a word out when nothing has them all', () => {
    expect(search(index, '稀土 火星人')).toMatchObject({ how: 'partial', words: ['稀土'] })
    expect(search(index, '高新 贴息 人才')).toMatchObject({ how: 'partial', words: ['高新', '人才'] })
  })

  test('corrects every word of a query, without trying all ways together', () => {
    expect(search(index, '稀士 贴西')).toMatchObject({ how: 'typo', words: ['稀土', '贴息'], total: 1 })
    const start = Date.now()
    search(index, '稀士 贴西 高薪 奖厉 补帖 企叶 认锭 财证')
    expect(Date.now() - start).toBeLessThan(500)
  })

  test('says none when nothing comes near', () => {
    expect(search(index, '外星人')).toEqual({ how: 'none', words: ['外星人'], hits: [], total: 0, lapsedHidden: 0, others: [] })
  })

  test('counts lapsed items but does not show them', () => {
    const hidden = search(index, '稀土', { limit: 1000 })
    const shown = search(index, '稀土', everything)
    expect(hidden.lapsedHidden).toBeGreaterThan(0)
    expect(shown.total).toBe(hidden.total + hidden.lapsedHidden)
    expect(ids(shown).slice(0, hidden.total)).toEqual(ids(hidden))
  })

  test('a page has the best of all hits', () => {
    const all = search(index, '企业', everything)
    expect(ids(search(index, '企业', { limit: 7, includeLapsed: true }))).toEqual(ids(all).slice(0, 7))
  })

  test('a filter of the page applies to hits and counts', () => {
    const all = search(index, '稀土', everything)
    const some = new Set(ids(all).filter((_, n) => n % 2 === 0))
    expect(search(index, '稀土', { ...everything, only: (id) => some.has(id) })).toMatchObject({ total: some.size, lapsedHidden: 0 })
  })
})

// 高新技术 in benefits and numbers has no pinyin beside it.
const onlyElsewhere = (index: SearchIndex): number =>
  search(index, '高新技术', { limit: 1000 }).hits.filter(({ spans }) => !spans.name && !spans.title).length

test('ranks the whole name, then names by place, then titles, numbers and the rest', async () => {
  const index = createIndex(await policiesOf(
    { items: [{ name: '甲', benefit: '稀土奖励' }] },
    { title: '稀土文件', items: [{ name: '乙' }] },
    { items: [{ name: '支持稀土' }, { name: '稀土项目' }, { name: '稀土' }] },
    { number: '稀土〔2024〕1号', items: [{ name: '丙' }] },
  ))
  const names = search(index, '稀土').hits.map(({ itemId }) => itemId)
  expect(names).toEqual(['p2-2', 'p2-1', 'p2-0', 'p1-0', 'p3-0', 'p0-0'])
})

test('3号 is 3号 before it is 103号, and equal hits keep the order given', async () => {
  const index = createIndex(await policiesOf({ number: '财〔2024〕103号' }, { number: '财〔2024〕3号' }, { number: '国〔2024〕3号' }))
  expect(ids(search(index, '3号'))).toEqual(['p1-0', 'p2-0', 'p0-0'])
})

test('all words must be there, in any fields of an item or its policy', async () => {
  const index = createIndex(await policiesOf({ title: '包头办法', issuer: '财政局', items: [{ name: '贴息' }, { name: '奖励', amount: '50万元' }] }))
  expect(ids(search(index, '包头 财政局 奖励 50万'))).toEqual(['p0-1'])
})

test('case and width make no difference, and highlights stay on the text', async () => {
  const index = createIndex(await policiesOf({ items: [{ name: 'ＬＥＤ（第2批）Ai 项目' }] }))
  for (const query of ['led', 'LED(第２批)', 'ａＩ', 'ai 项目']) expect(search(index, query)).toMatchObject({ how: 'exact', total: 1 })
  const { spans } = search(index, 'led(第2批)').hits[0]!
  expect(highlight('ＬＥＤ（第2批）Ai 项目', spans.name)).toEqual([{ text: 'ＬＥＤ（第2批）', hit: true }, { text: 'Ai 项目', hit: false }])
})

test('an empty query, an empty index and a text with line breaks are no trouble', async () => {
  expect(search(createIndex([]), '稀土')).toMatchObject({ how: 'none', total: 0 })
  const index = createIndex(await policiesOf({ items: [{ name: '稀土\n贴息', benefit: '一\t二\n三' }] }, { items: [{ name: '人才' }] }))
  for (const query of ['', '  ', '\n']) expect(search(index, query)).toMatchObject({ how: 'none', words: [], total: 0 })
  expect(search(index, '人才').hits[0]).toMatchObject({ itemId: 'p1-0', spans: { name: [{ start: 0, end: 2 }] } })
})

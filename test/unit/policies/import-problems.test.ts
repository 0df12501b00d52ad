import { importCatalogue } from '../../../cloudfunctions/policies/import-catalogue'
import { isOfficialSource } from '../../../cloudfunctions/policies/official-source'
import type { Store } from '../../../cloudfunctions/store/port'
import { aDocument, aFile, aRecord, realCatalogue, type RawRecord } from './support/records'
import { clock } from './support/store'

/** Refuses every use: a file with a problem must not even touch the store. */
const untouchable = new Proxy({}, { get: (_, name) => { throw new Error(`store.${String(name)} was used`) } }) as Store
const problemsOf = async (file: unknown) => (await importCatalogue(untouchable, clock, file)).problems

const withDocument = (fields: RawRecord) => aFile(aDocument(fields))
const withItem = (fields: RawRecord) => ({ documents: [aDocument()], items: [aRecord(fields)] })
const clause = (fields: RawRecord) => withItem({ conditions: [{ fact: 'employees', op: '<=', value: 300, unit: '人', text: '不超过300人', ...fields }] })

describe('a document', () => {
  it.each<[string, RawRecord, string, RegExp]>([
    ['without a title', { title: '' }, 'title', /请填写标题/],
    ['with a title over 120 characters', { title: '长'.repeat(121) }, 'title', /最多 120 个字/],
    ['with a title that is no text', { title: 3 }, 'title', /应为文字/],
    ['with an unknown level', { level: '省级' }, 'level', /级别没有“省级”，可用：国家级、自治区级、包头市级、高新区级/],
    ['with an unknown evidence', { evidence: 'sure' }, 'evidence', /证据等级不在可选范围内/],
    ['with a day that never was', { publishedOn: '2026-02-30' }, 'publishedOn', /日历上没有这一天/],
    ['with a month that never was', { validUntil: '2026-13' }, 'validUntil', /日历上没有这一天/],
    ['with a date written otherwise', { effectiveFrom: '2026/1/1' }, 'effectiveFrom', /日期写成/],
    ['that ends before it starts', { effectiveFrom: '2026-05', validUntil: '2026-04' }, 'validUntil', /截止日期早于生效日期/],
    ['with a caveat of another opening', { note: '非现行，已废止' }, 'note', /应以“非现行:”或“待核:”开头/],
    ['with a caveat that says nothing', { note: '待核: ' }, 'note', /应以/],
    ['with an address that is none', { sourceUrl: 'www.gov.cn' }, 'sourceUrl', /网址应以 http 开头/],
    ['with a field nobody knows', { validUntill: null }, 'validUntill', /不认识这个字段/],
    ['with an unsound id', { id: '有空 格' }, 'id', /编号只能用/],
    ['that replaces one the file does not have', { replaces: ['gone'] }, 'replaces', /文件里没有 gone/],
    ['that is replaced by one the file does not have', { replacedBy: ['gone'] }, 'replacedBy', /文件里没有 gone/],
  ])('%s', async (_, fields, field, message) => {
    const problems = await problemsOf(withDocument(fields))
    expect(problems).toContainEqual({ record: (fields.id as string | undefined) ?? 'doc', field, message: expect.stringMatching(message) })
    expect(problems).toHaveLength('id' in fields ? 3 : 1) // an unsound id is wrong in its item too
  })

  it('without a field', async () => {
    const file = withDocument({})
    delete file.documents[0]!.issuer
    expect(await problemsOf(file)).toEqual([{ record: 'doc', field: 'issuer', message: '缺少这个字段' }])
  })

  it('without items', async () =>
    expect(await problemsOf({ documents: [aDocument()], items: [] })).toEqual([{ record: 'doc', field: 'items', message: '至少要有一个事项' }]))

  it('twice', async () =>
    expect(await problemsOf(aFile(aDocument(), aDocument()))).toContainEqual({ record: 'doc', field: 'id', message: '编号重复，前面已有一条' }))

  it('named by its place when it has no id', async () =>
    expect(await problemsOf({ documents: [aDocument(), 7], items: [aRecord()] })).toEqual([{ record: 'documents.1', field: '', message: '类型不对，应为一条记录' }]))
})

describe('lineage', () => {
  it('said on one side only', async () => {
    const file = aFile(aDocument({ id: 'old' }), aDocument({ id: 'new', replaces: ['old'] }))
    expect(await problemsOf(file)).toEqual([{ record: 'new', field: 'replaces', message: 'old 的 replacedBy 里没有 new，新旧关系要两边都写' }])
  })

  it('in a circle, of one or of three', async () => {
    expect(await problemsOf(withDocument({ replaces: ['doc'], replacedBy: ['doc'] }))).toContainEqual({ record: 'doc', field: 'replacedBy', message: expect.stringContaining('圈') })
    const ring = ['a', 'b', 'c'].map((id, n, all) => aDocument({ id, replacedBy: [all[(n + 1) % 3]], replaces: [all[(n + 2) % 3]] }))
    expect(await problemsOf(aFile(...ring))).toEqual([{ record: 'a', field: 'replacedBy', message: expect.stringContaining('圈') }])
  })

  it('said twice', async () =>
    expect(await problemsOf(aFile(aDocument({ id: 'old', replacedBy: ['new'] }), aDocument({ id: 'new', replaces: ['old', 'old'] })))).toEqual([
      { record: 'new', field: 'replaces', message: '同一份文件写了两次' },
    ]))

  it('of a document with a problem of its own calls forth no others', async () => {
    const file = aFile(aDocument({ id: 'old', level: '?', replacedBy: ['new'] }), aDocument({ id: 'new', replaces: ['old'] }))
    expect((await problemsOf(file)).map(({ record, field }) => [record, field])).toEqual([['old', 'level']])
  })
})

describe('an item', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['of no document', { documents: [aDocument()], items: [aRecord(), aRecord({ id: 'x', documentId: 'gone' })] }, 'documentId', /文件里没有 gone/],
    ['without a name', withItem({ name: ' ' }), 'name', /请填写事项名称/],
    ['with an unknown category', withItem({ category: '农业' }), 'category', /类别没有“农业”/],
    ['with an unknown support', withItem({ supportType: '送钱' }), 'supportType', /支持方式没有“送钱”/],
    ['with an unknown mode', withItem({ mode: '口头' }), 'mode', /办理方式没有“口头”/],
    ['with a most that is below nothing', withItem({ maxAmountYuan: -1 }), 'maxAmountYuan', /不能小于 0/],
    ['with a most that is text', withItem({ maxAmountYuan: '5万' }), 'maxAmountYuan', /应为数/],
    ['that closes before it opens', withItem({ applyFrom: '2026-05-02', applyUntil: '2026-05-01' }), 'applyUntil', /申报截止早于申报开始/],
    ['with a month where a day is needed', withItem({ applyUntil: '2026-05' }), 'applyUntil', /日期写成/],
    ['with an unknown fact', clause({ fact: 'weather' }), 'conditions.0.fact', /条件所看的事实不在可选范围内/],
    ['with an unknown operator', clause({ op: '!=' }), 'conditions.0.op', /比较方式不在可选范围内/],
    ['that compares a number with text', clause({ value: '300' }), 'conditions.0', /比较值应为一个数/],
    ['that looks for a number in a list', clause({ op: 'in', value: ['300'] }), 'conditions.0', /不能用 in 比较/],
    ['with another unit', clause({ unit: '万元' }), 'conditions.0', /单位应为 人/],
    ['with text instead of a list', clause({ fact: 'industry', op: 'in', value: 'C', unit: null }), 'conditions.0', /应为文字列表/],
    ['with an empty list', clause({ fact: 'industry', op: 'in', value: [], unit: null }), 'conditions.0', /不能为空/],
    ['with a value that is not offered', clause({ fact: 'sizeClass', op: 'in', value: ['巨型'], unit: null }), 'conditions.0', /没有“巨型”这个取值/],
    ['with an operator that makes no sense', clause({ fact: 'qualifications', op: 'in', value: ['高新技术企业'], unit: null }), 'conditions.0', /可用 hasAny、hasAll/],
    ['with a unit on text', clause({ fact: 'ownership', op: '=', value: '民营' }), 'conditions.0', /没有单位/],
    ['with a basis that is none', clause({ basis: 'hearsay' }), 'conditions.0.basis', /依据只能是/],
  ])('%s', async (_, file, field, message) => {
    const problems = await problemsOf(file)
    expect(problems).toEqual([{ record: expect.stringMatching(/^(doc-main|x)$/), field, message: expect.stringMatching(message) }])
    expect(problems[0]!.message).not.toMatch(/Invalid|Expected/)
  })

  it('twice', async () =>
    expect(await problemsOf({ documents: [aDocument()], items: [aRecord(), aRecord()] })).toEqual([{ record: 'doc-main', field: 'id', message: '编号重复，前面已有一条' }]))
})

it.each([null, [], 'x', { documents: {}, items: [] }, {}])('refuses a file that is %j', async (file) => {
  for (const { record, message } of await problemsOf(file)) expect([record, message]).toEqual(['（文件）', expect.stringMatching(/类型不对|缺少/)])
  expect((await problemsOf(file)).length).toBeGreaterThan(0)
})

it('names every problem of a file, not the first alone', async () => {
  const file = realCatalogue()
  file.documents[3]!.level = '?'
  file.items[5]!.category = '?'
  file.items[9]!.applyFrom = '?'
  expect((await problemsOf(file)).map(({ record }) => record)).toEqual([file.documents[3]!.id, file.items[5]!.id, file.items[9]!.id])
})

describe('a source is official', () => {
  it.each(['https://www.gov.cn/x', 'http://www.baotou.gov.cn', 'https://gov.cn/', 'https://www.npc.gov.cn/a', 'https://NM.GOV.CN/'])('%s', (url) => expect(isOfficialSource(url)).toBe(true))
  it.each([null, 'https://www.gov.cn.evil.com/', 'https://evil-gov.cn/', 'https://www.gov.cn@evil.com/', 'https://nm.people.com.cn/', 'javascript://www.gov.cn/', 'gov.cn', 'https://x@www.gov.cn/'])(
    'but %s is not', (url) => expect(isOfficialSource(url)).toBe(false))
})

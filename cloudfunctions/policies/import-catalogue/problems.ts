import * as v from 'valibot'

/** What is wrong with one record of the file. `field` is dotted; empty when the record as a whole is meant. */
export interface ImportProblem { record: string; field: string; message: string }

/** What a schema found wrong with a record, in Chinese. */
export const problemsIn = (record: string, issues: readonly v.BaseIssue<unknown>[]): ImportProblem[] =>
  issues.map((issue) => ({ record, field: v.getDotPath(issue) ?? '', message: inChinese(issue) }))

// Our schemas speak Chinese; what they leave unsaid valibot says in English.
function inChinese(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message
  if (issue.type === 'strict_object' && issue.expected === 'never') return '不认识这个字段'
  if (issue.received === 'undefined') return '缺少这个字段'
  return `类型不对，应为${TYPE_NAMES[issue.type] ?? '别的类型'}`
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字', number: '数', boolean: '是或否', array: '列表', strict_object: '一条记录', object: '一条记录', integer: '整数',
}

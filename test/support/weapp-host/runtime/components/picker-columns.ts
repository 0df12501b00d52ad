import type { Column } from '../view/overlays'

interface Bounds { start?: unknown; end?: unknown; fields?: unknown }

const two = (value: number) => String(value).padStart(2, '0')
const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
const column = (values: string[], value: string): Column => ({ labels: values, chosen: Math.max(0, values.indexOf(value)) })

/** Hours and minutes within start and end. */
export function timeColumns(value: string, { start, end }: Bounds): Column[] {
  const [fromHour] = String(start || '00:00').split(':').map(Number) as [number]
  const [toHour] = String(end || '23:59').split(':').map(Number) as [number]
  const [hour = '', minute = ''] = value.split(':')
  return [column(numbers(fromHour, toHour).map(two), hour), column(numbers(0, 59).map(two), minute)]
}

export const timeValue = (chosen: number[], columns: Column[]) => chosen.map((index, at) => columns[at]!.labels[index]).join(':')

/** Years, months, days within start and end; `fields` may stop at year or month. */
export function dateColumns(value: string, { start, end, fields }: Bounds): Column[] {
  const now = new Date()
  const [fromYear = 1900] = String(start || '1900-01-01').split('-').map(Number)
  const [toYear = 2100] = String(end || '2100-12-31').split('-').map(Number)
  const [year = String(now.getFullYear()), month = two(now.getMonth() + 1), day = two(now.getDate())] = value ? value.split('-') : []
  const days = new Date(Number(year), Number(month), 0).getDate()
  const all = [column(numbers(fromYear, toYear).map(String), year), column(numbers(1, 12).map(two), month), column(numbers(1, days).map(two), day)]
  return all.slice(0, fields === 'year' ? 1 : fields === 'month' ? 2 : 3)
}

export const dateValue = (chosen: number[], columns: Column[]) => chosen.map((index, at) => columns[at]!.labels[index]).join('-')

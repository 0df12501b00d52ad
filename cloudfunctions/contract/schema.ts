import * as v from 'valibot'
import { isRealDay } from './zone-time'

const NOT_A_DAY = '日历上没有这一天，请核对'

/** `YYYY-MM-DD`, a calendar day in zone time (UTC+8). */
export const Day = v.pipe(
  v.string('请填写日期'), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-11-24 这样'), v.check(isRealDay, NOT_A_DAY),
)

/** A day or only its month: sources often print no more than `2026-04`. */
export const DayOrMonth = v.pipe(
  v.string('请填写日期'), v.regex(/^\d{4}-\d{2}(-\d{2})?$/, '日期写成 2026-11-24 或 2026-11 这样'), v.check(isRealDay, NOT_A_DAY),
)

/** Ids made by us or by a client: letters, digits and `._:-`, at most 64 characters. */
export const Id = v.pipe(v.string('缺少编号'), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, '编号不对，请返回上一页重试'))

/** Trimmed text of 1 to `max` characters. */
export const Text = (name: string, max: number) =>
  v.pipe(v.string(`请填写${name}`), v.trim(), v.minLength(1, `请填写${name}`), v.maxLength(max, `${name}最多 ${max} 个字`))

/** One of the keys of a label map; the map is the single list of an enum's values. */
export const OneOf = <const T extends Record<string, string>>(labels: T, name: string) =>
  v.picklist(Object.keys(labels) as (keyof T & string)[], `${name}不在可选范围内`)

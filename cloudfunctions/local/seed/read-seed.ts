import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { StartError } from '../start-error'
import type { SampleEnterprise } from './sample-zone'

const Profiles = v.array(v.object({ id: v.string(), name: v.string() }))

/** The catalogue to import, as read: its records are checked by the import. */
export const readCatalogue = (folder: string): unknown => readJson(path.join(folder, 'catalogue.json'))

/** The sample enterprises. */
export function readEnterprises(folder: string): SampleEnterprise[] {
  const file = path.join(folder, 'profiles.json')
  const parsed = v.safeParse(Profiles, readJson(file))
  if (!parsed.success) throw new StartError(`${file} 不是样例企业列表：请从代码库恢复这个文件。`)
  return parsed.output
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new StartError(`读不到 ${file}：请从代码库恢复这个文件。`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new StartError(`${file} 不是有效的 JSON：请改正或从代码库恢复这个文件。`)
  }
}

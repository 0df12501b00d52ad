import * as v from 'valibot'
import { AppError } from '../../../../cloudfunctions/contract/errors'
import { query } from '../../../../cloudfunctions/contract/operation'
import { implement, type Handler } from '../../../../cloudfunctions/kernel/pipeline'

const spell = query({ name: 'lazy.spell', permission: 'policy.read', input: v.object({ text: v.string() }), output: v.object({ pinyin: v.string() }) })

/** A domain for the bundler's test: one operation that needs a heavy library, and fails in a way that must be understood across chunks. */
export const handlers: Handler[] = [implement(spell, {
  async run({ text }) {
    const { toPinyin } = await import('./heavy')
    if (text === '') throw new AppError('NOT_FOUND')
    return { pinyin: toPinyin(text) }
  },
})]

import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { AppError } from '@contract/errors'
import { openAnswer } from './answer'
import { addressOf } from './http-transport'
import { networkFailure, TIMEOUT_MS, within } from './network-failure'

const People = v.object({
  demo: v.literal(true),
  people: v.array(v.object({
    personId: v.string(),
    name: v.string(),
    roles: v.array(v.object({ role: v.string(), label: v.string(), reach: v.nullable(v.string()) })),
  })),
})
/** A seeded person of the one-machine way, with what it may act as. */
export type DemoPerson = v.InferOutput<typeof People>['people'][number]

const Session = v.object({ token: v.string(), expiresAt: v.string() })

/** The demo identities, where the server offers them. @throws a `Failure`; `NOT_FOUND` where there is no demo sign-in */
export const demoPeople = async (): Promise<DemoPerson[]> => (await ask('GET', People)).people

/** Signs in as a demo person. @returns the signed token and the ISO instant it lapses */
export const demoSession = (personId: string): Promise<v.InferOutput<typeof Session>> => ask('POST', Session, { personId })

async function ask<S extends v.GenericSchema>(method: 'GET' | 'POST', schema: S, data?: object): Promise<v.InferOutput<S>> {
  const { statusCode, body } = await send(method, data)
  const parsed = v.safeParse(schema, body)
  if (statusCode === 200 && parsed.success) return parsed.output
  if (statusCode === 404) throw new AppError('NOT_FOUND', { userMessage: '这里没有演示登录' })
  openAnswer(body)
  throw new AppError('INTERNAL')
}

async function send(method: 'GET' | 'POST', data?: object): Promise<{ statusCode: number; body: unknown }> {
  try {
    const request = Taro.request<unknown>({ url: addressOf('/session/demo'), method, ...(data && { data }), timeout: TIMEOUT_MS })
    const { statusCode, data: body } = await within(request, TIMEOUT_MS)
    return { statusCode, body }
  } catch (thrown) {
    throw networkFailure(thrown)
  }
}

import * as v from 'valibot'
import { command } from './operation'
import { Text } from './schema'

/** Tells the operator of a failure on a phone. Carries no personal data: what broke, where in the app, which build. */
export const reportError = command({
  name: 'diagnostics.reportError',
  permission: 'diagnostics.report',
  idempotent: false,
  audited: false,
  ratePerMinute: 10,
  input: v.object({
    message: Text('错误信息', 500),
    stack: v.optional(v.pipe(v.string(), v.maxLength(4000))),
    page: v.pipe(v.string(), v.maxLength(200)),
    build: v.pipe(v.string(), v.maxLength(40)),
  }),
  output: v.object({}),
})

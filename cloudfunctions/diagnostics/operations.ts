import type { Handler } from '../kernel/pipeline'
import { reportError } from './report-error'

/** What the diagnostics domain offers. */
export const handlers: Handler[] = [reportError]

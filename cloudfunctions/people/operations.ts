import type { Handler } from '../kernel/pipeline'
import { whoAmI } from './who-am-i'

/** What the people domain offers. */
export const handlers: Handler[] = [whoAmI]

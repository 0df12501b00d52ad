import type { Verdict } from '@contract/matching'

/** What a tab of the results holds: both ways of 可享 stand together. */
export const TABS = { eligible: ['eligible', 'eligibleConfirmed'], possible: ['possible'], ineligible: ['ineligible'] } as const satisfies Record<string, readonly Verdict[]>
export type Tab = keyof typeof TABS

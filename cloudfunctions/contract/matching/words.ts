/** The words of a match with their Chinese labels. Each map is the single list of its values. */

/** One clause against one enterprise. */
export const CLAUSE_STATE_LABELS = { holds: '符合', unknown: '待补充', fails: '不符合' } as const satisfies Record<string, string>
export type ClauseState = keyof typeof CLAUSE_STATE_LABELS

/** One item against one enterprise, most certain first. */
export const VERDICT_LABELS = {
  eligible: '可享', eligibleConfirmed: '可享（含自行确认）', possible: '可能', ineligible: '不符',
} as const satisfies Record<string, string>
export type Verdict = keyof typeof VERDICT_LABELS

/** Whether an item can be had on a day at all; said before any verdict. */
export const STANDING_LABELS = { open: '可以申报', notYet: '尚未开始', lapsed: '已经结束' } as const satisfies Record<string, string>
export type StandingKind = keyof typeof STANDING_LABELS

/** Why an item can be 可能 at most, whatever the enterprise fills in. */
export const DOUBT_LABELS = {
  listIncomplete: '目录所列条件未写全', unreadClause: '有条件凭一般了解补充，未在来源中读到',
  toVerify: '文件的题名、效力等待核实', unverifiedSource: '尚未核对来源',
} as const satisfies Record<string, string>
export type Doubt = keyof typeof DOUBT_LABELS

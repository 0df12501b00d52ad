/** An amount of up to this many characters stands big at the right; a longer one is a sentence of its own. */
const SHORT = 8

const MONEY = /[元%％倍折免]|百分|减|利率|补/

/** Whether an item's amount speaks of money. Some say how long or how many; only money is set in the warm colour. */
export const isMoney = (amount: string): boolean => MONEY.test(amount)

/** Whether an amount is short enough to stand beside other words. */
export const isShort = (amount: string): boolean => amount.length <= SHORT && isMoney(amount)

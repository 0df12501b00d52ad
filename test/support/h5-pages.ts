import type { Locator, Page } from 'playwright-core'

/** The page on top: Taro keeps the ones below in the document. */
export const top = (page: Page): Locator => page.locator('.taro_page:visible').last()

/** Opens the home page and waits until the policies are on the phone and the service worker holds the pages. */
export async function openHome(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByText('项惠企政策可以查').waitFor()
}

/** Waits until an expression of the page is true. Asked from outside, since the content policy allows no `eval` inside. */
export async function eventually(page: Page, expression: string, patienceMs = 10_000): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!await page.evaluate(expression)) {
    if (Date.now() > deadline) throw new Error(`still not true after ${patienceMs} ms: ${expression}`)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
}

/** Waits until the whole catalogue is stored, as 我的 says. */
export async function waitForCopy(page: Page): Promise<void> {
  await goToTab(page, '我的')
  await top(page).getByText('没有网络也能查').waitFor()
}

/** Taps a tab by its name. */
export async function goToTab(page: Page, name: '首页' | '政策' | '办事' | '我的'): Promise<void> {
  await page.locator('.weui-tabbar__item', { hasText: name }).click()
}

/** Types into the search page, which must be on top. */
export async function typeSearch(page: Page, text: string): Promise<void> {
  await top(page).locator('input').fill(text)
}

/** Taps a button, link or choice by its words. */
export const tap = (page: Page, words: string | RegExp): Promise<void> => top(page).getByText(words).last().click()

/** Signs in as one of the sample people, from anywhere. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/people/sign-in/index')
  await top(page).getByText(name, { exact: true }).click()
}

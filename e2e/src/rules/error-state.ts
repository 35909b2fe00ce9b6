import { expect, type Locator, type Page } from '@playwright/test'
import { expectGoodPage } from './page-rules.ts'
import type { SharedWalk } from './shared-walk.ts'

const SENDS = 'button:not(.govuk-button--warning)'
const FIELDS = 'input:not([type=hidden]), select, textarea'

/** What a form asks and where it goes, whichever case it stands on. */
async function asks(form: Locator): Promise<string> {
  return form.evaluate((element, fields) => {
    const names = [...element.querySelectorAll(fields)].map((field) => field.getAttribute('name') ?? '')
    const action = element.getAttribute('action') ?? location.pathname
    return [action.replaceAll(/[0-9a-f-]{36}/g, ':id'), ...new Set(names)].join(' ')
  }, FIELDS)
}

/**
 * Empties and sends every form of a page that asks for something and that nobody on the walk has sent before. Counts those
 * that were refused with an error as `refused`.
 */
export async function emptyEveryForm(page: Page, path: string, walk: SharedWalk): Promise<void> {
  const forms = page.locator('main form[method=post]', { has: page.locator(FIELDS) })
  const count = await forms.count()
  const waiting: number[] = []
  for (let index = 0; index < count; index += 1) {
    const asked = await asks(forms.nth(index))
    // What can only end something is left alone: its journey sends it.
    if ((await forms.nth(index).locator(SENDS).count()) === 0) continue
    if (walk.isFirst(`form ${asked}`)) waiting.push(index)
  }
  for (const [turn, index] of waiting.entries()) {
    // Whoever walks stands on the page already; what was sent before leads away from it.
    if (turn > 0) await page.goto(path)
    const form = forms.nth(index)
    await form.evaluate((element, fields) => {
      for (const field of element.querySelectorAll(fields)) {
        if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) field.checked = false
        else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = ''
        else if (field instanceof HTMLSelectElement) field.value = ''
      }
    }, FIELDS)
    // What ends something is a button of its own colour: the last other one sends the form.
    const answered = page.waitForEvent('load')
    await form.locator(SENDS).last().click()
    await answered
    if ((await page.locator('.govuk-error-summary').count()) === 0) continue
    walk.count('refused')
    await expectErrorState(page)
  }
}

/** The error pattern: summary with focus and title, each line leading to a field that says the same. */
export async function expectErrorState(page: Page): Promise<void> {
  const where = page.url()
  const summary = page.locator('.govuk-error-summary')
  await expect.soft(summary.getByRole('heading'), where).toHaveText('There is a problem')
  await expect.soft(summary, where).toBeFocused()
  expect.soft(await page.title(), where).toMatch(/^Error: /)
  const faults = await page.evaluate(() => {
    const beside = [...document.querySelectorAll('.govuk-error-message')].map(
      ({ textContent }) => textContent ?? '',
    )
    return [...document.querySelectorAll('.govuk-error-summary a')].flatMap((link) => {
      const text = (link.textContent ?? '').trim()
      const target = document.getElementById((link.getAttribute('href') ?? '').slice(1))
      const leads = target?.matches('input, select, textarea, fieldset, div') ?? false
      const said = beside.some((message) => message.includes(text))
      return [
        ...(leads ? [] : [`"${text}" leads nowhere`]),
        ...(said ? [] : [`"${text}" stands beside no field`]),
      ]
    })
  })
  expect.soft(faults, where).toEqual([])
  await expectGoodPage(page)
}

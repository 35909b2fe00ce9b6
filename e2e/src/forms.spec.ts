import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { expectErrorState } from './rules/error-state.ts'

const FORM = '/notifications/new'

test('an empty notification names every mistake, leads to its field and keeps what was typed', async ({
  open,
}) => {
  const page = await open('coordinator')
  await page.goto(FORM)
  await page.getByLabel('Your role', { exact: true }).fill('Registrar')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expectErrorState(page)
  const summary = page.locator('.govuk-error-summary')
  expect(await summary.getByRole('link').count()).toBeGreaterThan(10)
  await expect(page.getByLabel('Your role', { exact: true })).toHaveValue('Registrar')
  await summary.getByRole('link', { name: 'Enter your name' }).click()
  await expect(page.getByLabel('Your name', { exact: true })).toBeFocused()
})

test('dates that cannot be and numbers that do not hold are named as such', async ({ open }) => {
  const page = await open('coordinator')
  await page.goto(FORM)
  const born = page.getByRole('group', { name: 'Date of birth', exact: true })
  await born.getByLabel('Day', { exact: true }).fill('29')
  await born.getByLabel('Month', { exact: true }).fill('2')
  await born.getByLabel('Year', { exact: true }).fill('2023')
  await page.getByRole('group', { name: 'Do you know the child’s NHS number?' }).getByLabel('Yes').check()
  await page.getByLabel('NHS number', { exact: true }).fill('999 000 0000')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expectErrorState(page)
  const summary = page.locator('.govuk-error-summary')
  await expect(summary).toContainText('Date of birth must be a real date')
  await expect(summary).toContainText('NHS number')
})

/** Posts a body as no browser would make it, with the tokens of a real form. */
async function post(page: Page, extra: string): Promise<{ status: number; body: string }> {
  await page.goto(FORM)
  return page.evaluate(
    async ({ path, extra }) => {
      const hidden = [...document.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')]
      const tokens = hidden.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&')
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `${tokens}&${extra}`,
      })
      return { status: answer.status, body: await answer.text() }
    },
    { path: FORM, extra },
  )
}

const hostile: readonly { what: string; body: string }[] = [
  { what: 'a NUL byte', body: 'child-family-name=Wren%00' },
  { what: 'a lone surrogate', body: 'child-family-name=%ED%A0%80' },
  { what: 'half a character', body: 'child-family-name=%E2%82' },
  { what: 'a surname of 1 MB', body: `child-family-name=${'x'.repeat(1_000_000)}` },
  { what: 'a prototype as a field', body: '__proto__=x&__proto__[isAdmin]=yes' },
  { what: 'a prototype inside an entry', body: 'agencies[0].__proto__.x=y' },
  { what: '10,000 fields', body: Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&') },
  { what: 'a row far out', body: 'agencies[999999999].agency-name=x' },
]

for (const { what, body } of hostile) {
  test(`${what} is answered with a page that says so`, async ({ open }) => {
    const answer = await post(await open('coordinator'), body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).toMatch(/<h1[\s\S]*<\/h1>/)
  })
}

test('a form without its token, or with that of another session, is not taken', async ({ open }) => {
  const page = await open('coordinator')
  for (const token of ['', 'x'.repeat(43)]) {
    await page.goto(FORM)
    await page
      .locator('main form input[name=_csrf]')
      .evaluate((field, value) => field.setAttribute('value', value), token)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('form input[name="child-family-name"]')).toHaveCount(0)
  }
})

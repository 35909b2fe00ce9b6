import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { daysAgo, written } from './journey/invented-child.ts'
import { mailTo } from './journey/mail.ts'
import { expectGoodPage } from './rules/page-rules.ts'

for (const javaScript of [true, false]) {
  test(`several agencies are asked at once, as the notification suggests, and each has a result, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
    stack,
  }) => {
    const page = await open('coordinator', { javaScript })
    await page.goto('/cases?view=gathering')
    await page
      .locator('main table a.cdop-reference')
      .nth(javaScript ? 0 : 1)
      .click()
    await page
      .getByRole('navigation', { name: 'Case' })
      .getByRole('link', { name: 'Information requests' })
      .click()
    const surgery = `Invented Surgery for several, ${javaScript ? 'one' : 'another'}`
    const email = javaScript ? 'several@surgery.example' : 'several@other-surgery.example'
    await page.getByLabel('Name of the organisation', { exact: true }).fill(surgery)
    await page.getByLabel('Kind of organisation', { exact: true }).selectOption({ label: 'General practice' })
    await page.getByLabel('Email address for requests', { exact: true }).fill(email)
    await press(page, 'Add organisation')
    await page.getByRole('link', { name: 'Ask several agencies at once' }).click()
    await expectGoodPage(page)
    await page.getByRole('checkbox', { name: surgery }).check()
    await press(page, 'Ask the agencies selected')
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('main')).toContainText(/All \d+ have had their turn/, { timeout: 100 })
    }).toPass({ timeout: 20_000 })
    await expectGoodPage(page)
    await expect(page.getByRole('row', { name: surgery })).toContainText('Asked.')

    await page.goto('/response-times')
    await expect(page.getByRole('row', { name: 'All agencies' })).toBeVisible()
    await expectGoodPage(page)

    const reporter = await open('nobody', { javaScript })
    const asked = await mailTo(stack, email, /Return the reporting form/)
    await reporter.goto(/https?:\/\/\S+\/inbox-link\/\S+/.exec(asked.text)?.[0] ?? '')
    await expectGoodPage(reporter)
    await press(reporter, 'Send me a code')
    const code = await mailTo(stack, email, /Your code is/)
    await reporter.getByLabel('Enter the 6-digit code').fill(/\b\d{6}\b/.exec(code.text)?.[0] ?? '')
    await press(reporter, 'Continue')
    await expectGoodPage(reporter)
    await reporter.getByRole('button', { name: /^Open / }).click()
    await expect(reporter.getByRole('main')).toContainText('About you')
    await reporter.getByRole('link', { name: 'About you' }).click()
    await reporter.getByLabel('Your name', { exact: true }).fill('Morgan Tye')
    await reporter.getByLabel('Your role', { exact: true }).fill('Practice manager')
    await choose(reporter, 'Have you completed this section?', 'Yes, I have completed it')
    await press(reporter, 'Continue')
    await reporter.goto('/return')
    await reporter.getByRole('link', { name: 'send what you have now' }).click()
    await expectGoodPage(reporter)
    await press(reporter, 'Send what you have now')
    await expect(reporter).toHaveTitle(/^Error: /)
    await expectGoodPage(reporter)
    await fillDate(reporter, 'By which day will you send the rest?', daysAgo(-3))
    await choose(reporter, 'Why does the rest come later?', 'Waiting for records')
    await press(reporter, 'Send what you have now')
    await expect(reporter.getByRole('heading', { level: 1 })).toHaveText('Part of the form sent')
    await expectGoodPage(reporter)
    await reporter.goto('/return')
    await expect(reporter.getByRole('main')).toContainText(`promised the rest for ${written(daysAgo(-3))}`)
    await expectGoodPage(reporter)
    await page.goto('/cases?view=all')
    await expect(page.getByRole('main')).toContainText(`rest promised for ${written(daysAgo(-3))}`)
    await reporter.goto('/inbox/leave')
    await expectGoodPage(reporter)
    await press(reporter, 'Leave your requests')
    expect((await reporter.goto('/inbox'))?.status()).toBe(404)
  })
}

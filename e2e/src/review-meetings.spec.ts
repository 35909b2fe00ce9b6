import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { daysAgo } from './journey/invented-child.ts'
import { mailTo } from './journey/mail.ts'
import { expectGoodPage } from './rules/page-rules.ts'

test('a review meeting is planned, moved, invited to by calendar file, held and reported', async ({
  open,
  stack,
}) => {
  const page = await open('coordinator')
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').first().click()
  await page.getByRole('link', { name: 'Review meeting', exact: true }).first().click()
  await page.getByRole('button', { name: 'Arrange or record a meeting' }).click()
  await expectGoodPage(page)
  await press(page, 'Save the meeting')
  await expect(page.getByRole('alert')).toContainText('Enter the date of the meeting')
  await choose(page, 'What kind of meeting is it?', 'Hospital mortality meeting')
  await fillDate(page, 'Which day is it?', daysAgo(0))
  await page.getByLabel('From what time?').fill('9:30')
  await page.getByLabel('Until what time?').fill('11:00')
  await page.getByLabel('Where is it?').fill('Invented seminar room')
  await page.getByLabel('Which organisation chairs it?').fill('Example NHS Trust')
  await press(page, 'Save the meeting')

  await page.getByRole('link', { name: 'Hospital mortality meeting' }).first().click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Change when or where it is' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Where is it?').fill('Invented lecture theatre')
  await press(page, 'Save the change')
  await page.getByLabel('Email addresses').fill('invented.doctor@trust.example')
  await press(page, 'Send invitations')
  const mail = await mailTo(stack, 'invented.doctor@trust.example', /Invented lecture theatre/)
  expect(mail.subject).toMatch(/^Child death review meeting: case [A-Z0-9-]+$/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a calendar file' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('review-meeting.ics')

  await page.getByRole('button', { name: 'Record that it was held' }).click()
  await page.getByLabel('Chair', { exact: true }).check()
  await page.getByLabel('Names and organisations: chair').fill('Invented Chair, Example NHS Trust')
  await page.getByLabel('Notes (optional)').fill('What was noted of an invented child.')
  await choose(page, 'Was this the last review meeting of the case?', 'Yes')
  await expectGoodPage(page)
  await press(page, 'Record the meeting')
  await expect(page.getByRole('main')).toContainText('Chair: Invented Chair, Example NHS Trust')
  await fillDate(page, 'When did the report or draft analysis come?', daysAgo(0))
  await press(page, 'Save that the report has come')
  await expect(page.getByRole('main')).toContainText('Report received')
  await expectGoodPage(page)
})

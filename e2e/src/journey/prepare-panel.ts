import { expect, type Page } from '@playwright/test'
import { people } from '../people/people.ts'
import { expectGoodPage } from '../rules/page-rules.ts'
import { choose, fillDate, press } from './fill-in.ts'
import { daysAgo, type InventedChild } from './invented-child.ts'

/** The coordinator records that no review meeting was held, and why. */
export async function recordNoReviewMeeting(page: Page, casePath: string): Promise<void> {
  await page.goto(`${casePath}/review-meeting`)
  await expectGoodPage(page)
  await choose(page, 'Why was no review meeting held?', 'The joint agency response served as the meeting')
  await fillDate(page, 'When was this decided?', daysAgo(0))
  await press(page, 'Record that no meeting was held')
  await page.goto(`${casePath}/review-meeting`)
  await expect(page.getByRole('main')).toContainText('It is recorded that no review meeting was held')
  await expectGoodPage(page)
}

/** The coordinator arranges a panel meeting. Answers its path. */
export async function arrangeMeeting(page: Page, heldOn: string): Promise<string> {
  await page.goto('/panel-meetings')
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Arrange a panel meeting' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Standard panel').check()
  await fillDate(page, 'When does the panel meet?', heldOn)
  await press(page, 'Arrange the meeting')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Panel meeting on')
  await expectGoodPage(page)
  return new URL(page.url()).pathname
}

/** The coordinator lists the case: a summary that says who the child was is not taken. */
export async function listCase(
  page: Page,
  { casePath, meetingPath, child, summary }: ListedCase,
): Promise<void> {
  await page.goto(`${casePath}/panel`)
  await expectGoodPage(page)
  const meetingId = meetingPath.slice(meetingPath.lastIndexOf('/') + 1)
  await page.locator(`input[name=meeting][value="${meetingId}"]`).check()
  await page.getByLabel('Summary for the panel').fill(`${summary} ${child.familyName} was found.`)
  await sayWhyWithout(page)
  await press(page, 'List the case')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('The summary must not contain the child’s name')
  await expectGoodPage(page)
  await page.getByLabel('Summary for the panel').fill(summary)
  await press(page, 'List the case')
  await expect(page.getByRole('main')).toContainText('Listed for panel')
  await expectGoodPage(page)
}

/** Chooses a reason for everything the case is listed without. */
export async function sayWhyWithout(page: Page): Promise<void> {
  for (const asked of await page.locator('select[name^="go-on-"]').all())
    await asked.selectOption({ label: 'The chair decided to go on' })
}

export type ListedCase = { casePath: string; meetingPath: string; child: InventedChild; summary: string }

/** The coordinator sees which members were not asked about which cases yet, and records the answer of the first. */
export async function recordInterest(page: Page, meetingPath: string): Promise<void> {
  await page.goto(meetingPath)
  await page.getByRole('link', { name: 'Conflicts of interest of the panel' }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Not asked yet' }).first().click()
  await expectGoodPage(page)
  await page.getByLabel('No conflict').check()
  await press(page, 'Record')
  await expect(page.getByRole('main')).toContainText('The answer is recorded')
}

/**
 * The coordinator records who came to the meeting, everybody but the chair who codes what it agrees a second time, looks at the
 * year, and ends the meeting with a pause.
 */
export async function recordAttendance(page: Page, meetingPath: string): Promise<void> {
  await page.goto(meetingPath)
  await page.getByRole('button', { name: 'Record attendance' }).click()
  await expectGoodPage(page)
  for (const box of await page.locator('input[name=present]').all()) await box.check()
  await page.getByRole('checkbox', { name: people.secondChair }).first().uncheck()
  await page.locator('input[name=deputy]').first().check()
  await press(page, 'Save attendance')
  await expect(page.getByRole('button', { name: 'Change attendance' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('as a deputy')
  await expectGoodPage(page)
  await page.goto('/panel-meetings/attendance')
  await expect(page.getByRole('img', { name: /Attendance at panel meetings/ })).toBeVisible()
  await expectGoodPage(page)
  await page.goto(meetingPath)
  await page.getByRole('link', { name: 'End the meeting with a pause' }).click()
  await expectGoodPage(page)
  await press(page, 'Record that the meeting ended with a pause')
  await expect(page.getByRole('main')).toContainText('The meeting ended with a pause. Recorded by')
}

/** The coordinator records the national submission, which closes the case. */
export async function closeCase(page: Page, casePath: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(casePath)
        return page.getByRole('main').textContent()
      },
      { message: 'the case is reviewed' },
    )
    .toContain('Reviewed by the panel')
  await expectGoodPage(page)
  await page.goto(`${casePath}/close`)
  await expectGoodPage(page)
  await fillDate(page, 'When were the forms sent?', daysAgo(0))
  await press(page, 'Record and close the case')
  await page.goto(`${casePath}/close`)
  await expect(page.getByRole('main')).toContainText('The case is closed.')
  await expectGoodPage(page)
}

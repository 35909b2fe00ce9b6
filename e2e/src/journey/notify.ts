import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { choose, fillDate, press } from './fill-in.ts'
import { daysAgo, type InventedChild } from './invented-child.ts'

/** The coordinator types a notification they were sent, checks it and submits it. */
export async function recordNotification(page: Page, child: InventedChild): Promise<void> {
  await page.goto('/notifications')
  await page.getByRole('button', { name: 'Record a notification' }).click()
  await expectGoodPage(page)
  await fillDate(page, 'When did you receive the notification?', daysAgo(0))
  const typed = {
    'Your name': 'Robin Sedge',
    'Your role': 'Consultant paediatrician',
    'Your organisation': 'Example Hospital',
    'Your phone number or email address': 'robin.sedge@hospital.example',
    'Family name': child.familyName,
    'Given names': child.givenNames,
    'Usual address': child.address,
    Postcode: child.postcode,
    'What happened': child.circumstances,
    'Name of the organisation': 'Example Street Surgery',
  }
  for (const [question, answer] of Object.entries(typed)) {
    await page.getByLabel(question, { exact: true }).fill(answer)
  }
  await choose(page, 'Do you know the child’s NHS number?', 'Yes')
  await page.getByLabel('NHS number', { exact: true }).fill(child.nhsNumber)
  await choose(page, 'Sex', 'Female')
  await fillDate(page, 'Date of birth', child.bornOn)
  await fillDate(page, 'Date of death', child.diedOn)
  await choose(page, 'Was the death expected?', 'Unexpected')
  const chosen = {
    'Ethnic group': 'Not stated',
    'Local authority where the child normally lived': 'Leeds City Council',
    'Place of death': 'Hospital: emergency department',
  }
  for (const [question, answer] of Object.entries(chosen)) {
    await page.getByLabel(question, { exact: true }).selectOption({ label: answer })
  }
  await choose(page, 'Kind of agency', 'GP practice')
  await choose(page, 'Has the coroner been told?', 'Not referred')
  await press(page, 'Continue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  await expect(page.getByRole('main')).toContainText(child.familyName)
  await expectGoodPage(page)
  await press(page, 'Submit notification')
  await expect(page.getByRole('heading', { name: 'Notification submitted' })).toBeVisible()
  await expectGoodPage(page)
}

/** The coordinator has asked who confirmed the death and who the child is, and records it. */
export async function confirmDeathAndIdentity(page: Page, child: InventedChild): Promise<void> {
  await page.getByRole('link', { name: 'Read the notification and decide' }).click()
  await page.getByRole('link', { name: 'Record who confirmed the death and who the child is' }).click()
  await expectGoodPage(page)
  const death = page.getByRole('group', { name: 'Who confirmed the death?', exact: true })
  await death.getByLabel('Profession').selectOption({ label: 'Hospital doctor' })
  await death.getByLabel('Name', { exact: true }).fill('Robin Sedge')
  await death.getByLabel('Organisation').fill('Example Hospital')
  await fillDate(death, 'Date it was confirmed', child.diedOn)
  await choose(
    page,
    'Did the same person confirm who the child is, at the same time?',
    'Yes, the same person at the same time',
  )
  await press(page, 'Record')
  await expect(page.getByRole('main')).toContainText('Robin Sedge, Example Hospital (hospital doctor)')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back', exact: true }).click()
}

/** The coordinator decides on the notification just recorded; a case opens. */
export async function acceptNotification(page: Page): Promise<{ casePath: string; reference: string }> {
  await expect(page.getByRole('main')).toContainText('In scope for this panel')
  await expectGoodPage(page)
  await press(page, 'Accept and open a case')
  const toCase = page.getByRole('link', { name: /^Go to case / })
  await expect(toCase).toBeVisible()
  const reference = ((await toCase.textContent()) ?? '').replace('Go to case ', '')
  const casePath = (await toCase.getAttribute('href')) ?? ''
  await expect
    .poll(async () => (await page.goto(casePath))?.status(), { message: 'the case opens' })
    .toBe(200)
  await expect(page.getByRole('main')).toContainText('Gathering information')
  await expectGoodPage(page)
  return { casePath, reference }
}

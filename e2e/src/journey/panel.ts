import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { choose, fillDate, press } from './fill-in.ts'
import { decideLive } from './live-panel.ts'

export type OnTheAgenda = { meetingPath: string; reference: string; summary: string }

/** What the panel agrees about modifiable factors, in the words of the form. */
const outcomes = {
  modifiable:
    'The panel has identified one or more factors, in any domain, which may have contributed to the death and which, by means of locally or nationally achievable interventions, could be modified to reduce the risk of future child deaths',
  none: 'The panel has not identified any potentially modifiable factors',
  inadequate: 'Inadequate information on which to make a judgement',
} as const
export type Outcome = keyof typeof outcomes

/** Where a death may have to be referred, in the words of the form. */
const enquiries = [
  'Should the death be referred to the police?',
  'Should the death be referred to the coroner?',
  'Should the death be referred to the Health and Safety Executive?',
  'Should the death be referred for a child safeguarding practice review?',
]

/** A panel member finds the case on the agenda and reads it. */
export async function readCase(page: Page, { meetingPath, reference, summary }: OnTheAgenda): Promise<void> {
  await page.goto('/panel-meetings')
  await expectGoodPage(page)
  await page.locator(`main a[href="${meetingPath}"]`).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: reference, exact: true }).click()
  await expect(page.getByRole('main')).toContainText(summary)
  await expect(page.getByRole('main')).toContainText('Asthma')
  await expectGoodPage(page)
}

/** Before the pack of the meeting is released the agenda names the case, and nothing of it is read, by whatever address. */
export async function expectNothingToRead(
  page: Page,
  { meetingPath, reference, summary }: OnTheAgenda,
): Promise<void> {
  await page.goto(meetingPath)
  await expect(page.getByRole('main')).toContainText('The pack of this meeting has not been released yet.')
  await expectGoodPage(page)
  await page.getByRole('link', { name: reference, exact: true }).click()
  await page.waitForURL(/\/cases\/[^/]+$/)
  await page.waitForLoadState()
  const here = page.url()
  for (const behind of ['', '/note', '/live', '/live/screen', '/comments']) {
    await page.goto(`${here}${behind}`)
    expect(page.url()).toBe(here)
    await expect(page.getByRole('main')).toContainText('The pack of this meeting has not been released yet.')
    await expect(page.getByRole('main')).not.toContainText(summary)
  }
  await expectGoodPage(page)
}

/** Somebody comes to stand behind them: one tap, and back to the case, which they have read. */
export async function markAsRead(page: Page, { meetingPath, reference }: OnTheAgenda): Promise<void> {
  await page.getByRole('link', { name: 'Hide the screen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is shown')
  await page.goto(meetingPath)
  await page.getByRole('link', { name: reference, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Case for the panel')
  const here = page.url()
  await page.goto(`${here}/copy`)
  await expect(page.getByRole('main')).toContainText('Copies of this pack may not be taken')
  await page.goto(here)
  await page.getByRole('link', { name: 'Read or write your private notes on this case' }).click()
  await page.getByLabel('Notes', { exact: true }).fill('Ask when help was called.')
  await press(page, 'Save notes')
  await expect(page.getByRole('main')).toContainText('Your notes are saved.')
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  await page.getByRole('link', { name: 'Comments to the chair' }).click()
  await page.getByLabel('Comment', { exact: true }).fill('Could the ambulance have come sooner?')
  await press(page, 'Send to the chair')
  await expect(page.getByRole('main')).toContainText('Your comment is sent to the chair.')
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  await press(page, 'Mark as read')
  await page.getByRole('link', { name: 'Tell the chair that you cannot come' }).click()
  await press(page, 'Send an apology')
  await press(page, 'I can come after all')
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('You have read')
  const notes = await page.request.get(`${meetingPath}/private-notes.txt`)
  expect(await notes.text()).toContain('Ask when help was called.')
}

/** A panel member says of the case, by its reference, that they had nothing to do with it. */
export async function sayNotInvolved(
  page: Page,
  { meetingPath, reference }: Pick<OnTheAgenda, 'meetingPath' | 'reference'>,
): Promise<void> {
  await page.goto(`${meetingPath}/interests`)
  await expectGoodPage(page)
  await page.getByRole('button', { name: `No, I had not (case ${reference})` }).click()
  await expect(page.getByRole('main')).toContainText('Your answer: no conflict')
  await expectGoodPage(page)
}

/** The chair fills in what the panel agreed, one section after the other, before a member who follows, and agrees it. */
export async function agreeAnalysis(
  page: Page,
  { item, outcome, member }: { item: OnTheAgenda; outcome: Outcome; member: Page },
): Promise<void> {
  await readCase(page, item)
  await fillAnalysis(page, item, outcome)
  await decideLive(page, member)
  await page.getByRole('link', { name: 'Check and agree the analysis' }).click()
  await expect(page.getByRole('main')).toContainText(outcomes[outcome])
  await expectGoodPage(page)
  await agreeWhole(page)
}

/** The last act: what the panel agreed is agreed as a whole. */
export async function agreeWhole(page: Page): Promise<void> {
  await press(page, 'Agree the analysis')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Analysis agreed')
  await expectGoodPage(page)
}

/** The chair fills in every section of the analysis, and stands on the list of them. */
export async function fillAnalysis(
  page: Page,
  item: Pick<OnTheAgenda, 'meetingPath' | 'reference'>,
  outcome: Outcome,
): Promise<void> {
  await page.goto(item.meetingPath)
  await page.getByRole('link', { name: `Analysis form of case ${item.reference}` }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Category of death' }).click()
  await choose(page, 'Category of death', '5. Acute medical or surgical condition')
  await expectGoodPage(page)
  await press(page, 'Continue')
  for (const _ of ['intrinsic', 'social', 'physical']) await noFactors(page)
  await (outcome === 'modifiable' ? modifiableDelay(page) : noFactors(page))
  await choose(page, 'Modifiability', outcomes[outcome])
  if (outcome === 'inadequate')
    await page.getByLabel('Why is the information inadequate?').fill('An invented record was lost.')
  await expectGoodPage(page)
  await press(page, 'Continue')
  await expectGoodPage(page)
  await page.getByLabel('Learning point (optional)', { exact: true }).fill('What an invented panel learned')
  await press(page, 'Continue')
  await expectGoodPage(page)
  await press(page, 'Continue')
  for (const body of enquiries) await choose(page, body, 'No')
  await expectGoodPage(page)
  await press(page, 'Continue')
}

async function noFactors(page: Page): Promise<void> {
  await choose(page, 'What did the panel find?', 'No factors identified')
  await expectGoodPage(page)
  await press(page, 'Continue')
}

async function modifiableDelay(page: Page): Promise<void> {
  await choose(page, 'What did the panel find?', 'Factors identified')
  await page
    .getByLabel('Factor', { exact: true })
    .selectOption({ label: 'Delay in recognition or diagnosis' })
  await choose(
    page,
    'Relevance to the death',
    '2: may have contributed to vulnerability, ill-health or death',
  )
  await choose(page, 'Could it be modified?', 'Yes')
  await expectGoodPage(page)
  await press(page, 'Continue')
}

/** The chair begins a finished review again, by its reference: of the closed case nothing else is left to a chair. */
export async function reopenReview(page: Page, reference: string, decidedOn: string): Promise<void> {
  await page.goto('/reopen')
  await page.getByLabel('What is the reference of the case?').fill(reference)
  await press(page, 'Continue')
  await expectGoodPage(page)
  await choose(page, 'Why does the review begin again?', 'A medical finding or test result came later')
  await page.getByLabel('What has become known?').fill('An invented laboratory found something.')
  await fillDate(page, 'When was it decided?', decidedOn)
  await press(page, 'Reopen the review')
  await expect(page.getByRole('main')).toContainText('The review is reopened')
  await expectGoodPage(page)
}

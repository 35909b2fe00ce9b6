import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { choose, fillDate, press } from './fill-in.ts'
import type { InventedChild } from './invented-child.ts'

/** The public form of Leeds. */
export const PUBLIC_FORM = '/notify/LDS'

type Fill = (page: Page) => Promise<void>
type Step = { readonly heading: string; fill?(page: Page, child: InventedChild): Promise<void> }

const type = (page: Page, question: string, answer: string) =>
  page.getByLabel(question, { exact: true }).fill(answer)
const pick = (page: Page, question: string, answer: string) =>
  page.getByLabel(question, { exact: true }).selectOption({ label: answer })

/** What is asked besides when a baby has died within 28 days. */
const ofNewborns: readonly Step[] = [
  {
    heading: 'The birth',
    fill: (page) => choose(page, 'Was the child born alive?', 'Yes'),
  },
  {
    heading: 'The pregnancy',
    async fill(page) {
      await type(page, 'Gestation at birth, in completed weeks (optional)', '27')
      await choose(page, 'How many babies were born? (optional)', 'Twins')
    },
  },
]

/** The pages of the form for a child older than 28 days, in order, with what somebody answers. */
const steps: readonly Step[] = [
  {
    heading: 'About you',
    async fill(page) {
      await type(page, 'Your name', 'Robin Sedge')
      await type(page, 'Your role', 'Consultant paediatrician')
      await type(page, 'Your organisation', 'Example Hospital')
      await type(page, 'Your phone number or email address', 'robin.sedge@hospital.example')
    },
  },
  {
    heading: 'The child’s name',
    async fill(page, child) {
      await type(page, 'Family name', child.familyName)
      await type(page, 'Given names', child.givenNames)
    },
  },
  {
    heading: 'The child’s NHS number',
    async fill(page, child) {
      await choose(page, 'Do you know the child’s NHS number?', 'Yes')
      await type(page, 'NHS number', child.nhsNumber)
    },
  },
  {
    heading: 'Dates of birth and death',
    async fill(page, child) {
      await fillDate(page, 'Date of birth', child.bornOn)
      await fillDate(page, 'Date of death', child.diedOn)
    },
  },
  {
    heading: 'Sex and ethnic group',
    async fill(page) {
      await choose(page, 'Sex', 'Female')
      await pick(page, 'Ethnic group', 'Not stated')
    },
  },
  {
    heading: 'Where the child lived',
    async fill(page, child) {
      await type(page, 'Usual address', child.address)
      await type(page, 'Postcode', child.postcode)
      await pick(page, 'Local authority where the child normally lived', 'Leeds City Council')
    },
  },
  { heading: 'Parents and carers' },
  { heading: 'Others in the household' },
  {
    heading: 'Place of death',
    fill: async (page) => {
      await pick(page, 'Place of death', 'Hospital: emergency department')
    },
  },
  {
    heading: 'What happened',
    async fill(page, child) {
      await choose(page, 'Was the death expected?', 'Unexpected')
      await type(page, 'What happened', child.circumstances)
    },
  },
  { heading: 'Cause of death' },
  {
    heading: 'Coroner and medical examiner',
    fill: (page) => choose(page, 'Has the coroner been told?', 'Not referred'),
  },
  { heading: 'Joint agency response and other reviews' },
  { heading: 'Who has been phoned' },
  {
    heading: 'Professionals and agencies',
    async fill(page) {
      await choose(page, 'Kind of agency', 'GP practice')
      await type(page, 'Name of the organisation', 'Example Street Surgery')
    },
  },
  { heading: 'Follow-up for the family' },
  { heading: 'What else applied to the child' },
]

/** Opens the first page and begins. */
export async function beginNotification(page: Page): Promise<void> {
  await page.goto(PUBLIC_FORM)
  await expect(page.getByRole('main')).toContainText('This form alerts nobody tonight')
  await expectGoodPage(page)
  await press(page, 'Start now')
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Where the pages about a newborn's birth come. */
const AFTER_DATES = 4

/**
 * Fills in page after page until the answers are to be checked. Each page is held to the page rules; for a newborn only
 * those about the birth, for the others have been seen.
 */
export async function fillInNotification(
  page: Page,
  child: InventedChild,
  { newborn = false, also = {} }: { newborn?: boolean; also?: Readonly<Record<string, Fill>> } = {},
): Promise<number> {
  const asked = newborn ? steps.toSpliced(AFTER_DATES, 0, ...ofNewborns) : steps
  for (const step of asked) {
    await expect(heading(page)).toHaveText(step.heading)
    if (!newborn || ofNewborns.includes(step)) await expectGoodPage(page)
    await step.fill?.(page, child)
    await also[step.heading]?.(page)
    await press(page, 'Continue')
  }
  await expect(heading(page)).toHaveText('Check your answers')
  await expect(page.getByRole('main')).toContainText(child.familyName)
  await expectGoodPage(page)
  return asked.length
}

/** The reference a receipt shows. */
export async function referenceOn(page: Page): Promise<string> {
  await expect(heading(page)).toHaveText('Notification received')
  const shown = /N-[0-9A-F]{5}-[0-9A-F]{5}/.exec((await page.getByRole('main').textContent()) ?? '')
  return shown?.[0] ?? ''
}

import type { Locator, Page } from '@playwright/test'

type Place = Page | Locator

/** A date in the three fields below its question. */
export async function fillDate(place: Place, question: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  const fields = place.getByRole('group', { name: question, exact: true })
  await fields.getByLabel('Day', { exact: true }).fill(String(Number(day)))
  await fields.getByLabel('Month', { exact: true }).fill(String(Number(month)))
  await fields.getByLabel('Year', { exact: true }).fill(year)
}

/** One answer of a question, or several; the words of both as they stand on the page. */
export async function choose(
  place: Place,
  question: string | RegExp,
  ...answers: readonly string[]
): Promise<void> {
  const choices = place.getByRole('group', { name: question, exact: true })
  for (const answer of answers) await choices.getByLabel(answer, { exact: true }).check()
}

/** Presses a button by its whole name. */
export async function press(place: Place, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click()
}

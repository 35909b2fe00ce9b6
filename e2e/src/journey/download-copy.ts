import type { Page } from '@playwright/test'

/** Downloads a copy of a form, and answers what the file is called. */
export async function downloadCopy(page: Page, name: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ])
  return file.suggestedFilename()
}

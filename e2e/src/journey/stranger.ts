import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'

export type Paths = { casePath: string; meetingPath: string; releasePath: string; reference: string }

/** Somebody of another area finds nothing in any list, and every address answers as one that never existed. */
export async function expectStrangerSeesNothing(
  coordinator: Page,
  analyst: Page,
  { casePath, meetingPath, releasePath, reference }: Paths,
): Promise<void> {
  for (const list of [
    '/cases?view=all',
    '/cases?view=closed',
    '/notifications?view=all',
    '/panel-meetings',
  ]) {
    await coordinator.goto(list)
    await expect(coordinator.getByRole('main')).not.toContainText(reference)
    await expect(coordinator.locator(`a[href="${meetingPath}"]`)).toHaveCount(0)
  }
  const hidden = ['', '/requests', '/review-meeting', '/panel', '/close'].map((page) => `${casePath}${page}`)
  for (const path of [...hidden, meetingPath]) await expectTheOne404(coordinator, path)
  await expectGoodPage(coordinator)
  await analyst.goto('/releases')
  await expect(analyst.locator(`a[href="${releasePath}"]`)).toHaveCount(0)
  await expectTheOne404(analyst, releasePath)
}

/** The answer to something of others is, but for its reference, the answer to what never was. */
async function expectTheOne404(page: Page, path: string): Promise<void> {
  const answer = async (address: string) => {
    const response = await page.goto(address)
    const body = (await response?.text()) ?? ''
    const changing = /<strong>[0-9A-F]{8}<\/strong>|nonce="[^"]*"|<time[\s\S]*?<\/time>|\d{1,2}:\d{2}[ap]m/g
    return { status: response?.status(), body: body.replaceAll(changing, '') }
  }
  const never = await answer(path.replace(/[0-9a-f-]{36}/, randomUUID()))
  expect(await answer(path)).toEqual(never)
  expect(never.status).toBe(404)
}

import { expect, type Page } from '@playwright/test'
import { expectGoodPage, isEnhanced } from '../rules/page-rules.ts'
import { choose, press } from './fill-in.ts'

/** What everybody may count on: a decision is on every other screen within this many milliseconds. */
export const SEEN_WITHIN = 2_000

/** And within this many once a line that was lost has come back: a page that lost it asks again every ten seconds. */
export const SEEN_AFTER_AWAY = 20_000

/**
 * The chair, on the page of a filled analysis, leads the panel through it item by item while a member follows on a screen of
 * their own. Without scripts the member loads the page anew, and nothing is decided.
 */
export async function decideLive(chair: Page, member: Page): Promise<void> {
  const analysis = new URL(chair.url()).pathname
  const base = analysis.replace(/\/analysis$/, '/live')
  const followed = member.getByRole('main')
  await member.goto(base)
  await expect(followed).toContainText('The chair has not begun yet.')
  await expectGoodPage(member)
  await member.goto(`${base}/again`)
  await expectGoodPage(member)
  await chair.goto(`${base}/lead`)
  await expectGoodPage(chair)
  await expectReadableFromAfar(member, base)
  if (await isEnhanced(chair)) {
    await member.goto(base)
    await press(chair, 'Begin the live panel')
    await expect(followed).toContainText('Category of death: not decided', { timeout: SEEN_WITHIN })
    await expectGoodPage(chair)
    await chair.getByRole('checkbox').first().check()
    await agreeItem(chair)
    await expect(followed).toContainText('Category of death: agreed', { timeout: SEEN_WITHIN })
    await expect(followed).toContainText('1 member disagreed')
    await expectGoodPage(member)
    await decideWhileAway(chair, member)
    await agreeTheRest(chair)
    await chair.goto(`${base}/lead`)
    await expect(chair.getByRole('main')).toContainText('Every item that has to be answered is agreed')
    await expectGoodPage(chair)
  }
  // A page left there loads itself anew, also while what it was sent is being read.
  await member.goto('/panel-meetings')
  await chair.goto(analysis)
}

/** From the item on the screen to the last, each is agreed. */
export async function agreeTheRest(chair: Page): Promise<void> {
  do {
    if (await chair.getByRole('radio', { name: 'Agreed', exact: true }).isVisible()) await agreeItem(chair)
  } while ((await turnToNext(chair)) !== null)
}

/** Turns everybody's screen to the next item, and says which that is; null after the last. */
export async function turnToNext(chair: Page): Promise<string | null> {
  const next = chair.getByRole('button', { name: /^Next: / })
  if (!(await next.isVisible())) return null
  const item = ((await next.textContent()) ?? '').replace('Next:', '').trim()
  const before = chair.url()
  await Promise.all([chair.waitForURL((url) => url.href !== before), next.click()])
  return item
}

/** A member's line is gone while the chair decides the next item: their page says so, and has the decision once afterwards. */
async function decideWhileAway(chair: Page, member: Page): Promise<void> {
  const followed = member.getByRole('main')
  await member.context().setOffline(true)
  const item = await turnToNext(chair)
  if (item === null) throw new Error('there is no item after this one')
  const decided = followed.getByRole('row', { name: item }).filter({ hasText: 'Agreed' })
  await agreeItem(chair)
  await expect(followed.getByText('Not connected at the moment.')).toBeVisible()
  await expect(decided).toHaveCount(0)
  await member.context().setOffline(false)
  await expect(decided).toHaveCount(1, { timeout: SEEN_AFTER_AWAY })
  await expect(followed.getByText('Not connected at the moment.')).toBeHidden()
}

/** The chair records that the panel agreed the item on the screen. */
export async function agreeItem(chair: Page): Promise<void> {
  await choose(chair, 'What did the panel decide?', 'Agreed')
  await press(chair, 'Record the decision')
  await expect(chair.getByLabel('Open it again', { exact: true })).toBeVisible()
}

/** Shown to a room, no letter is smaller than 24 pixels, and nobody is named. */
async function expectReadableFromAfar(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/screen`)
  await expectGoodPage(page)
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 720 })
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility())
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
  expect(smallest).toBeGreaterThanOrEqual(24)
  await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
  if (before !== null) await page.setViewportSize(before)
  await page.goto(`${base}/screen/again`)
  await expectGoodPage(page)
}

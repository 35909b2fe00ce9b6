import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { buildPack, releasePack } from './journey/build-pack.ts'
import { press } from './journey/fill-in.ts'
import { daysAgo } from './journey/invented-child.ts'
import { agreeItem, agreeTheRest, SEEN_AFTER_AWAY, SEEN_WITHIN, turnToNext } from './journey/live-panel.ts'
import { agreeWhole, fillAnalysis, reopenReview, sayNotInvolved } from './journey/panel.ts'
import { arrangeMeeting, closeCase, sayWhyWithout } from './journey/prepare-panel.ts'
import { people } from './people/people.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** Somebody may follow a live panel no longer: their open page is closed within this many milliseconds. */
const CLOSED_WITHIN = 12_000

/** The oldest case that waits for a panel, and no other journey has made. */
async function readyCase(page: Page): Promise<{ casePath: string; reference: string }> {
  await page.goto('/cases?view=all')
  const ready = page.getByRole('row').filter({ hasText: 'Ready for panel' }).locator('a.cdop-reference')
  const found = await ready.evaluateAll((links) =>
    links.map((link) => ({
      reference: link.textContent?.trim() ?? '',
      casePath: link.getAttribute('href') ?? '',
    })),
  )
  const [oldest] = found.sort((one, other) => one.reference.localeCompare(other.reference))
  if (oldest === undefined) throw new Error('no case is ready for a panel')
  return oldest
}

/** The coordinator records who is there: everybody but the second chair and, where somebody had to go, them. */
async function recordWhoIsHere(page: Page, meetingPath: string, gone?: string): Promise<void> {
  await page.goto(`${meetingPath}/attendance`)
  for (const box of await page.locator('input[name=present]').all()) await box.check()
  for (const name of gone === undefined ? [people.secondChair] : [people.secondChair, gone])
    await page.getByRole('checkbox', { name }).first().uncheck()
  await press(page, 'Save attendance')
  await expect(page.getByRole('button', { name: 'Change attendance' })).toBeVisible()
}

test('a panel day: a conflict in the midst of it, a line that is lost, a quorum that is lost and comes back, and a reopening', async ({
  open,
}) => {
  test.setTimeout(420_000)
  const coordinator = await open('coordinator')
  const chair = await open('chair')
  const member = await open('panelMember')
  const layMember = await open('layMember')

  const { casePath, reference, meetingPath } =
    await test.step('the coordinator prepares the meeting', async () => {
      const ready = await readyCase(coordinator)
      const path = await arrangeMeeting(coordinator, daysAgo(0))
      await coordinator.goto(`${ready.casePath}/panel`)
      const meetingId = path.slice(path.lastIndexOf('/') + 1)
      await coordinator.locator(`input[name=meeting][value="${meetingId}"]`).check()
      await coordinator.getByLabel('Summary for the panel').fill('A child became ill on a journey.')
      await sayWhyWithout(coordinator)
      await press(coordinator, 'List the case')
      await expect(coordinator.getByRole('main')).toContainText('Listed for panel')
      await buildPack(coordinator, path)
      await releasePack(await open('designatedDoctor'), path)
      await recordWhoIsHere(coordinator, path)
      return { ...ready, meetingPath: path }
    })
  const item = { meetingPath, reference }

  const live = await test.step('the lay member reads as every member does, and follows', async () => {
    await sayNotInvolved(layMember, item)
    await layMember.goto(meetingPath)
    await layMember.getByRole('link', { name: reference, exact: true }).click()
    await expect(layMember.getByRole('main')).toContainText('A child became ill on a journey.')
    await expectGoodPage(layMember)
    return `${new URL(layMember.url()).pathname}/live`
  })

  await test.step('the chair leads, and both members see each decision', async () => {
    // What no other journey agrees: theirs are counted while this one goes on.
    await fillAnalysis(chair, item, 'inadequate')
    await chair.goto(`${live}/lead`)
    await expect(chair.getByRole('main')).toContainText(`${people.layMember} (lay member)`)
    for (const page of [member, layMember]) await page.goto(live)
    await press(chair, 'Begin the live panel')
    await agreeItem(chair)
    for (const page of [member, layMember])
      await expect(page.getByRole('main')).toContainText('Category of death: agreed', {
        timeout: SEEN_WITHIN,
      })
  })

  await test.step('the lay member sees that they knew the family: the screen closes at once, and nothing of the case is there', async () => {
    const besides = await layMember.context().newPage()
    await besides.goto(`${meetingPath}/interests`)
    await besides.getByRole('button', { name: `Yes: withdraw from it (case ${reference})` }).click()
    await expect(besides.getByRole('main')).toContainText('The case is closed to you from now on.')
    await expect(layMember.getByRole('heading', { level: 1 })).toHaveText('Page not found', {
      timeout: CLOSED_WITHIN,
    })
    await expectGoodPage(layMember)
    for (const behind of ['', '/live', '/live/screen', '/live/changes', '/note', '/comments'])
      expect((await besides.request.get(live.replace(/\/live$/, behind))).status(), behind).toBe(404)
    await besides.goto(meetingPath)
    await expect(besides.getByRole('main')).not.toContainText(reference)
    await chair.reload()
    await expect(chair.getByRole('main')).toContainText(`${people.layMember}: withdrawn`)
    await expect(chair.getByRole('main')).not.toContainText(`${people.layMember} (lay member)`)
    await expect(member.getByRole('main')).not.toContainText(people.layMember)
  })

  await test.step('a member whose line is gone has both decisions once it is back, each once', async () => {
    await member.context().setOffline(true)
    const decided: string[] = []
    for (let n = 0; n < 2; n += 1) {
      const next = await turnToNext(chair)
      if (next === null) throw new Error('the form has three items')
      decided.push(next)
      await agreeItem(chair)
    }
    const followed = member.getByRole('main')
    await expect(followed.getByText('Not connected at the moment.')).toBeVisible()
    const rows = decided.map((name) => followed.getByRole('row', { name }).filter({ hasText: 'Agreed' }))
    for (const row of rows) await expect(row).toHaveCount(0)
    await member.context().setOffline(false)
    for (const row of rows) await expect(row).toHaveCount(1, { timeout: SEEN_AFTER_AWAY })
    await expect(followed.getByRole('row').filter({ hasText: 'Agreed' })).toHaveCount(1 + decided.length)
  })

  await test.step('the police have to go: the panel cannot agree the whole, and reads what it lacks', async () => {
    await agreeTheRest(chair)
    await recordWhoIsHere(coordinator, meetingPath, people.police)
    const check = live.replace(/live$/, 'analysis/check')
    await chair.goto(`${live}/lead`)
    await expect(chair.getByRole('main')).toContainText('nobody for police')
    await chair.goto(check)
    await press(chair, 'Agree the analysis')
    await expect(chair.getByRole('alert')).toContainText('The panel is not quorate for this case')
    await expect(chair.getByRole('alert')).toContainText('nobody for police')
    await expectGoodPage(chair)
    await expect(member.getByRole('main')).not.toContainText('The panel has agreed the whole analysis.')
  })

  await test.step('they are back: the panel agrees, and everybody who follows sees it', async () => {
    await recordWhoIsHere(coordinator, meetingPath)
    await chair.goto(live.replace(/live$/, 'analysis/check'))
    await agreeWhole(chair)
    await expect(member.getByRole('main')).toContainText('The panel has agreed the whole analysis.')
    await member.goto('/panel-meetings')
    await closeCase(coordinator, casePath)
  })

  await test.step('later something becomes known, and the chair begins the review again with its reason', async () => {
    await reopenReview(chair, reference, daysAgo(0))
    await coordinator.goto(casePath)
    await expect(coordinator.getByRole('main')).toContainText('Review reopened')
    expect((await layMember.request.get(live)).status()).toBe(404)
  })
})

import { expect, test } from './browser-test.ts'
import { beginAnnualReport } from './journey/annual-report.ts'
import { askAgency, askForStage, readReturn } from './journey/ask-agency.ts'
import { buildPack, releasePack } from './journey/build-pack.ts'
import { enterOnBehalf } from './journey/enter-on-behalf.ts'
import {
  compareCaseMix,
  downloadTables,
  exactCount,
  exploreRelease,
  publishRelease,
  reportingYearOf,
} from './journey/figures.ts'
import { byKeyboard, byMouse } from './journey/hands.ts'
import { daysAgo, identifiersOf, written } from './journey/invented-child.ts'
import { journeyChildren } from './journey/invented-children.ts'
import { mails } from './journey/mail.ts'
import { acceptNotification, confirmDeathAndIdentity, recordNotification } from './journey/notify.ts'
import {
  agreeAnalysis,
  expectNothingToRead,
  markAsRead,
  readCase,
  reopenReview,
  sayNotInvolved,
} from './journey/panel.ts'
import {
  arrangeMeeting,
  closeCase,
  listCase,
  recordAttendance,
  recordInterest,
  recordNoReviewMeeting,
} from './journey/prepare-panel.ts'
import { tellNationalDatabaseByKeyboard } from './journey/queue-by-keyboard.ts'
import { leaveForm, lookAround, openMailedLink, returnForm } from './journey/return-form.ts'
import { codeBlind, drawForSecondPanel, takeBack } from './journey/second-panel.ts'
import { expectStrangerSeesNothing } from './journey/stranger.ts'
import { recordEverybodyTold } from './journey/told-list.ts'
import { isEnhanced } from './rules/page-rules.ts'
import { bodiesSeenBy } from './traffic/bodies-seen.ts'

for (const [manner, child] of Object.entries(journeyChildren)) {
  const javaScript = manner === 'with JavaScript'
  const agency = {
    name: javaScript ? 'Wharfe Bank Surgery' : 'Aire Side Surgery',
    email: javaScript ? 'records@wharfebank.example' : 'records@aireside.example',
  }
  const summary = `The child became ill at home over ${javaScript ? 'two days' : 'a weekend'}.`
  // What one journey agrees the other does not, so that each is counted in a row of its own.
  const outcome = javaScript ? 'modifiable' : 'none'
  const countedAs = javaScript ? /^Modifiable factors/ : /^No modifiable factors/
  const deathsIn = reportingYearOf(child.diedOn)
  const reviewsIn = reportingYearOf(daysAgo(0))

  test(`one death, from the notification to a published table, ${manner}`, async ({ open, stack }) => {
    const opening = { javaScript }
    const coordinator = await open('coordinator', opening)
    const analyst = await open('analyst', opening)
    const deaths = () =>
      exactCount(analyst, 'Deaths by reporting year', deathsIn, new RegExp(`^${deathsIn.label}`))
    const reviews = () => exactCount(analyst, 'Reviews by modifiability', reviewsIn, countedAs)
    const before = { deaths: await deaths(), reviews: await reviews() }

    const { casePath, reference } = await test.step('the coordinator records and accepts it', async () => {
      await recordNotification(coordinator, child)
      expect(await isEnhanced(coordinator)).toBe(javaScript)
      await confirmDeathAndIdentity(coordinator, child)
      if (!javaScript) await tellNationalDatabaseByKeyboard(coordinator)
      return acceptNotification(coordinator)
    })

    await test.step('everybody who must be told of the death is', () =>
      recordEverybodyTold(coordinator, casePath, child))

    await test.step('an agency is asked by mail, which names nobody', async () => {
      await askAgency(coordinator, casePath, agency)
      await askForStage(coordinator, casePath, agency)
      await expect.poll(async () => (await mails(stack)).some(({ to }) => to === agency.email)).toBe(true)
      const mailed = JSON.stringify(await mails(stack))
      for (const known of identifiersOf(child)) expect(mailed).not.toContain(known)
    })

    if (javaScript) {
      await test.step('what it says on the telephone is entered on its behalf', () =>
        enterOnBehalf(coordinator, casePath, agency))
    }

    await test.step('its reporter returns the form by link and mailed code', async () => {
      const reporter = await open('nobody', opening)
      await openMailedLink(reporter, stack, { agency, reference, child })
      await lookAround(reporter)
      await returnForm(reporter, child, javaScript ? byMouse(reporter) : byKeyboard(reporter))
      await leaveForm(reporter)
    })

    const meetingPath = await test.step('the coordinator reads it and prepares the panel', async () => {
      await readReturn(coordinator, casePath, agency, child.involvement)
      await recordNoReviewMeeting(coordinator, casePath)
      const path = await arrangeMeeting(coordinator, daysAgo(0))
      await listCase(coordinator, { casePath, meetingPath: path, child, summary })
      if (!javaScript) await recordInterest(coordinator, path)
      await buildPack(coordinator, path)
      await recordAttendance(coordinator, path)
      return path
    })

    await test.step('the panel reads and agrees it without knowing who the child was', async () => {
      const item = { meetingPath, reference, summary }
      const member = await open('panelMember', opening)
      const chair = await open('chair', opening)
      const seen = [bodiesSeenBy(member), bodiesSeenBy(chair)]
      await expectNothingToRead(member, item)
      if (!javaScript) await sayNotInvolved(member, item)
      await releasePack(await open('designatedDoctor', opening), meetingPath)
      await readCase(member, item)
      await markAsRead(member, item)
      await agreeAnalysis(chair, { item, outcome, member })
      for (const bodies of seen) {
        const all = await bodies()
        expect(all.filter((body) => body.startsWith('unread'))).toEqual([])
        expect(all.length).toBeGreaterThan(2)
        for (const known of [...identifiersOf(child), child.diedOn, written(child.diedOn)]) {
          expect(all.filter((body) => body.includes(known))).toEqual([])
        }
      }
      for (const page of [member, chair]) expect((await page.goto(casePath))?.status()).toBe(403)
    })

    await test.step('the coordinator sees it reviewed and closes it', () => closeCase(coordinator, casePath))

    if (javaScript) {
      await test.step('a second panel codes it without knowing what the first one said', async () => {
        const path = await arrangeMeeting(coordinator, daysAgo(0))
        await drawForSecondPanel(coordinator, path)
        const told = ['Acute medical or surgical condition', 'Delay in recognition']
        await codeBlind(await open('secondChair', opening), { reference, summary, told })
        await takeBack(coordinator, reference)
      })
    }

    const releasePath =
      await test.step('the analyst counts it and publishes, once somebody signs', async () => {
        await expect.poll(deaths).toBe(before.deaths + 1)
        await expect.poll(reviews).toBe(before.reviews + 1)
        await compareCaseMix(analyst, reviewsIn)
        const path = await publishRelease(analyst, await open('publisher', opening), reviewsIn)
        const files = await downloadTables(analyst)
        expect(files.length).toBeGreaterThan(0)
        expect(files.filter(({ csv }) => csv.includes('[c]')).length).toBeGreaterThan(0)
        for (const { name, csv } of files) {
          expect(name).toMatch(/^[a-z0-9-]+\.csv$/)
          for (const known of [...identifiersOf(child), reference]) expect(csv).not.toContain(known)
        }
        expect(await exploreRelease(analyst)).toHaveLength(4)
        if (javaScript) await beginAnnualReport(analyst)
        expect((await analyst.goto(casePath))?.status()).toBe(403)
        return path
      })

    await test.step('the administrator sees users and no case', async () => {
      const administrator = await open('administrator', opening)
      await administrator.goto('/users')
      await expect(administrator.getByRole('main')).toContainText('Asha Linden')
      await expect(administrator.getByRole('link', { name: 'Cases' })).toHaveCount(0)
      for (const path of ['/cases', casePath, '/notifications', meetingPath, '/figures', releasePath]) {
        expect((await administrator.goto(path))?.status(), path).toBe(403)
      }
    })

    await test.step('the second area sees none of it', async () => {
      const paths = { casePath, meetingPath, releasePath, reference }
      await expectStrangerSeesNothing(
        await open('otherCoordinator', opening),
        await open('otherAnalyst', opening),
        paths,
      )
    })

    if (!javaScript) {
      await test.step('the chair begins its review again', async () =>
        reopenReview(await open('chair', opening), reference, daysAgo(0)))
    }
  })
}

import { PlainDate } from '@cdop/domain'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../layout/testing/browser.ts'
import { answeringCalibration, coded, comparedByFive } from '../testing/calibration-answers.ts'
import { type GivenPortal, givenPortal, leeds, PORTAL_URL } from '../testing/given-portal.ts'
import { axeFindings, openedPage } from '../testing/opened-pages.ts'
import {
  agreedAnalysis,
  analysisPass,
  begun,
  caseId,
  child,
  draftedAnalysis,
  informationRequestId,
  meeting,
  meetingsSent,
  noApologies,
  noScores,
  pack,
  panelMeetingId,
  progress,
  quorate,
  reference,
  reportingAnswers,
  statement,
} from '../testing/panel-answers.ts'
import { panelServices } from '../testing/panel-services.ts'
import { answeringQuality, reviewId } from '../testing/quality-answers.ts'
import { type TestBrowser, testBrowser } from '../testing/test-browser.ts'

const services = panelServices()
const link = `/requests/${'a'.repeat(22)}`
const here = `/panel-meetings/${panelMeetingId}`
const invented = '/calibration/cases/garden-pond'
const analysis = `${here}/cases/${caseId}/analysis`
let portal: GivenPortal
let chromium: Browser
const visitors = new Map<string, TestBrowser>()
const visitor = (who: string): TestBrowser => visitors.get(who) ?? testBrowser(portal.app)

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chromium = await openBrowser()
  for (const [who, email] of [
    ['coordinator', 'asha.linden@lds.example'],
    ['member', 'tom.harrow@lds.example'],
    ['chair', 'helen.marsh@lds.example'],
  ] as const) {
    const browser = testBrowser(portal.app)
    await browser.signIn(email)
    visitors.set(who, browser)
  }
  answering()
  const reporter = testBrowser(portal.app)
  await reporter.submit(`${link}/code`, { code: '123456' })
  visitors.set('reporter', reporter)
}, 60_000)
afterAll(async () => {
  await chromium?.close()
  await portal?.drop()
})

function answering(): void {
  services.answer('link.requestCode', undefined)
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', { ...begun, version: 3, answers: reportingAnswers })
  services.answer('identity.read', [child])
  const { kind, heldOn, quorumRule } = meeting
  services.answer('panelMeeting.list', {
    rows: [{ panelMeetingId, kind, heldOn, quorumRule, startsAt: null, stage: 'planned', cases: 4 }],
  })
  services.answer('panelMeeting.read', meeting)
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
  const endsOn = PlainDate.parse('2026-03-23')
  services.answer('panelComment.read', { reference, comments: [], heldBack: 1 })
  services.answer('privateNote.read', { note: null, endsOn, held: false })
  services.answer('privateNoteHold.read', { heldOn, endsOn, entries: [] })
  services.answer('panelMeeting.deliberation', quorate)
  services.answer('panelStatement.read', statement)
  services.answer('panelStatement.list', { rows: [] })
  const summary = `Found unresponsive.\n${'Averylongwordwithoutanyspace'.repeat(12)} ${'more words '.repeat(200)}`
  services.answer('pack.open', { ...pack, pack: { ...pack.pack, summary } })
  services.answer('pack.analysis', analysisPass)
  services.answer('openCases.scores', noScores)
  services.answer('pack.codedAnswers', { ageBand: '28-364d', answers: [] })
  services.answer('causeLetter.raised', { letters: [] })
  services.answer('analysis.read', draftedAnalysis)
  services.answer('meetingAnalysis.forPanel', meetingsSent)
  answeringCalibration(services)
  answeringQuality(services)
  services.answer('calibration.open', coded)
  services.answer('calibration.compare', comparedByFive)
  services.refuse('calibration.finish', 'stale')
  services.answer('case.reopenings', {
    reference,
    state: 'closed',
    version: 9,
    mayReopen: true,
    reviewedOn: PlainDate.parse('2026-02-20'),
    firstReviewedOn: null,
    nationalSubmissionOn: PlainDate.parse('2026-02-25'),
    closedAt: null,
    reopenings: [],
  })
  services.refuse('analysis.agree', 'panel-not-quorate', ['police', 'health'])
}

/** Who looks at which page, and the button that makes the page come back with its mistakes. */
const looks: readonly [who: string, path: string, button?: string][] = [
  ['nobody', link],
  ['nobody', `${link}/code`, 'Continue'],
  ['reporter', '/return'],
  ['reporter', '/return/sections/identification', 'Continue'],
  ['reporter', '/return/sections/child-health'],
  ['reporter', '/return/sections/summary-of-involvement'],
  ['reporter', '/return/check', 'Send the form'],
  ['reporter', '/return/leave'],
  ['nobody', '/return/left'],
  ['coordinator', '/panel-meetings'],
  ['coordinator', '/panel-meetings/new', 'Arrange the meeting'],
  ['coordinator', here],
  ['coordinator', `${here}/attendance`, 'Save attendance'],
  ['member', '/panel-induction', 'Sign and continue'],
  ['member', here],
  ['member', `${here}/cases/${caseId}`],
  ['member', `${here}/cases/${caseId}/note`],
  ['member', `${here}/cases/${caseId}/comments`, 'Send to the chair'],
  ['member', `${here}/apology`],
  ['coordinator', `${here}/private-notes`, 'Put a legal hold on'],
  ['nobody', '/hidden'],
  ['chair', analysis],
  ['chair', `${analysis}/sections/category`],
  ['chair', `${analysis}/sections/social-domain`, 'Add another factor'],
  ['chair', `${analysis}/sections/outcome`],
  ['chair', `${analysis}/check`, 'Agree the analysis'],
  ['coordinator', '/calibration', 'Open the round'],
  ['chair', '/calibration'],
  ['chair', `${invented}`],
  ['chair', `${invented}/sections/social-domain`, 'Add another factor'],
  ['chair', `${invented}/check`, 'Finish my coding'],
  ['chair', `${invented}/compared`],
  ['chair', '/calibration/figures'],
  ['coordinator', '/review-quality'],
  ['chair', `/review-quality/${reviewId}`, 'Save what I found'],
  ['chair', '/reopen', 'Continue'],
  ['chair', `/cases/${caseId}/reopen`, 'Reopen the review'],
]

async function holds(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.locator('h1').count()).toBe(1)
  const title = await page.title()
  const heading = (await page.locator('h1').textContent())?.replace(/\s+/g, ' ').trim()
  expect(title.replace('Error: ', '').startsWith(heading ?? 'no heading')).toBe(true)
  expect(title).toMatch(/ – Child death reviews$/)
  expect(`${title} ${page.url()}`).not.toMatch(/Winterbourne|Elowen|999 ?000|2025-07-27/)
}

const sidewaysBy = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('every page of the reporter and the panel', () => {
  test.each(looks)(
    '%s on %s keeps the rules of a page, also with mistakes on it',
    async (who, path, button) => {
      const page = await openedPage(chromium, portal.app, visitor(who))
      await page.goto(PORTAL_URL + path)
      await holds(page)
      if (button !== undefined) {
        await page.getByRole('button', { name: button }).last().click()
        await page.waitForLoadState()
        await holds(page)
      }
    },
    30_000,
  )

  test.each(looks)(
    '%s on %s reads on a narrow screen and without JavaScript',
    async (who, path) => {
      const page = await openedPage(chromium, portal.app, visitor(who), {
        width: 320,
        javaScriptEnabled: false,
      })
      await page.goto(PORTAL_URL + path)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('h1').textContent()).not.toMatch(/went wrong|not found|unavailable/i)
      expect(await page.evaluate(sidewaysBy)).toBeLessThanOrEqual(0)
    },
    30_000,
  )

  test.each([
    ['reporter', '/return/receipt'],
    ['chair', `${analysis}/agreed`],
  ])(
    '%s on %s sees that it is done',
    async (who, path) => {
      services.answer('reportingForm.begin', {
        ...begun,
        version: 4,
        answers: reportingAnswers,
        returned: true,
      })
      services.answer('analysis.read', agreedAnalysis)
      const page = await openedPage(chromium, portal.app, visitor(who))
      await page.goto(PORTAL_URL + path)
      await holds(page)
      answering()
    },
    30_000,
  )
})

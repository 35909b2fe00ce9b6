import {
  DuplicateReviewId,
  Instant,
  OrganisationContactId,
  PanelMeetingId,
  PersonId,
  PlainDate,
  usualQuorum,
} from '@cdop/domain'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../layout/testing/browser.ts'
import {
  caseId,
  emptyWorklist,
  hospital,
  informationRequestId,
  noCounts,
  notificationId,
  openCase,
  organisationId,
  reference,
  sentRequest,
  worklistRow,
} from '../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator } from '../testing/given-coordinator.ts'
import { PORTAL_URL } from '../testing/given-portal.ts'
import { emptyQueue, listedNotification, readNotification } from '../testing/notification-answers.ts'
import { axeFindings, openedPage } from '../testing/opened-pages.ts'

let given: GivenCoordinator
let chromium: Browser

const long = 'A long word: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch. '.repeat(40)

const review = {
  reviewId: DuplicateReviewId.parse('0190d000-0000-7000-8000-00000000000a'),
  state: 'open' as const,
  caseId,
  caseReference: reference,
  blocks: true,
}

beforeAll(async () => {
  ;[given, chromium] = await Promise.all([givenCoordinator(), openBrowser()])
  const { services } = given
  const rows = Array.from({ length: 25 }, () => worklistRow)
  services.answer('case.withheld', [])
  services.answer('notification.list', {
    ...emptyQueue,
    rows: Array.from({ length: 25 }, () => listedNotification),
    total: 80,
  })
  services.answer('notification.read', { ...readNotification, reviews: [review] })
  services.answer('notification.readErrorReport', {
    state: 'received',
    version: 1,
    receivedOn: openCase.case.receivedOn,
    caseId: null,
    caseReference: null,
    report: null,
  })
  services.answer('confirmation.read', {
    state: 'received',
    diedOn: openCase.case.diedOn,
    caseId: null,
    caseReference: null,
    entries: [],
  })
  services.answer('toldList.read', {
    rows: [
      { recipient: 'general-practitioner', entries: [] },
      {
        recipient: 'social-care',
        entries: [
          {
            entry: 1,
            told: { outcome: 'told', by: long.slice(0, 190), on: openCase.case.receivedOn },
            recordedBy: PersonId.parse(organisationId),
            recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
          },
        ],
      },
    ],
  })
  services.answer('case.list', {
    ...emptyWorklist,
    rows,
    counts: { ...noCounts, all: 80, overdue: 3 },
    total: 80,
  })
  services.answer('case.open', openCase)
  services.answer('reviewMeeting.list', { meetings: [], familyQuestions: [] })
  services.answer('organisation.list', { rows: [hospital], contacts: [] })
  services.answer('organisation.read', {
    organisation: { ...hospital, name: long.slice(0, 190) },
    names: [
      {
        name: 'Leeds Hospital',
        from: null,
        recordedBy: null,
        recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
      },
    ],
    contacts: [
      {
        contactId: OrganisationContactId.parse(organisationId),
        role: long.slice(0, 120),
        email: 'nurse@hospital.example',
        phone: null,
        replaces: null,
        from: openCase.case.receivedOn,
        endedOn: null,
        recordedBy: PersonId.parse(organisationId),
        recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
      },
    ],
  })
  services.answer('informationRequest.list', { rows: [sentRequest], returnWorkingDays: 15 })
  services.answer('informationRequest.expected', { basedOn: 3, all: null, order: [] })
  services.answer('informationRequest.read', {
    ...sentRequest,
    caseId,
    formVersion: null,
    decisions: [],
    chasers: [],
    caveats: [],
    gap: null,
    recipient: { role: null, email: 'reviews@hospital.example' },
    saidBy: null,
    filling: [],
    next: null,
    completeness: [
      {
        name: 'reporting',
        title: 'Reporting form',
        sections: [
          {
            title: 'Health',
            answered: 1,
            notKnown: 0,
            blank: [{ path: 'long', label: long, critical: true }],
          },
        ],
      },
    ],
    supplementary: [],
    entry: 1,
    versions: [],
    sections: [
      {
        linkId: 's',
        title: 'Health',
        rows: [{ label: 'What was known', answer: long, linkId: 'a', path: 'a' }],
      },
    ],
  })
  services.answer('panelMeeting.list', { rows: [] })
  services.answer('case.readyGate', {
    version: 'own-1',
    findings: [
      { item: 'review-stage-ended', effect: 'blocks', from: 'guidance', lacking: 1 },
      { item: 'agencies-answered', effect: 'warns', from: 'own', lacking: 3 },
    ],
    passed: [],
  })
}, 60_000)
afterAll(async () => {
  await chromium?.close()
  await given?.drop()
})

const withScripts = () => openedPage(chromium, given.portal.app, given.browser)

const addresses = [
  '/notifications',
  '/notifications/new',
  `/notifications/${notificationId}`,
  `/notifications/${notificationId}/received`,
  `/notifications/${notificationId}/confirmation`,
  `/notifications/${notificationId}/reported-in-error`,
  '/organisations',
  '/organisations/new',
  `/organisations/${organisationId}`,
  '/cases',
  `/cases/${caseId}`,
  `/cases/${caseId}/told`,
  `/cases/${caseId}/requests`,
  `/cases/${caseId}/requests/${informationRequestId}`,
  `/cases/${caseId}/review-meeting`,
  `/cases/${caseId}/review-meeting/new`,
  `/cases/${caseId}/panel`,
  `/cases/${caseId}/close`,
]

describe('the coordinator’s pages in a real browser', { timeout: 60_000 }, () => {
  test.each(addresses)('%s has nothing that axe finds wrong and fits 320 pixels', async (address) => {
    const enhanced = await withScripts()
    await enhanced.goto(PORTAL_URL + address)
    expect(await enhanced.locator('h1').count()).toBe(1)
    expect(await axeFindings(enhanced)).toEqual([])
    await enhanced.setViewportSize({ width: 320, height: 800 })
    expect(await enhanced.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  test.each([
    ['/notifications/new', 'Continue'],
    [`/notifications/${notificationId}/confirmation`, 'Record'],
    [`/notifications/${notificationId}/reported-in-error`, 'Continue'],
    [`/cases/${caseId}/told`, 'Save'],
    [`/cases/${caseId}/requests`, 'Send request'],
    [`/cases/${caseId}/requests`, 'Add organisation'],
    [`/organisations/${organisationId}`, 'Save contact'],
    [`/cases/${caseId}/review-meeting`, 'Record that no meeting was held'],
  ])('%s sent empty by “%s” leads to every mistake, also without JavaScript', async (address, button) => {
    const plain = await openedPage(chromium, given.portal.app, given.browser, { javaScriptEnabled: false })
    await plain.goto(PORTAL_URL + address)
    await plain.getByRole('button', { name: button }).last().click()
    const links = plain.locator('.govuk-error-summary__list a')
    expect(await links.count()).toBeGreaterThan(0)
    for (const link of await links.all()) {
      const target = (await link.getAttribute('href')) ?? ''
      expect(await plain.locator(target.replaceAll('[', '\\[')).count(), target).toBe(1)
    }
    expect(await plain.title()).toMatch(/^Error: /)
  })

  test('with mistakes still satisfy axe', async () => {
    const enhanced = await withScripts()
    for (const path of ['/requests', '/review-meeting']) {
      await enhanced.goto(`${PORTAL_URL}/cases/${caseId}${path}`)
      await enhanced.locator('main button').last().click()
      expect(await enhanced.title()).toMatch(/^Error: /)
      expect(await axeFindings(enhanced)).toEqual([])
    }
  })

  test('that hold no rows satisfy axe', async () => {
    const enhanced = await withScripts()
    const { services } = given
    services.answer('notification.list', emptyQueue)
    services.answer('case.list', emptyWorklist)
    services.answer('informationRequest.list', { rows: [], returnWorkingDays: 15 })
    services.answer('organisation.list', { rows: [], contacts: [] })
    services.answer('panelMeeting.list', {
      rows: [
        {
          panelMeetingId: PanelMeetingId.parse(organisationId),
          kind: 'standard',
          heldOn: PlainDate.parse('2026-04-14'),
          startsAt: null,
          stage: 'planned',
          cases: 0,
          quorumRule: { rule: usualQuorum.standard, validFrom: null },
        },
      ],
    })
    services.answer('case.open', {
      ...openCase,
      case: { ...openCase.case, state: 'review-meeting-not-held', requests: [], clocks: [] },
    })
    for (const address of [
      '/notifications',
      '/cases',
      `/cases/${caseId}`,
      `/cases/${caseId}/requests`,
      `/cases/${caseId}/panel`,
    ]) {
      await enhanced.goto(PORTAL_URL + address)
      expect(await axeFindings(enhanced), address).toEqual([])
    }
  })
})

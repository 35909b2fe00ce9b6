import {
  AnnualReportId,
  Instant,
  PersonId,
  PlainDate,
  ReleaseId,
  ReportCommentId,
  ReportHoldId,
} from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../layout/testing/browser.ts'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, PORTAL_URL } from '../../testing/given-portal.ts'
import { axeFindings, openedPage } from '../../testing/opened-pages.ts'
import { releaseAnswer, releaseId } from '../../testing/reporting-answers.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { Draft } from '../annual-reports/asked-report.ts'

const reporting = reportingService()
let portal: GivenPortal
let analyst: TestBrowser
let chair: TestBrowser

const reportId = AnnualReportId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0b01')
const somebody = PersonId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0b02')
const at = Instant.parse('2026-03-02T09:30:00.000Z')
const contentHash = 'ab'.repeat(32)
const path = `/annual-reports/${reportId}`
const summaryPath = `${path}/sections/summary`
const sentence = 'Only twins were affected.'
const read: Draft['sections'][number]['read'] = {
  paragraphs: ['Only twins were affected.', 'Twelve were.'],
  figures: [],
  exempt: [],
  faults: [{ kind: 'number-without-source', written: 'Twelve', sentence: 'Twelve were.', at: 0 }],
  held: [{ sentence, printed: sentence, kinds: ['small-number'], words: ['Only', 'twins'] }],
}
const draft: Draft = {
  head: {
    reportId,
    reportingYear: ReportingYearCode.parse('2024-25'),
    edition: 1,
    releaseId,
    begunFrom: null,
    begunAt: at,
    publishedAt: null,
  },
  contentHash,
  sections: [
    {
      block: {
        section: 'summary',
        version: 3,
        origin: 'carried-over',
        prose: 'What stood there <before>.',
        seen: [],
        writtenBy: somebody,
        writtenAt: at,
      },
      read,
      stale: [{ sentence: 'Since 2019.', why: 'names-a-year' }],
    },
  ],
  tables: releaseAnswer().tables,
  comments: [],
  holds: [],
  signatures: [],
  obstacles: [
    { kind: 'prose-fault', section: 'summary', count: 1, capacity: null },
    { kind: 'not-signed', section: null, count: 1, capacity: 'chair' },
  ],
}
const ready: Draft = {
  ...draft,
  obstacles: [{ kind: 'not-signed', section: null, count: 1, capacity: 'chair' }],
}

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  analyst = testBrowser(portal.app)
  await analyst.signIn('owen.pryce@lds.example')
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  reporting.forget()
  reporting.answer('annualReport.list', {
    reports: [draft.head],
    releases: [{ releaseId, reportingYear: draft.head.reportingYear, builtAt: at }],
  })
  reporting.answer('annualReport.read', draft)
  reporting.answer('annualReport.preview', { ...read, paragraphs: ['As it would read.'] })
  reporting.answer('annualReport.save', { version: 4 })
  reporting.answer('annualReport.begin', { reportId })
  reporting.answer('annualReport.sign', { capacity: 'chair' })
  reporting.answer('annualReport.publish', { contentHash })
})

const pageOf = async (where: string, who = analyst) => mainOf((await who.get(where)).body)
const written = () => reporting.calls.filter(({ procedure }) => !/\.(list|read|preview)$/.test(procedure))

describe('the annual reports of an area', () => {
  test('stand in a list, and whoever writes them begins one from a release', async () => {
    const page = await pageOf('/annual-reports')
    expect(page).toContain(`href="${path}"`)
    expect(page).toContain('Annual report, year ending 31 March 2025')
    const { location } = await analyst.submit('/annual-reports', { releaseId })
    expect(location).toContain(path)
    expect(written()).toMatchObject([{ procedure: 'annualReport.begin', input: { releaseId } }])
  })

  test('show every section under the three questions, with how far it is', async () => {
    const page = await pageOf(path)
    for (const words of ['How much did we do?', 'How well did we do it?', 'Did it make a difference?']) {
      expect(page).toContain(words)
    }
    expect(page).toContain(`href="${summaryPath}"`)
    expect(page).toContain('There is a problem')
    expect(page).toContain('Equality impact')
  })
})

describe('a section', () => {
  test('shows how it reads, what must be corrected, what is held and what nobody has looked at', async () => {
    const page = await pageOf(summaryPath)
    for (const words of [
      'Twelve” has no source',
      'Held because it may tell of few children: Only, twins',
      'nobody has looked at it since',
      'it names a year',
      'What stood there &lt;before&gt;.',
    ]) {
      expect(page).toContain(words)
    }
  })

  test('is previewed as it is typed, and nothing is kept', async () => {
    const { status, body } = await analyst.submit(summaryPath, {
      ...{ version: '3', prose: 'What I type.', _action: 'preview' },
    })
    expect(status).toBe(200)
    expect(mainOf(body)).toContain('As it would read.')
    expect(mainOf(body)).toContain('What I type.')
    expect(written()).toEqual([])
  })

  test('that somebody else saved meanwhile comes back with both texts', async () => {
    reporting.refuse('annualReport.save', 'stale')
    const { body } = await analyst.submit(summaryPath, {
      ...{ version: '2', prose: 'What I type.', _action: 'save' },
    })
    const page = mainOf(body)
    expect(page).toContain('What I type.')
    expect(page).toContain('What stood there &lt;before&gt;.')
    expect(page).toContain('<input type="hidden" name="version" value="3">')
  })

  test('asks for the known-facts test and a reason before a held sentence is asked for', async () => {
    const { body } = await analyst.submit(summaryPath, { sentence, nth: '0', _action: 'ask' })
    expect(body).toContain('Select what somebody who knows of the death from the news would learn')
    expect(body).toContain('Enter why the sentence should stand')
    expect(written()).toEqual([])
  })

  test('that is none is not found', async () => {
    expect((await analyst.get(`${path}/sections/secrets`)).status).toBe(404)
  })
})

describe('the checks', () => {
  test('lead to what must be done, and offer no signature before it is', async () => {
    const page = await pageOf(`${path}/checks`, chair)
    expect(page).toContain('Key findings has something to correct')
    expect(page).toContain('The chair has not signed')
    expect(page).not.toContain('Sign as chair')
  })

  test('let the chair sign exactly the text on the page, and nobody else', async () => {
    reporting.answer('annualReport.read', ready)
    expect(await pageOf(`${path}/checks`)).not.toContain('Sign as')
    expect(await pageOf(`${path}/checks`, chair)).toContain('Sign as chair')
    await chair.submit(`${path}/checks`, { capacity: 'chair', contentHash, _action: 'sign' })
    expect(written()).toMatchObject([
      { procedure: 'annualReport.sign', input: { capacity: 'chair', contentHash } },
    ])
  })

  test('offer publication once nothing stands against it, to who may', async () => {
    expect(await pageOf(`${path}/checks`)).not.toContain('Publish the report')
    reporting.answer('annualReport.read', { ...draft, obstacles: [] })
    expect(await pageOf(`${path}/checks`, chair)).not.toContain('Publish the report')
    expect(await pageOf(`${path}/checks`)).toContain('Publish the report')
    reporting.refuse('annualReport.publish', 'annual-report-needs-another')
    const { body } = await analyst.submit(`${path}/checks`, { contentHash, _action: 'publish' })
    expect(body).toContain('Somebody else must do this step')
  })

  test('say beside the field that no release was chosen', async () => {
    const { reportingYear } = draft.head
    const other = ReleaseId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0b05')
    reporting.answer('annualReport.list', {
      reports: [draft.head],
      releases: [releaseId, other].map((one) => ({ releaseId: one, reportingYear, builtAt: at })),
    })
    const { status, body } = await analyst.submit(`${path}/checks`, { releaseId: '', _action: 'pin' })
    expect(status).toBe(422)
    expect(body).toContain('href="#releaseId">Select a release')
    expect(body).toContain('id="releaseId-error"')
  })

  test('show a held sentence to who may decide about it, with what was said for it', async () => {
    const hold = {
      ...{ section: 'summary' as const, releaseId, sentence, learnt: 'nothing-new' as const },
      ...{ reason: 'It was in the news.', askedBy: somebody, askedAt: at },
      ...{ outcome: null, decidedBy: null, decidedAt: null },
      holdId: ReportHoldId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0b03'),
    }
    reporting.answer('annualReport.read', { ...draft, holds: [hold] })
    reporting.answer('annualReport.decideSentence', { holdId: hold.holdId })
    expect(await pageOf(`${path}/checks`, chair)).toContain('It was in the news.')
    await chair.submit(`${path}/checks`, { holdId: hold.holdId, _action: 'must-go' })
    expect(written()).toMatchObject([{ input: { holdId: hold.holdId, outcome: 'must-go' } }])
  })
})

test('a published report is read with its tables, its signatures and its check value', async () => {
  reporting.answer('annualReport.read', { ...draft, head: { ...draft.head, publishedAt: at } })
  const release = releaseAnswer()
  reporting.answer('annualReport.readPublished', {
    head: { ...draft.head, publishedAt: at },
    contentHash,
    tables: release.tables,
    denominators: release.denominators,
    report: {
      title: 'Child death review: annual report for the year ending 31 March 2025',
      areaName: 'Leeds',
      reportingYear: draft.head.reportingYear,
      edition: 1,
      releaseId,
      releaseHash: release.hash,
      asKnownOn: at,
      sections: [
        { section: 'deaths', paragraphs: [] },
        { section: 'reviews', paragraphs: ['What was reviewed.'] },
      ],
      figures: [],
      revisions: [],
      signed: [{ capacity: 'chair', signedOn: PlainDate.parse('2026-03-03') }],
      publishedOn: PlainDate.parse('2026-03-04'),
    },
  })
  const page = await pageOf(path)
  for (const words of [
    'What was reviewed.',
    'Signed on 3 March 2026',
    'abababababab',
    'Reviews by modifiability',
    '170,000 children aged 0 to 17, mid-year estimate',
  ]) {
    expect(page).toContain(words)
  }
  const first = await analyst.get(`${path}/report.pdf`)
  expect(first.body.startsWith('%PDF')).toBe(true)
  expect((await chair.get(`${path}/report.pdf`)).body).toBe(first.body)
})

test('every page of it keeps the rules of a page, also on a narrow screen', {
  timeout: 120_000,
}, async () => {
  const chromium = await openBrowser()
  try {
    const comment = { section: 'summary' as const, words: 'Say what changed.', madeBy: somebody, madeAt: at }
    const commentId = ReportCommentId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0b04')
    const open = { ...comment, commentId, settledBy: null, settledAt: null }
    reporting.answer('annualReport.read', { ...draft, comments: [open] })
    const page = await openedPage(chromium, portal.app, analyst, { width: 320 })
    for (const where of ['/annual-reports', path, summaryPath, `${path}/sections/deaths`, `${path}/checks`]) {
      await page.goto(PORTAL_URL + where)
      expect(await axeFindings(page), where).toEqual([])
      expect(await page.locator('h1').count(), where).toBe(1)
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate<number>(sideways), where).toBeLessThanOrEqual(0)
    }
  } finally {
    await chromium.close()
  }
})

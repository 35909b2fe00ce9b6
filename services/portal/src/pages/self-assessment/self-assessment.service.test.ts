import { blankSelfAssessment, OrganisationId, PlainDate, RecommendationId } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { type ScrutinyAnswers, scrutinyServices } from '../../testing/scrutiny-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = scrutinyServices()
let portal: GivenPortal
let coordinator: TestBrowser
let chair: TestBrowser

const day = (date: string) => PlainDate.parse(date)
const year = ReportingYearCode.parse('2024-25')
const organisationId = OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3e01')
const recommendationId = RecommendationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3e02')
const organisation = { kind: 'hospital' as const, organisationId }
const path = `/self-assessment/2024-25/${organisationId}`
const blank = blankSelfAssessment([recommendationId])
const form: ScrutinyAnswers['selfAssessment.readForm'] = {
  organisation,
  asked: [{ recommendationId, reference: 'R-2025-001', text: 'Assess sleep & say so.' }],
  version: 1,
  edit: 3,
  answers: blank,
  byOrganisation: false,
  reason: null,
  submittedOn: null,
  submitted: [],
}
const typed = {
  version: '1',
  edit: '3',
  answeredBy: 'Head of safeguarding',
  'standing-0': 'partly',
  'evidence-0': 'An audit.',
  'toDo-0': 'Train the night staff.',
  'byOn-0-day': '1',
  'byOn-0-month': '9',
  'byOn-0-year': '2026',
  ...Object.fromEntries(
    blank.practice.flatMap(({ question }) => [
      [`practice-${question}`, 'fully'],
      [`words-${question}`, 'In the induction.'],
    ]),
  ),
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  const opened = { year, dueOn: day('2026-06-30'), openedOn: day('2026-03-01') }
  services.answer('selfAssessment.list', { years: [opened] })
  services.answer('organisation.list', { rows: [], contacts: [] })
  services.answer('selfAssessment.open', { forms: 2 })
  services.answer('selfAssessment.readForm', form)
  services.answer('selfAssessment.save', { version: 1, edit: 4 })
  services.answer('selfAssessment.correct', { version: 2, edit: 1 })
  const counts = { fully: 3, partly: 1, 'not-yet': 0, 'no-longer-concerns': 0 }
  services.answer('selfAssessment.read', {
    year: opened,
    organisations: [
      {
        organisation,
        asked: 4,
        begun: true,
        submittedOn: day('2026-03-01'),
        overdue: false,
        counts,
        yearBefore: { ...counts, fully: 1, partly: 3 },
      },
      {
        organisation: { ...organisation, kind: 'police' },
        asked: 2,
        begun: false,
        submittedOn: null,
        overdue: true,
        counts: null,
        yearBefore: null,
      },
    ],
  })
})
const main = async (browser: TestBrowser, at: string) => mainOf((await browser.get(at)).body)

describe('the self-assessment of a year', () => {
  test('is opened by a coordinator, for a year, by a day to come', async () => {
    const wrong = await coordinator.submit('/self-assessment', { year: '2024-25', 'dueOn-day': '1' })
    expect(wrong.body).toContain('must include a month and year')
    const dueOn = { 'dueOn-day': '30', 'dueOn-month': '6', 'dueOn-year': '2026' }
    const { location } = await coordinator.submit('/self-assessment', { year: '2024-25', ...dueOn })
    expect(location).toMatch(/self-assessment\/2024-25$/)
    expect(services.sent('selfAssessment.open')).toMatchObject({ areaId: leeds, year, dueOn: '2026-06-30' })
    services.refuse('selfAssessment.open', 'self-assessment-open')
    const again = await coordinator.submit('/self-assessment', { year: '2024-25', ...dueOn })
    expect(again.body).toContain('is open already')
    expect(await main(chair, '/self-assessment')).not.toContain('<form')
  })

  test('is shown as a picture and a table of organisations, beside what they said the year before', async () => {
    const shown = await main(coordinator, '/self-assessment/2024-25')
    for (const written of ['1 of 2 organisations have answered', '3 (1)', '1 (3)', 'Fully: 3 of 4.', path]) {
      expect(shown).toContain(written)
    }
    expect(shown).toMatch(/Not begun, <strong>overdue<\/strong>/)
    expect((await coordinator.get('/self-assessment/never')).status).toBe(404)
  })

  test('is there for nobody who may not read it', async () => {
    for (const who of ['tom.harrow', 'edmund.frost', 'nadia.birch']) {
      const other = testBrowser(portal.app)
      await other.signIn(`${who}@lds.example`)
      for (const at of ['/self-assessment', '/self-assessment/2024-25', path])
        expect((await other.get(at)).status, who).toBe(403)
    }
  })
})

describe('the form of an organisation', () => {
  test('leads to each recommendation, and saves what was typed as far as it is', async () => {
    const shown = await main(coordinator, path)
    expect(shown).toContain(`/recommendations/${recommendationId}`)
    expect(shown).toContain('Assess sleep &amp; say so.')
    const { location } = await coordinator.submit(path, { version: '1', edit: '3', _action: 'save' })
    expect(location).toContain(path)
    expect(services.sent('selfAssessment.save')).toMatchObject({
      organisationId,
      version: 1,
      edit: 3,
      answers: blank,
      submit: false,
    })
  })

  test('is submitted whole, and says field by field what is missing, with all that was typed', async () => {
    const lacking = await coordinator.submit(path, { ...typed, 'toDo-0': '', _action: 'submit' })
    expect(lacking.body).toContain('Enter what is still to do')
    expect(lacking.body).toContain('An audit.')
    const noDate = await coordinator.submit(path, { ...typed, 'byOn-0-month': '13', _action: 'save' })
    expect(noDate.body).toContain('must be a real date')
    const long = await coordinator.submit(path, { ...typed, answeredBy: 'x'.repeat(201), _action: 'save' })
    expect(long.body).toContain('must be 200 characters or fewer')
    expect(services.calls.some(({ procedure }) => procedure === 'selfAssessment.save')).toBe(false)
    const { location } = await coordinator.submit(path, { ...typed, _action: 'submit' })
    expect(location).toMatch(/self-assessment\/2024-25$/)
    expect(services.sent('selfAssessment.save')).toMatchObject({
      submit: true,
      answers: {
        answeredBy: 'Head of safeguarding',
        recommendations: [
          { standing: 'partly', evidence: 'An audit.', toDo: 'Train the night staff.', byOn: '2026-09-01' },
        ],
      },
    })
  })

  test('once submitted is read, and corrected with a reason', async () => {
    const submittedOn = day('2026-03-01')
    services.answer('selfAssessment.readForm', {
      ...form,
      submittedOn,
      submitted: [{ version: 1, submittedOn }],
    })
    const shown = await main(coordinator, path)
    expect(shown).toContain('Submitted on 1 March 2026')
    expect(shown).not.toContain('Written by the organisation itself')
    services.answer('selfAssessment.readForm', { ...form, submittedOn, byOrganisation: true })
    expect(await main(coordinator, path)).toContain('Written by the organisation itself')
    expect(shown).not.toContain('Save and return later')
    expect(await main(chair, path)).not.toContain('<form')
    const without = await coordinator.submit(path, {
      version: '1',
      edit: '3',
      _action: 'correct',
      reason: ' ',
    })
    expect(without.body).toContain('Enter why it is corrected')
    await coordinator.submit(path, { version: '1', edit: '3', _action: 'correct', reason: 'Another ward.' })
    expect(services.sent('selfAssessment.correct')).toMatchObject({
      version: 1,
      edit: 3,
      reason: 'Another ward.',
    })
  })
})

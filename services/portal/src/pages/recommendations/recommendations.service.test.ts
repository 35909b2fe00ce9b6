import {
  ActionId,
  CaseId,
  CaseReference,
  FactorCode,
  Instant,
  OrganisationId,
  PersonId,
  PlainDate,
  RecommendationId,
  ReleaseId,
} from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseAnswers } from '../../testing/case-services.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { testBrowser } from '../../testing/test-browser.ts'
import { counted } from './overview-view.ts'

const day = (date: string) => PlainDate.parse(date)
const recommendationId = RecommendationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const actionId = ActionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
const organisationId = OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b03')
const caseId = CaseId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b04')
const releaseId = ReleaseId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b06')
const year = (code: string) => ReportingYearCode.parse(code)
const somebody = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b05')
const path = `/recommendations/${recommendationId}`
const addressee = { kind: 'hospital' as const, organisationId }

type Read = CaseAnswers['recommendation.read']
const recommendation: Read['recommendation'] = {
  recommendationId,
  reference: 'R-2026-001',
  version: 3,
  state: 'issued',
  facts: {
    level: 'local',
    source: 'panel',
    addressee,
    themes: ['safer-sleeping'],
    factors: [FactorCode.parse('co-sleeping')],
    dueOn: day('2026-02-20'),
  },
  words: {
    text: 'Assess sleep at home & say so.',
    indicator: 'Share assessed',
    owner: 'Midwifery',
    origin: null,
  },
  proposedOn: day('2026-01-05'),
  proposedBy: somebody,
  informedOn: day('2026-01-10'),
  relevantOn: null,
  escalatedOn: null,
  closingBy: null,
  closedOn: null,
}
const action: Read['actions'][number] = {
  actionId,
  number: 1,
  version: 2,
  state: 'in-progress',
  owner: addressee,
  words: { text: 'Train every midwife.', owner: null },
  dueOn: day('2026-02-01'),
  agreedOn: day('2026-01-12'),
  progressOn: null,
  escalatedOn: null,
  relevantOn: null,
  closingBy: null,
  closedOn: null,
}
const entry: Read['entries'][number] = {
  actionId: null,
  act: 'issue',
  happenedOn: day('2026-01-10'),
  words: null,
  recordedBy: somebody,
  recordedAt: Instant.parse('2026-01-10T10:00:00.000Z'),
}
const measure: Read['measures'][number] = {
  measuredOn: day('2026-01-15'),
  count: 40,
  of: 100,
  aim: { wanted: 'rise', target: 80 },
  words: 'An audit & count.',
  recordedBy: somebody,
}
const figure = { count: 40, of: 100, measuredOn: day('2026-01-15'), reportingYear: null }
const readAs = (
  change: Partial<Read['recommendation']> = {},
  actions: Read['actions'] = [action],
  gaps: Read['gaps'] = [],
): Read => ({
  recommendation: { ...recommendation, ...change },
  gaps,
  actions,
  entries: [entry, { ...entry, actionId, act: 'progress', words: 'Half are trained.' }],
  recipients: [{ organisationId, kind: 'hospital', sentOn: day('2026-01-11'), acknowledgedOn: null }],
  measures: [measure],
  released: null,
  indicators: 0,
  effect: null,
  cases: [{ caseId, reference: CaseReference.parse('LDS-2026-4F7M2H-Q') }],
})
const overview = {
  'on-time': { count: 139, percent: 90 },
  slipped: { count: 6, percent: 4 },
  'no-progress': { count: 10, percent: 6 },
  all: 155,
}

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  const rows = [
    {
      recommendation,
      actions: [action],
      overdue: true,
      effect: 'effect-seen' as const,
      baseline: figure,
      latest: { ...figure, count: 75, measuredOn: day('2026-02-15') },
    },
  ]
  const reminded = { weekOf: day('2026-03-02'), ...addressee, overdue: 1, due: 2 }
  services.answer('recommendation.list', {
    rows,
    all: 1,
    overview,
    digests: [{ ...reminded, outcome: 'sent' }],
    years: [{ year: '2025-26', overview }],
  })
  services.answer('recommendation.read', readAs())
  services.answer('organisation.list', {
    rows: [
      {
        organisationId,
        name: 'Ashdale Hospital',
        kind: 'hospital',
        email: 'requests@ashdale.example',
        odsCode: null,
        gssCode: null,
        activeFrom: null,
        activeTo: null,
        version: 1,
      },
    ],
    contacts: [],
  })
  services.answer('recommendation.propose', { recommendationId })
  services.answer('recommendation.revise', { version: 4 })
  services.answer('recommendation.record', { version: 4 })
  services.answer('recommendation.confirm', { version: 4 })
  services.answer('recommendation.similar', { rows: [] })
  services.answer('recommendation.send', { recommendationId })
  services.answer('recommendation.acknowledge', { recommendationId })
  services.answer('recommendation.measure', { measures: 2 })
  services.answer('action.agree', { actionId })
  services.answer('action.record', { version: 3 })
  services.answer('action.confirm', { version: 3 })
})
const main = async (at: string) => mainOf((await given.browser.get(at)).body)

describe('the tracker', () => {
  test('shows what is overdue, the names of organisations, and how far actions are in the form of the partnership', async () => {
    const shown = await main('/recommendations')
    expect(shown).toContain('Assess sleep at home &amp; say so.')
    expect(shown).toContain('Ashdale Hospital')
    expect(shown).toMatch(/<strong>Overdue<\/strong>/)
    expect(shown).toContain('was due 1 February 2026')
    expect(shown).toContain('An effect is seen')
    expect(shown).toContain('In the week of 2 March 2026')
    expect(shown).toContain('Latest 75 of 100 (75%), 15 February 2026')
    for (const written of ['139 (90%)', '6 (4%)', '10 (6%)', '155']) expect(shown).toContain(written)
    expect(counted({ count: 0, percent: null })).toBe('0')
  })

  test('is narrowed by codes in its address alone', async () => {
    const query = `theme=smoking&factor=co-sleeping&organisation=${organisationId}&standing=overdue`
    const shown = await main(`/recommendations?${query}`)
    expect(given.services.sent('recommendation.list')).toEqual({
      areaId: leeds,
      filter: { theme: 'smoking', factor: 'co-sleeping', organisationId, standing: 'overdue' },
    })
    expect(shown).toContain('/recommendations?factor=co-sleeping')
    await main('/recommendations?theme=<script>&factor=%F0&standing=never')
    expect(given.services.sent('recommendation.list')).toMatchObject({
      filter: { theme: null, standing: 'open' },
    })
  })

  test('says when nothing was recommended yet', async () => {
    given.services.answer('recommendation.list', {
      rows: [],
      all: 0,
      overview: { ...overview, all: 0 },
      digests: [],
      years: [],
    })
    expect(await main('/recommendations')).toContain('Nothing has been recommended yet.')
  })

  test('is questioned by an independent scrutineer, who sees no name of an organisation and can write nothing else', async () => {
    const scrutineer = testBrowser(given.portal.app)
    await scrutineer.signIn('morwenna.vance@scrutiny.example')
    await scrutineer.submit('/areas', { area: leeds })
    const shown = mainOf((await scrutineer.get(path)).body)
    expect(shown).toContain(`/challenges/new?recommendation=${recommendationId}`)
    expect(shown).not.toContain('Ashdale')
    expect(shown).not.toContain('<form')
    const action = mainOf((await scrutineer.get(`${path}/actions/${actionId}`)).body)
    expect(action).toContain(`/challenges/new?recommendation=${recommendationId}&amp;action=${actionId}`)
    expect(await main(path)).not.toContain('/challenges/new')
  })

  test('is read without names of organisations by whoever may not read the directory, and not at all by others', async () => {
    expect(await given.statusFor('owen.pryce@lds.example', '/recommendations')).not.toBe(500)
    expect(await given.statusFor('nadia.birch@lds.example', '/recommendations')).toBe(403)
    expect(await given.statusFor('helen.marsh@lds.example', '/recommendations/new')).toBe(403)
  })
})

const written = {
  text: 'Assess sleep at home.',
  level: 'local',
  source: 'panel',
  origin: '',
  addressee: organisationId,
  owner: 'Midwifery',
  indicator: '',
  themes: 'safer-sleeping',
  factors: 'co-sleeping',
  'dueOn-day': '1',
  'dueOn-month': '6',
  'dueOn-year': '2026',
}

describe('a recommendation', () => {
  test('is proposed with what is known of it, from a case the writer has sight of', async () => {
    given.services.answer('case.admit', {
      rows: [
        {
          caseId,
          reference: CaseReference.parse('LDS-2026-4F7M2H-Q'),
          state: 'gathering',
          ageBand: '1-4y',
          diedOn: day('2026-01-01'),
        },
      ],
      pass: null,
    })
    const { location } = await given.browser.submit(`/recommendations/new?case=${caseId}`, written)
    expect(location).toMatch(new RegExp(`${path}$`))
    expect(given.services.sent('recommendation.propose')).toMatchObject({
      caseIds: [caseId],
      facts: { addressee, themes: ['safer-sleeping'], factors: ['co-sleeping'], dueOn: '2026-06-01' },
      words: { text: 'Assess sleep at home.', indicator: null, origin: null },
    })
    given.services.answer('case.admit', { rows: [], pass: null })
    expect((await given.browser.get(`/recommendations/new?case=${caseId}`)).status).toBe(404)
  })

  test.each([
    [{ text: '' }, 'text', 'Enter what is to be done'],
    [{ text: 'x'.repeat(2_001) }, 'text', 'must be 2,000 characters or fewer'],
    [{ level: '' }, 'level', 'Select a level'],
    [{ source: '' }, 'source', 'Select where it comes from'],
    [{ source: 'elsewhere' }, 'origin', 'Enter who made it'],
    [{ addressee: somebody }, 'addressee', 'Select an organisation of the list'],
    [{ owner: 'x'.repeat(201) }, 'owner', 'must be 200 characters or fewer'],
    [{ indicator: 'x'.repeat(501) }, 'indicator', 'must be 500 characters or fewer'],
    [{ themes: 'astrology' }, 'themes', 'Select at least one theme'],
    [{ 'dueOn-year': '2025' }, 'dueOn-day', 'The due date must be in the future'],
    [{ 'dueOn-month': '13' }, 'dueOn-day', 'The due date must be a real date'],
  ])('is not proposed with %o, and what was typed stays', async (change, id, message) => {
    const { status, body } = await given.browser.submit('/recommendations/new', { ...written, ...change })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
    expect(body).toContain('Safer sleeping')
    expect(given.services.calls.some(({ procedure }) => procedure === 'recommendation.propose')).toBe(false)
  })

  test('that is not whole says what it needs before it is issued, and which words leave it open', async () => {
    const words = { ...recommendation.words, text: 'Consider assessing sleep where possible.' }
    given.services.answer('recommendation.read', readAs({ state: 'proposed', words }, [], ['owner', 'due']))
    const shown = await main(path)
    expect(shown).toContain('Before it can be issued it needs: which role or team answers for it, by when.')
    expect(shown).toContain('“consider”, “where possible”')
    expect(shown).not.toContain('value="issue"')
    expect(await main(`${path}/change`)).toContain('Consider assessing sleep where possible.')
    await given.browser.submit(`${path}/change`, { ...written, version: '3' })
    expect(given.services.sent('recommendation.revise')).toMatchObject({ version: 3, recommendationId })
  })

  test('that was issued cannot be changed, and shows its cases and its history', async () => {
    expect((await given.browser.get(`${path}/change`)).location).toMatch(new RegExp(`${path}$`))
    const shown = await main(path)
    expect(shown).toContain(`<a class="govuk-link" href="/cases/${caseId}">LDS-2026-4F7M2H-Q</a>`)
    expect(shown).toContain('<strong>Action 1: Progress</strong>')
    expect(shown).not.toContain('value="drop"')
  })

  test('is followed by one form for what can happen now, and says what is missing', async () => {
    const on = { 'on-day': '1', 'on-month': '3', 'on-year': '2026' }
    const again = await given.browser.submit(path, {
      _action: 'record',
      version: '3',
      act: 'reject',
      words: '',
      ...on,
    })
    expect(again.status).toBe(422)
    expect(again.body).toMatch(/<a href="#words">Enter a reason/)
    expect(
      (await given.browser.submit(path, { _action: 'record', version: '3', words: 'No.', ...on })).body,
    ).toMatch(/<a href="#act">Select what happened/)
    await given.browser.submit(path, { _action: 'record', version: '3', act: 'accept', words: '', ...on })
    expect(given.services.sent('recommendation.record')).toMatchObject({
      version: 3,
      act: 'accept',
      words: null,
      on: '2026-03-01',
    })
    expect(
      (await given.browser.submit(path, { _action: 'record', version: '0', act: 'accept', ...on })).status,
    ).toBe(400)
  })

  test('is confirmed by somebody else than who said that it is done', async () => {
    given.services.answer('recommendation.read', readAs({ state: 'closing', closingBy: somebody }, []))
    expect(await main(path)).toContain('Confirm that it is done')
    await given.browser.submit(path, { _action: 'confirm', version: '3' })
    expect(given.services.sent('recommendation.confirm')).toMatchObject({ recommendationId, version: 3 })
    given.services.refuse('recommendation.confirm', 'closing-needs-second-person')
    const refused = await given.browser.submit(path, { _action: 'confirm', version: '3' })
    expect(refused.body).toContain('Whoever says that something is done cannot confirm it')
  })
})

describe('an action', () => {
  test('is agreed with its owner and day', async () => {
    const typed = {
      text: 'Train.',
      organisation: organisationId,
      owner: '',
      'dueOn-day': '1',
      'dueOn-month': '5',
      'dueOn-year': '2026',
    }
    await given.browser.submit(`${path}/actions/new`, typed)
    expect(given.services.sent('action.agree')).toMatchObject({ owner: addressee, dueOn: '2026-05-01' })
    const wrong = await given.browser.submit(`${path}/actions/new`, {
      ...typed,
      text: '',
      organisation: '',
      'dueOn-year': '2020',
    })
    expect(wrong.body).toMatch(/<a href="#text">Enter what is to be done/)
    expect(wrong.body).toMatch(/<a href="#organisation">Select the organisation/)
    expect(wrong.body).toMatch(/<a href="#dueOn-day">The due date must be today or in the future/)
    given.services.answer('recommendation.read', readAs({ state: 'proposed' }, []))
    expect((await given.browser.get(`${path}/actions/new`)).location).toMatch(new RegExp(`${path}$`))
  })

  test('that is overdue can be taken further; its evidence is confirmed by a second person', async () => {
    const at = `${path}/actions/${actionId}`
    expect(await main(at)).toContain('Take it further: it is overdue')
    const on = { 'on-day': '1', 'on-month': '3', 'on-year': '2026' }
    await given.browser.submit(at, {
      _action: 'record',
      version: '2',
      act: 'escalate',
      words: 'Chief executive.',
      ...on,
    })
    expect(given.services.sent('action.record')).toMatchObject({ actionId, version: 2, act: 'escalate' })
    given.services.answer(
      'recommendation.read',
      readAs({}, [{ ...action, state: 'closing', closingBy: somebody }]),
    )
    await given.browser.submit(at, { _action: 'confirm', version: '2' })
    expect(given.services.sent('action.confirm')).toMatchObject({ actionId, version: 2 })
    expect((await given.browser.get(`${path}/actions/${recommendationId}`)).status).toBe(404)
  })
})

describe('what came of a recommendation', () => {
  test('is offered similar ones of the past while it is written, and what was typed stays', async () => {
    const text = 'Look at <b>sleep</b> at home.'
    const similar = {
      recommendationId,
      reference: 'R-2024-007',
      state: 'completed' as const,
      text: 'Assess sleep.',
    }
    given.services.answer('recommendation.similar', { rows: [similar] })
    const asked = await given.browser.submit('/recommendations/new', {
      _action: 'similar',
      text,
      level: 'local',
    })
    expect(given.services.sent('recommendation.similar')).toEqual({ areaId: leeds, text, except: null })
    expect(asked.body).toContain('R-2024-007')
    expect(asked.body).toContain('Look at &lt;b&gt;sleep&lt;/b&gt; at home.')
    expect(asked.body).not.toContain('There is a problem')
    expect(asked.location ?? '').not.toContain('sleep')
  })

  test('is who got it and who said that they read it', async () => {
    const at = `${path}/recipients`
    expect(await main(at)).toContain('was sent to 1, and 0 have said that they read it')
    const on = { 'readOn-day': '1', 'readOn-month': '2', 'readOn-year': '2026' }
    await given.browser.submit(at, { _action: 'read', organisation: organisationId, ...on })
    expect(given.services.sent('recommendation.acknowledge')).toMatchObject({
      organisationId,
      on: '2026-02-01',
    })
    const nobody = await given.browser.submit(at, { _action: 'read', organisation: somebody, ...on })
    expect(nobody.body).toMatch(/<a href="#organisation">Select who has read it/)
    const sent = {
      _action: 'send',
      organisations: organisationId,
      'on-day': '1',
      'on-month': '2',
      'on-year': '2026',
    }
    await given.browser.submit(at, sent)
    expect(given.services.sent('recommendation.send')).toMatchObject({
      organisations: [addressee],
      on: '2026-02-01',
    })
    const none = await given.browser.submit(at, { ...sent, organisations: 'x' })
    expect(none.body).toMatch(/<a href="#organisations">Select at least one organisation/)
  })

  const typed = {
    measures: '1',
    begins: 'no',
    count: '75',
    of: '100',
    'measuredOn-day': '1',
    'measuredOn-month': '3',
    'measuredOn-year': '2026',
    words: '',
  }
  test('is what was counted before and since, and what that shows', async () => {
    const at = `${path}/effect`
    expect(await main(at)).toContain('40 of 100 (40%), the baseline')
    expect(await main(at)).toContain('Nobody says yet that it was done')
    await given.browser.submit(at, typed)
    expect(given.services.sent('recommendation.measure')).toMatchObject({
      measures: 1,
      count: 75,
      of: 100,
      aim: null,
    })
    const anew = { ...typed, begins: 'yes', wanted: 'rise', target: '90' }
    await given.browser.submit(`${at}?begin=anew`, anew)
    expect(given.services.sent('recommendation.measure')).toMatchObject({
      aim: { wanted: 'rise', target: 90 },
    })
  })

  const named: NonNullable<Read['released']> = {
    figure: {
      tableId: 'R3',
      measureVersion: 1,
      row: 'co-sleeping',
      column: 'total',
      statistic: 'percentage',
    },
    baselineYear: year('2021-22'),
    wanted: 'fall',
    target: 10,
    namedBy: somebody,
    inForce: true,
    measures: [
      {
        releaseId,
        reportingYear: year('2021-22'),
        builtAt: Instant.parse('2022-06-01T09:00:00.000Z'),
        value: { kind: 'shown', count: 40, of: 100 },
        standing: 'baseline',
      },
      {
        releaseId,
        reportingYear: year('2022-23'),
        builtAt: Instant.parse('2023-06-01T09:00:00.000Z'),
        value: { kind: 'hidden' },
        standing: 'measure',
      },
    ],
  }
  test('is what releases show, each by its release, and never a number of what is hidden', async () => {
    given.services.answer('recommendation.read', { ...readAs(), released: named, indicators: 1 })
    const shown = await main(`${path}/effect`)
    for (const written of [
      'Most frequent modifiable factors: ',
      'It is to fall',
      'at most 10%',
      'Year ending 31 March 2023',
      '40 of 100 (40%)',
      'Hidden: nobody can tell',
      `${path}/effect/figure`,
      '40 of 100 (40%), the baseline',
    ])
      expect(shown).toContain(written)
    expect(shown).not.toContain(`/releases/${releaseId}`)
  })

  describe('by a figure of a release', () => {
    const at = `${path}/effect/figure`
    const cell = (row: string, count: number | null, of?: number) => ({
      row,
      column: 'total',
      count,
      ...(of === undefined ? {} : { of }),
    })
    const table = {
      tableId: 'R3',
      measureVersion: 1,
      cells: [cell('co-sleeping', 40, 100), cell('smoking', null, 100), cell('total', 100)],
    }
    const chosen = {
      indicators: '0',
      row: 'co-sleeping',
      column: 'total',
      statistic: 'percentage',
      baselineYear: '2021-22',
      wanted: 'fall',
      target: '10',
    }
    beforeEach(() => {
      const years = [{ reportingYear: year('2021-22'), tableIds: ['R3'], table }]
      given.services.answer('recommendation.figures', { years })
      given.services.answer('recommendation.nameIndicator', { indicators: 1 })
    })

    test('is named from a table that was released, once the table is chosen', async () => {
      expect(await main(at)).toContain('Choose the table')
      const shown = await main(`${at}?table=R3`)
      expect(given.services.sent('recommendation.figures')).toEqual({ areaId: leeds, tableId: 'R3' })
      expect(shown).toContain('% of all reviews')
      const { location } = await given.browser.submit(`${at}?table=R3`, chosen)
      expect(location).toMatch(/\/effect$/)
      expect(given.services.sent('recommendation.nameIndicator')).toMatchObject({
        ...{ areaId: leeds, recommendationId, indicators: 0, figure: named.figure },
        ...{ baselineYear: '2021-22', wanted: 'fall', target: 10 },
      })
    })

    test.each([
      [{ row: '' }, 'row', 'Select a row of the table'],
      [{ statistic: '' }, 'statistic', 'Select whether the share or the count'],
      [{ row: 'total' }, 'statistic', 'A total has no share of itself'],
      [{ row: 'smoking' }, 'baselineYear', 'The figure is hidden in the release of that year'],
      [{ baselineYear: '2020-21' }, 'baselineYear', 'Select the year of the baseline'],
      [{ wanted: '' }, 'wanted', 'Select whether it is to rise or to fall'],
      [{ target: 'few' }, 'target', 'Enter what is aimed at, as a whole number'],
      [{ target: '101' }, 'target', 'Enter what is aimed at, from 0 to 100%'],
      [{ target: '40' }, 'target', 'What is aimed at is reached already'],
    ])('is not named with %o', async (change, id, message) => {
      const { status, body } = await given.browser.submit(`${at}?table=R3`, { ...chosen, ...change })
      expect(status).toBe(422)
      expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
      expect(given.services.sent('recommendation.nameIndicator')).toBeUndefined()
    })

    test('cannot be named before there is a release, nor by who may not write', async () => {
      given.services.answer('recommendation.figures', { years: [] })
      expect(await main(at)).toContain('No release of a whole reporting year')
      const chair = testBrowser(given.portal.app)
      await chair.signIn('helen.marsh@lds.example')
      expect((await chair.get(at)).status).toBe(403)
    })
  })

  test.each([
    [{ count: 'many' }, 'count', 'Enter how many were counted'],
    [{ count: '101' }, 'count', 'No more can be counted than there were'],
    [{ of: '0' }, 'of', 'Enter how many there were'],
    [{ 'measuredOn-year': '2030' }, 'measuredOn-day', 'must be today or in the past'],
    [{ begins: 'yes', target: '90' }, 'wanted', 'Select whether it is to rise or to fall'],
    [{ begins: 'yes', wanted: 'rise', target: '101' }, 'target', 'Enter what is aimed at'],
    [{ begins: 'yes', wanted: 'rise', target: '70' }, 'target', 'What is aimed at is reached already'],
  ])('is not counted with %o', async (change, id, message) => {
    const { status, body } = await given.browser.submit(`${path}/effect`, { ...typed, ...change })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
    expect(given.services.sent('recommendation.measure')).toBeUndefined()
  })
})

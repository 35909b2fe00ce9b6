import { CodingSampleId, FactorCode, Instant, PersonId, PlainDate, SecondCodingId } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  analysisAnswers,
  analysisForm,
  pack,
  panelMeetingId,
  reference,
} from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const codingId = SecondCodingId.parse('0190c000-0000-4000-8000-00000000000a')
const sampleId = CodingSampleId.parse('0190c000-0000-4000-8000-00000000000b')
const heldOn = PlainDate.parse('2026-02-23')
let portal: GivenPortal
let coordinator: TestBrowser
let chair: TestBrowser
let analyst: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  ;[coordinator, chair, analyst] = [testBrowser(portal.app), testBrowser(portal.app), testBrowser(portal.app)]
  await coordinator.signIn('asha.linden@lds.example')
  await chair.signIn('helen.marsh@lds.example')
  await analyst.signIn('owen.pryce@lds.example')
})
afterAll(() => portal.drop())

const sample: PanelAnswers['doubleCoding.list']['samples'][number] = {
  sampleId,
  panelMeetingId,
  agreedFrom: PlainDate.parse('2025-04-01'),
  share: 0.1,
  fewest: 5,
  fewestInStratum: 1,
  possible: 42,
  drawn: 5,
  drawnBy: PersonId.parse('0190f000-0000-4000-8000-0000000000ff'),
  drawnAt: Instant.parse('2026-02-20T10:00:00.000Z'),
}
type Coding = PanelAnswers['doubleCoding.list']['codings'][number]
const coding: Coding = {
  codingId,
  sampleId,
  reference,
  panelMeetingId,
  state: 'assigned',
  codedOn: null,
  differs: null,
  adjudicated: false,
  decidedFirst: false,
}
const final: Coding = { ...coding, state: 'final', codedOn: heldOn, differs: true }

const { reviewedBefore: _, familyQuestions: __, ...packToCode } = pack.pack
const opened: PanelAnswers['doubleCoding.open'] = {
  state: 'assigned',
  version: 0,
  formVersion: analysisForm.version,
  answers: null,
  pack: packToCode,
  meeting: { panelMeetingId, heldOn, quorate: false, counted: 4, more: 1, missing: [['police']] },
}
const coded = { ...opened, state: 'draft' as const, version: 4, answers: analysisAnswers }

const prematurity = FactorCode.parse('prematurity')
const sections = summary(analysisForm, analysisAnswers)
const compared: PanelAnswers['doubleCoding.compare'] = {
  reference,
  first: { codedOn: heldOn, sections },
  second: { codedOn: PlainDate.parse('2026-03-02'), sections },
  differences: [{ section: 'Outcome', label: 'Modifiability', before: 'Found', now: 'Not found' }],
  differs: true,
  asked: {
    categories: { first: 8, second: 5 },
    modifiability: { first: 'modifiable-factors-identified', second: 'no-modifiable-factors' },
    factors: [{ domain: 'intrinsic', code: prematurity, first: 'modifiable', second: 'not-found' }],
  },
  adjudication: null,
  mayAdjudicate: true,
}

beforeEach(() => {
  services.forget()
  const planned = { startsAt: null, stage: 'planned' as const }
  const meetings = [
    { panelMeetingId, kind: 'standard' as const, heldOn, ...planned, cases: 1, quorumRule: rule },
  ]
  services.answer('panelMeeting.list', { rows: meetings })
  services.answer('doubleCoding.list', { samples: [sample], codings: [coding] })
  services.answer('doubleCoding.open', opened)
  services.answer('doubleCoding.compare', compared)
  services.answer('doubleCoding.save', { version: 1 })
  services.answer('doubleCoding.finish', { differs: true })
  services.answer('doubleCoding.draw', { sampleId, drawn: 5 })
  services.answer('doubleCoding.withdraw', undefined)
  services.answer('doubleCoding.adjudicate', undefined)
})
const rule = {
  rule: { minMembers: 5, minShare: null, requiredAgencies: [] },
  validFrom: null,
}

const wordsOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

describe('the cases coded twice', () => {
  test('are listed with how they were drawn and how far they are, and of no coding what it says', async () => {
    services.answer('doubleCoding.list', {
      samples: [sample],
      codings: [coding, { ...final, codingId: SecondCodingId.parse('0190c000-0000-4000-8000-00000000000c') }],
    })
    const { body } = await chair.get('/double-coding')
    const words = wordsOf(body)
    expect(words).toContain('10% of 42 cases agreed since 1 April 2025, at least 5.')
    expect(words).toContain(`${reference} Not started Code`)
    expect(words).toContain('Coded on 23 February 2026, differently, not settled')
    expect(body).toContain(`href="/double-coding/${codingId}"`)
    expect(body).not.toContain('Draw cases')
  })

  test('are drawn by the coordinator for a meeting, and taken back by them', async () => {
    const answer = await coordinator.submit('/double-coding', {
      meeting: panelMeetingId,
      'agreedFrom-day': '1',
      'agreedFrom-month': '4',
      'agreedFrom-year': '2025',
      percent: '10',
      fewest: '5',
      _action: 'draw',
    })
    expect(answer.status).toBe(303)
    expect(services.sent('doubleCoding.draw')).toMatchObject({
      areaId: leeds,
      panelMeetingId,
      agreedFrom: '2025-04-01',
      percent: 10,
      fewest: 5,
    })
    await coordinator.submit('/double-coding', { _action: `withdraw:${codingId}` })
    expect(services.sent('doubleCoding.withdraw')).toMatchObject({ codingId })
  })

  test('are not drawn without a meeting, a share or a day, each with its message; nor by a chair', async () => {
    const { status, body } = await coordinator.submit('/double-coding', {
      meeting: '',
      percent: '101',
      fewest: 'five',
      _action: 'draw',
    })
    expect(status).toBe(422)
    for (const [field, message] of [
      ['meeting', 'Select the meeting that codes them'],
      ['agreedFrom-day', 'Enter the date they were agreed from'],
      ['percent', 'The share must be a whole number from 1 to 100'],
      ['fewest', 'The fewest cases must be a whole number from 0 to 200'],
    ]) {
      expect(body).toContain(`<a href="#${field}">${message}</a>`)
    }
    expect((await chair.submit('/double-coding', { _action: 'draw' })).status).toBe(403)
    expect(services.sent('doubleCoding.draw')).toBeUndefined()
    expect((await coordinator.submit('/double-coding', { _action: 'withdraw:x' })).status).toBe(400)
    expect((await analyst.get('/double-coding')).status).toBe(403)
  })
})

describe('a second coding', () => {
  const here = `/double-coding/${codingId}`

  test('begins from the pack and an empty form, with nothing of the first', async () => {
    const { status, body } = await chair.get(here)
    expect(status).toBe(200)
    expect(body).toContain('A baby found unresponsive in the morning.')
    for (const { title } of analysisForm.pages) expect(body).toContain(title)
    expect(body).toContain('Cannot start yet')
    const asked = services.calls.map(({ procedure }) => procedure)
    expect(asked.filter((one) => /analysis|pack|compare/i.test(one))).toEqual([])
    expect((await coordinator.get(here)).status).toBe(403)
  })

  test('is saved section by section with its version, and says what is missing', async () => {
    const answer = await chair.submit(`${here}/sections/category`, { _version: '0', categories: '8' })
    expect(answer.status).toBe(303)
    expect(services.sent('doubleCoding.save')).toMatchObject({
      codingId,
      version: 0,
      formVersion: analysisForm.version,
      answers: { categories: ['8'] },
    })
    const wrong = await chair.submit(`${here}/sections/category`, { _version: '0' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toMatch(/<a href="#categories">[^<]+<\/a>/)
    expect((await chair.get(`${here}/sections/never-was`)).status).toBe(404)
  })

  test('is checked and finished once it is whole; why it cannot be is said beside it', async () => {
    expect((await chair.get(`${here}/check`)).body).toContain('You cannot finish yet.')
    services.answer('doubleCoding.open', coded)
    const { body } = await chair.get(`${here}/check`)
    expect(wordsOf(body)).toContain('The panel is not quorate for this case with 4 members')
    const answer = await chair.submit(`${here}/check`, { _version: '4' })
    expect(answer.location).toContain(`${here}/compare`)
    expect(services.sent('doubleCoding.finish')).toMatchObject({ codingId, version: 4 })
    services.refuse('doubleCoding.finish', 'coded-by-this-panel')
    const refused = await chair.submit(`${here}/check`, { _version: '4' })
    expect(refused.body).toContain('Another panel codes it the second time')
  })

  test('that is final leads to both, side by side, to be settled with a reason', async () => {
    services.answer('doubleCoding.open', { ...coded, state: 'final' })
    expect((await chair.get(here)).location).toContain(`${here}/compare`)
    const { body } = await chair.get(`${here}/compare`)
    expect(wordsOf(body)).toContain('Outcome Modifiability Found Not found')
    const none = await chair.submit(`${here}/compare`, { holds: '', reason: '' })
    expect(none.status).toBe(422)
    expect(none.body).toContain('<a href="#holds">Select which coding holds</a>')
    expect(none.body).toContain('<a href="#reason">Enter why it holds</a>')
    const typed = { holds: 'second', reason: 'The note was clear.' }
    expect((await chair.submit(`${here}/compare`, typed)).status).toBe(303)
    expect(services.sent('doubleCoding.adjudicate')).toMatchObject({ codingId, ...typed })
    const third = null
    const settled = { holds: 'second' as const, third, reason: 'The note was clear.', on: heldOn }
    services.answer('doubleCoding.compare', { ...compared, adjudication: settled, mayAdjudicate: false })
    const after = wordsOf((await chair.get(`${here}/compare`)).body)
    expect(after).toContain('what the second panel said holds')
    expect(after).not.toContain('Which coding holds?')
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is settled by a third answer, which names every factor either panel named', async () => {
    const page = `${here}/compare`
    const { body } = await chair.get(page)
    expect(wordsOf(body)).toContain('Neither: another answer')
    const typed = {
      holds: 'third',
      reason: 'Neither fits.',
      category: '9',
      'factor-late-booking': 'unlikely',
    }
    const some = await chair.submit(page, typed)
    expect(some.status).toBe(422)
    expect(some.body).toContain('<a href="#modifiability">Select the outcome that holds</a>')
    expect(some.body).toContain('<a href="#factor-prematurity">Select what holds of each factor</a>')
    expect(some.body).toContain('value="9" selected')
    const whole = { ...typed, modifiability: 'no-modifiable-factors', 'factor-prematurity': 'unlikely' }
    expect((await chair.submit(page, whole)).status).toBe(303)
    const factors = [{ code: prematurity, rating: 'unlikely' as const }]
    const third = { category: 9 as const, modifiability: 'no-modifiable-factors' as const, factors }
    expect(services.sent('doubleCoding.adjudicate')).toMatchObject({ codingId, holds: 'third', third })
    services.refuse('doubleCoding.adjudicate', 'modifiability-contradicts-factors')
    const contradicted = await chair.submit(page, whole)
    expect([contradicted.status, contradicted.body.includes('<a href="#modifiability">')]).toEqual([
      422,
      true,
    ])
    const settled = { holds: 'third' as const, third, reason: 'Neither fits.', on: heldOn }
    services.answer('doubleCoding.compare', { ...compared, adjudication: settled, mayAdjudicate: false })
    expect(wordsOf((await chair.get(page)).body)).toContain('neither holds, but this')
  })
})

import { ImportId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { SeenImport } from '../imports/state-words.ts'

const services = caseServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())

const importId = ImportId.parse('0190a000-0000-7000-8000-0000000000c1')
const at = Instant.parse('2026-03-02T09:30:00.000Z')
const sheets = {
  cases: 3,
  requests: 5,
  openRequests: 2,
  chasers: 4,
  returnedForms: 3,
  holds: 1,
  meetings: 2,
  documents: 6,
  scores: 4,
}
const seen: SeenImport = {
  importId,
  state: 'ready',
  mappingTitle: 'open cases in a bundle',
  bundle: { sha256: 'a'.repeat(64) },
  beganBy: PersonId.parse('0190a000-0000-7000-8000-0000000000d1'),
  beganAt: at,
  changedAt: at,
  rowsTotal: 3,
  rowsChecked: 3,
  rowsReceived: 0,
  faults: 0,
  refusal: null,
  sameAs: null,
  counts: {
    rows: 3,
    inScope: 2,
    outOfScope: 1,
    scopePending: 0,
    knownHere: 1,
    repeatedInFile: 0,
    leftOut: 0,
    bundle: {
      ...sheets,
      stages: { gathering: 2, reviewed: 1 },
      neverNational: 1,
      notConfirmed: 0,
      notMapped: { H: 7 },
      unknownForms: 1,
    },
  },
  confirmedAt: null,
  endedAt: null,
  confirmBy: PlainDate.parse('2026-03-08'),
  mayCancel: true,
}
const path = `/imports/${importId}`
const files = { awaited: [], checking: [], refused: [], clean: [2, 3, 4, 5, 6], leftOut: [7] }
const rehearsal = { sheets, overdue: { panel: 2 }, toAdd: ['Invented Surgery'], unknown: [], files }
const report = {
  signedOffBy: PersonId.parse('0190a000-0000-7000-8000-0000000000d1'),
  signedOffAt: at,
  cases: 3,
  taken: { ...sheets, cases: 2, requests: 4, documents: 5 },
  waiting: [4],
  leftOut: [{ row: 7, reason: 'not-found' as const }],
  chasedFrom: null,
  chasingTakenBy: null,
}

beforeEach(() => {
  services.forget()
  services.answer('import.read', seen)
  services.answer('openCases.rehearse', rehearsal)
  services.answer('openCases.signOff', { signedOffAt: at })
  services.answer('openCases.forget', undefined)
  services.answer('openCases.report', report)
  services.answer('openCases.takeOverChasing', undefined)
  services.answer('import.cancel', { state: 'cancelled' })
  services.answer('import.importedCases', { notifications: 3, cases: 2, undecided: [4] })
})
const called = (procedure: string) => services.calls.filter((call) => call.procedure === procedure)
const done = { ...seen, state: 'done', confirmedAt: at, endedAt: at, mayCancel: false } as const

describe('a bundle of open cases', () => {
  test('is shown as it would come in, and signed off by name with the cases that were seen', async () => {
    const { body } = await browser.get(path)
    expect(body).toContain('<h1 class="govuk-heading-l">Sign off the open cases</h1>')
    expect(body).toMatch(/Gathering information[\s\S]*2[\s\S]*Reviewed[\s\S]*1/)
    expect(body).toMatch(/Reviewed before April 2019: never sent[\s\S]*1/)
    expect(body).toMatch(/not mapped, column H[\s\S]*7/)
    expect(body).toMatch(/Cases overdue today: Panel meeting[\s\S]*2/)
    expect(body).toContain('Invented Surgery')
    expect(body).toContain('You sign off as Asha Linden')
    const answer = await browser.submit(path, { _action: 'sign-off', rows: '3' })
    expect(answer.status).toBe(303)
    expect(called('openCases.signOff')[0]?.input).toMatchObject({ areaId: leeds, importId, rows: 3 })
    expect((await browser.submit(path, { _action: 'sign-off', rows: 'x' })).status).toBe(400)
  })

  test('with an agency nobody could write to cannot be signed off before the directory has it', async () => {
    services.answer('openCases.rehearse', { ...rehearsal, unknown: ['Nobody’s <Clinic>'] })
    const { body } = await browser.get(path)
    expect(body).toContain('Nobody’s &lt;Clinic&gt;')
    expect(body).toContain('href="/organisations"')
    expect(body).not.toContain('value="sign-off"')
    services.refuse('openCases.signOff', 'agencies-unknown')
    const answer = await browser.submit(path, { _action: 'sign-off', rows: '3' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Add them to the directory first')
  })

  test('with a document that has neither a clean file nor a reason cannot be signed off', async () => {
    services.answer('openCases.rehearse', {
      ...rehearsal,
      files: { ...files, clean: [2, 3], awaited: [4, 6] },
    })
    const { body } = await browser.get(path)
    expect(body).toMatch(/Without a file[\s\S]*Rows 4, 6/)
    expect(body).toContain(`href="${path}/documents"`)
    expect(body).not.toContain('value="sign-off"')
    services.refuse('openCases.signOff', 'files-missing')
    const answer = await browser.submit(path, { _action: 'sign-off', rows: '3' })
    expect(answer.body).toContain('Add each file, or say why it is not taken in')
  })

  test('cancelled is forgotten everywhere', async () => {
    expect((await browser.submit(path, { _action: 'cancel' })).status).toBe(303)
    expect(called('openCases.forget')).toHaveLength(1)
    expect(called('import.cancel')).toHaveLength(1)
    const order = services.calls.map(({ procedure }) => procedure)
    expect(order.indexOf('import.cancel')).toBeLessThan(order.indexOf('openCases.forget'))
  })

  test('that was signed off while somebody cancelled it keeps all it says', async () => {
    services.refuse('import.cancel', 'import-moved-on')
    expect((await browser.submit(path, { _action: 'cancel' })).status).toBe(409)
    expect(called('openCases.forget')).toEqual([])
  })
})

describe('the report of an import', () => {
  test('holds what is in the system against what was in the bundle, and names every difference', async () => {
    services.answer('import.read', done)
    const { body } = await browser.get(path)
    expect(body).toContain('The open cases were taken in')
    expect(body).toMatch(/Requests to agencies<\/th>\s*<td[^>]*>5<\/td>\s*<td[^>]*>4<\/td>\s*<td[^>]*>1</)
    expect(body).toContain('1 case to decide first, in rows 4')
    expect(body).not.toContain('on the way')
    expect(body).toContain('Column H of the returned forms: 7 answers not mapped')
    expect(body).toContain(
      '1 document left out, in rows 7 of the sheet of documents: the file cannot be found',
    )
    expect(body).toContain('a'.repeat(64))
  })

  test('takes over chasing from a day to come, once', async () => {
    services.answer('import.read', done)
    const past = { _action: 'chase', 'from-day': '1', 'from-month': '1', 'from-year': '2020' }
    const wrong = await browser.submit(path, past)
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('The date must be today or in the future')
    const answer = await browser.submit(path, { ...past, 'from-year': '2099' })
    expect(answer.status).toBe(303)
    expect(called('openCases.takeOverChasing')[0]?.input).toMatchObject({ importId, from: '2099-01-01' })
    services.answer('openCases.report', { ...report, chasedFrom: PlainDate.parse('2099-01-01') })
    expect((await browser.get(path)).body).toContain('are chased from 1 January 2099')
  })
})

test('the empty bundle is a file of no child', async () => {
  services.answer('import.emptyBundle', { zip: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' })
  const file = await browser.get('/imports/new/empty-bundle.zip')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="empty-bundle.zip"')
  const doctor = testBrowser(portal.app)
  await doctor.signIn('helen.marsh@lds.example')
  expect((await doctor.get('/imports/new/empty-bundle.zip')).status).toBe(403)
})

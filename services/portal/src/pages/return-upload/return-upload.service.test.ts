import { Instant } from '@cdop/domain'
import {
  formFile,
  formInForce,
  formResponse,
  formVersion,
  itemsOf,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../form-copy/sha256.ts'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  begun,
  child,
  informationRequestId,
  reference,
  reportingAnswers,
  reportingForm,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  services.forget()
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('identity.read', [child])
  services.answer('reportingForm.saveDraft', { version: 1 })
  services.answer('supplementaryForm.saveDraft', { version: 1 })
  browser = testBrowser(portal.app)
  await browser.submit(`/requests/${'a'.repeat(22)}/code`, { code: '123456' })
})

const file = formFile({ form: reportingForm, answers: reportingAnswers }, sha256)
const saved = (answers: Record<string, unknown>, version = 3) =>
  services.answer('reportingForm.begin', { ...begun, version, answers })
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(body)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&') ?? ''
const sentDraft = () => services.sent('reportingForm.saveDraft')

describe('a form filled in elsewhere', () => {
  test('becomes the draft, where nothing is saved yet', async () => {
    const page = await browser.get('/return/upload')
    expect(page.status).toBe(200)
    expect(mainOf(page.body)).toContain('FHIR R4 QuestionnaireResponse')
    const answer = await browser.upload('/return/upload', file)
    expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/\/return$/) })
    expect(sentDraft()).toMatchObject({
      version: 0,
      formVersion: reportingForm.version,
      answers: reportingAnswers,
    })
  })

  test('comes as a QuestionnaireResponse just as well', async () => {
    const as = { sha256, authored: '2026-03-02T10:00:00.000Z', status: 'completed' as const }
    const response = formResponse({ form: reportingForm, answers: reportingAnswers }, as)
    await browser.upload('/return/upload', JSON.stringify(response))
    expect(sentDraft()).toMatchObject({ answers: reportingAnswers })
  })

  test('of an earlier version goes on in that version, where nothing is saved yet', async () => {
    const older = formVersion(statutoryForms, REPORTING_FORM, '2022-04-01')
    const answers = { 'reporter-name': 'Robin Ellis' }
    await browser.upload('/return/upload', formFile({ form: older, answers }, sha256))
    expect(sentDraft()).toMatchObject({ formVersion: '2022-04-01', answers })
  })

  test('never replaces what is saved unseen: both stand side by side first', async () => {
    saved({ 'reporter-name': 'Robin <Ellis>', 'reporter-role': 'Named nurse' })
    const changed = { 'reporter-name': 'Kit Farrow', 'reporter-role': 'Named nurse' }
    const upload = formFile({ form: reportingForm, answers: changed }, sha256)
    const compare = await browser.upload('/return/upload', upload)
    expect(compare.status).toBe(200)
    const main = mainOf(compare.body)
    expect(main.match(/<h1/g)).toHaveLength(1)
    expect(main).toContain('Robin &lt;Ellis&gt;')
    expect(main).toContain('Kit Farrow')
    expect(main).not.toContain('Named nurse</td>')
    expect(sentDraft()).toBeUndefined()

    const use = {
      _action: 'use',
      _version: hidden(compare.body, '_version'),
      _kept: hidden(compare.body, '_kept'),
    }
    expect(use._version).toBe('3')
    const answer = await browser.post('/return/upload', { ...compare.hidden, ...use })
    expect(answer.status).toBe(303)
    expect(sentDraft()).toMatchObject({ version: 3, answers: changed })
  })

  test('that somebody else was quicker than is compared once more, with what is saved now', async () => {
    saved({ 'reporter-name': 'Somebody Else' }, 5)
    services.refuse('reportingForm.saveDraft', 'stale')
    const kept = JSON.stringify(JSON.parse(file))
    const answer = await browser.submit('/return/upload', { _action: 'use', _version: '3', _kept: kept })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Somebody Else')
    expect(hidden(answer.body, '_version')).toBe('5')
    expect(hidden(answer.body, '_kept')).toBe(kept)
  })

  test('that says what is saved already changes nothing', async () => {
    saved({ ...reportingAnswers })
    expect((await browser.upload('/return/upload', file)).status).toBe(303)
    expect(sentDraft()).toBeUndefined()
  })

  test('of more than was asked shows the answers that have no place, before anything is kept', async () => {
    const whole = formInForce(statutoryForms, supplementaryForm('care-pathway'), '2026-05-01')
    const texts = whole.pages.map(({ items }) => items.find(({ kind }) => kind === 'text'))
    const [asked, other] = whole.pages.filter((_, at) => texts[at] !== undefined)
    const [inAsked, inOther] = texts.filter((item) => item !== undefined)
    if (!asked || !other || !inAsked || !inOther) throw new Error('the form has too few stages')
    services.answer('reportingForm.begin', {
      ...begun,
      supplementary: [
        {
          kind: 'care-pathway',
          stages: [asked.linkId],
          formVersion: whole.version,
          version: 0,
          answers: {},
          words: {},
        },
      ],
    })
    const answers = { [inAsked.linkId]: 'What we saw', [inOther.linkId]: 'What others saw' }
    const { status, body } = await browser.upload(
      '/return/upload',
      formFile({ form: whole, answers }, sha256),
    )
    expect(status).toBe(200)
    expect(mainOf(body)).toContain('Answers without a place in this form')
    expect(mainOf(body)).toContain('What others saw')
    expect(services.sent('supplementaryForm.saveDraft')).toBeUndefined()
    const use = { _action: 'use', _version: '0', _kept: hidden(body, '_kept') }
    await browser.submit('/return/upload', use)
    expect(services.sent('supplementaryForm.saveDraft')).toMatchObject({
      kind: 'care-pathway',
      answers: { [inAsked.linkId]: 'What we saw' },
    })
  })

  test('with a day that has not come names the question', async () => {
    const other = formInForce(statutoryForms, supplementaryForm('drowning'), '2026-05-01')
    const date = statutoryForms
      .filter(({ url }) => url === REPORTING_FORM || url === other.url)
      .flatMap((form) => itemsOf(form).map((item) => ({ form, item })))
      .find(({ item }) => item.kind === 'date')
    if (date === undefined) throw new Error('no form asks a date')
    const answers = { [date.item.linkId]: '2999-01-01' }
    const upload = formFile({ form: date.form, answers }, sha256)
    const { status, body } = await browser.upload('/return/upload', upload)
    expect(status).toBe(422)
    expect(mainOf(body)).toContain(`Look at “${date.item.text}”`)
  })

  test.each([
    ['nothing', '', 'Choose the file with the filled form'],
    ['no JSON', '%PDF-1.7', 'The file cannot be read. Choose the JSON file'],
    ['something else', '{"resourceType":"Patient"}', 'The file holds no form'],
    [
      'a form that was not asked',
      file.replace('child-death-reporting', 'supplementary-drowning').replace('2026-04-01', '2021-04-01'),
      'no answer to its form',
    ],
    ['a file that was changed', file.replace('Invented', 'Altered'), 'were changed after it was downloaded'],
  ])('%s: is refused with what to do, and nothing is lost', async (_, sent, says) => {
    saved({ 'reporter-name': 'Robin Ellis' })
    const { status, body } = await browser.upload('/return/upload', sent)
    expect(status).toBe(422)
    expect(mainOf(body)).toContain(says)
    expect(sentDraft()).toBeUndefined()
  })

  test('is closed to strangers, and once the form was returned', async () => {
    expect((await testBrowser(portal.app).get('/return/upload')).status).toBe(404)
    services.answer('reportingForm.begin', { ...begun, returned: true })
    expect((await browser.get('/return/upload')).location).toContain('/return/receipt')
  })
})

describe('a reporter’s own copy', () => {
  const copy = {
    reference,
    organisationName: 'Harrowby Hospital',
    form: 'reporting' as const,
    formVersion: reportingForm.version,
    stages: null,
    answers: reportingAnswers,
    withheld: [],
    returned: { entry: 1, at: Instant.parse('2026-03-02T10:00:00.000Z'), transcribed: null, part: false },
  }

  test('leaves as a tagged PDF, as JSON and as FHIR; comes in again from both; names no child', async () => {
    services.answer('reportingForm.copy', copy)
    const pdf = await browser.get('/return/copies/reporting/pdf')
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-reporting-1.pdf"`)
    expect(pdf.headers.get('x-content-type-options')).toBe('nosniff')
    expect(pdf.body).toContain('/StructTreeRoot')
    expect((await browser.get('/return/copies/reporting/pdf')).body).toBe(pdf.body)
    for (const as of ['json', 'fhir']) {
      const { body } = await browser.get(`/return/copies/reporting/${as}`)
      expect(body).not.toContain('Winterbourne')
      services.forget()
      services.answer('reportingForm.begin', begun)
      services.answer('reportingForm.copy', copy)
      services.answer('reportingForm.saveDraft', { version: 1 })
      await browser.upload('/return/upload', body)
      expect(sentDraft()).toMatchObject({ answers: reportingAnswers })
    }
  })

  test('is linked from the form and from its receipt; another form or format is not found', async () => {
    expect((await browser.get('/return')).body).toContain('href="/return/copies/reporting/pdf"')
    services.answer('reportingForm.begin', { ...begun, returned: true })
    expect((await browser.get('/return/receipt')).body).toContain('href="/return/copies/reporting/fhir"')
    services.answer('reportingForm.copy', copy)
    expect((await browser.get('/return/copies/reporting/exe')).status).toBe(404)
    expect((await browser.get('/return/copies/analysis/pdf')).status).toBe(404)
    expect((await testBrowser(portal.app).get('/return/copies/reporting/pdf')).status).toBe(404)
  })

  test('of the blank form is a Word file, the same for everybody, in the version that was asked', async () => {
    const file = await browser.get('/return/blank/reporting')
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('wordprocessingml')
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="child-death-reporting-${reportingForm.version}.docx"`,
    )
    expect((await browser.get('/return/blank/reporting')).body).toBe(file.body)
    expect((await browser.get('/return/blank/drowning')).status).toBe(404)
    expect((await testBrowser(portal.app).get('/return/blank/reporting')).status).toBe(404)
  })
})

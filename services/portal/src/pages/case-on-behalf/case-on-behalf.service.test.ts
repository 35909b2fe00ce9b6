import { Instant, PersonId, PlainDate, TranscriptionId } from '@cdop/domain'
import { formFile, formInForce, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../form-copy/sha256.ts'
import { caseId, informationRequestId, openCase, sentRequest } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'

const request = `/cases/${caseId}/requests/${informationRequestId}`
const path = `${request}/on-behalf`
const form = formInForce(statutoryForms, REPORTING_FORM, '2026-05-01')
const waiting = {
  ...sentRequest,
  caseId,
  formVersion: null,
  sections: [],
  supplementary: [],
  entry: null,
  versions: [],
  completeness: [],
  decisions: [],
  chasers: [],
  caveats: [],
  next: null,
  gap: null,
  recipient: { role: null, email: 'reviews@hospital.example' },
  saidBy: null,
  filling: [],
}
const reference = openCase.case.reference
const nothing = { reference, organisationName: 'Harrowby Hospital', open: null }
const open = (answers: Record<string, unknown>, version = 4) => ({
  ...nothing,
  open: {
    transcriptionId: TranscriptionId.parse('0190f000-0000-4000-8000-00000000000a'),
    channel: 'phone' as const,
    toldOn: PlainDate.parse('2026-03-01'),
    informant: { name: 'Kit <b>Farrow</b>', role: 'Health visitor', source: 'Note of the call' },
    forms: [{ form: 'reporting' as const, formVersion: form.version, stages: null, answers }],
    version,
    begunBy: PersonId.parse('0190c000-0000-7000-8000-0000000000b2'),
    begunAt: Instant.parse('2026-03-02T10:00:00.000Z'),
  },
})
const telling = {
  name: 'Kit Farrow',
  role: 'Health visitor',
  channel: 'phone',
  source: '',
  'toldOn-day': '1',
  'toldOn-month': '3',
  'toldOn-year': '2026',
}

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('informationRequest.read', waiting)
  given.services.answer('organisation.list', { rows: [], contacts: [] })
  given.services.answer('transcription.read', nothing)
  given.services.answer('transcription.begin', open({}).open)
  given.services.answer('transcription.save', { version: 5 })
  given.services.answer('transcription.record', { entry: 1 })
  given.services.answer('transcription.discard', {})
})

describe('answers entered on behalf of an agency', () => {
  test('begin with who told them, how and when; every mistake has its words', async () => {
    expect(mainOf((await given.browser.get(request)).body)).toContain(`href="${path}"`)
    const empty = await given.browser.submit(path, {})
    expect(empty.status).toBe(422)
    for (const says of [
      'Enter the name of the person who told you',
      'Enter what they are in their agency',
      'Select how the agency told you',
      'Enter the date on which they told you',
    ]) {
      expect(empty.body).toContain(says)
    }
    const long = await given.browser.submit(path, {
      ...telling,
      name: 'x'.repeat(121),
      source: 'y'.repeat(501),
    })
    expect(long.body).toContain('The name must be 120 characters or fewer')
    expect(long.body).toContain('Where it is written down must be 500 characters or fewer')
    const answer = await given.browser.submit(path, telling)
    expect(answer).toMatchObject({ status: 303, location: expect.stringContaining(path) })
    expect(given.services.sent('transcription.begin')).toMatchObject({
      informant: { name: 'Kit Farrow', role: 'Health visitor', source: null },
      channel: 'phone',
      toldOn: '2026-03-01',
    })
  })

  test('are entered section by section; what was not told stays blank', async () => {
    given.services.answer('transcription.read', open({}))
    const page = await given.browser.get(path)
    expect(page.body).toContain('Kit &lt;b&gt;Farrow&lt;/b&gt;')
    expect(page.body).toContain('Nothing has been entered yet')
    const section = `${path}/forms/reporting/identification`
    expect(page.body).toContain(`href="${section}"`)
    const answer = await given.browser.submit(section, {
      'reporter-name': 'Kit Farrow',
      'reporter-role': '',
      _version: '4',
    })
    expect(answer.status).toBe(303)
    expect(given.services.sent('transcription.save')).toMatchObject({
      form: 'reporting',
      formVersion: form.version,
      version: 4,
      answers: { 'reporter-name': 'Kit Farrow' },
    })
    expect((await given.browser.get(`${path}/forms/reporting/nowhere`)).status).toBe(404)
    expect((await given.browser.get(`${path}/forms/drowning/identification`)).status).toBe(404)
  })

  test('that a colleague saved in between are shown beside what was typed', async () => {
    given.services.answer('transcription.read', open({ 'reporter-name': 'Somebody Else' }, 6))
    given.services.refuse('transcription.save', 'stale')
    const section = `${path}/forms/reporting/identification`
    const { status, body } = await given.browser.submit(section, {
      'reporter-name': 'Kit Farrow',
      _version: '4',
    })
    expect(status).toBe(409)
    expect(body).toContain('Somebody Else')
    expect(body).toContain('value="Kit Farrow"')
    expect(body).toContain('name="_version" value="6"')
  })

  test('are recorded as all the agency has to say, or as part of it; or thrown away', async () => {
    given.services.answer('transcription.read', open({ 'reporter-name': 'Kit Farrow' }))
    const undecided = await given.browser.submit(path, { _action: 'record', _version: '4' })
    expect(undecided.status).toBe(422)
    expect(undecided.body).toContain('Select whether this is all the agency has to say')
    const recorded = await given.browser.submit(path, { _action: 'record', _version: '4', whole: 'no' })
    expect(recorded.location).toMatch(new RegExp(`${request}$`))
    expect(given.services.sent('transcription.record')).toMatchObject({ version: 4, whole: false })
    await given.browser.submit(path, { _action: 'discard', _version: '4' })
    expect(given.services.sent('transcription.discard')).toMatchObject({ version: 4 })
  })

  test('come from a file the agency sent, beside what was entered already', async () => {
    given.services.answer('transcription.read', open({ 'reporter-name': 'Typed first' }))
    const file = formFile({ form, answers: { 'reporter-name': 'From the file' } }, sha256)
    const compare = await given.browser.upload(`${path}/upload`, file)
    expect(mainOf(compare.body)).toContain('Typed first')
    expect(mainOf(compare.body)).toContain('From the file')
    expect(given.services.sent('transcription.save')).toBeUndefined()
    given.services.answer('transcription.read', open({}))
    expect((await given.browser.upload(`${path}/upload`, file)).status).toBe(303)
    expect(given.services.sent('transcription.save')).toMatchObject({
      answers: { 'reporter-name': 'From the file' },
    })
    expect((await given.browser.upload(`${path}/upload`, 'no form')).status).toBe(422)
  })

  test('are marked wherever they are shown, with who told them', async () => {
    const transcribed = {
      channel: 'phone' as const,
      toldOn: PlainDate.parse('2026-03-01'),
      ...{ name: 'Kit Farrow', role: 'Health visitor', source: 'Note of the call' },
    }
    given.services.answer('informationRequest.read', {
      ...waiting,
      entry: 1,
      versions: [
        {
          entry: 1,
          returnedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
          why: null,
          part: null,
          transcribed,
        },
      ],
    })
    const main = mainOf((await given.browser.get(request)).body)
    expect(main).toContain('Transcribed: the agency told it by telephone, on 1 March 2026')
    expect(main).toContain('Kit Farrow')
    expect(main).toContain('We still wait for the rest')
  })

  test('are the coordinator’s alone', async () => {
    for (const other of nobodyElse) {
      expect(await given.statusFor(other, path), other).toBe(403)
      expect(await given.statusFor(other, `${path}/upload`), other).toBe(403)
    }
  })

  test('can be collected on a blank form', async () => {
    const file = await given.browser.get('/blank-forms/drowning')
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="supplementary-drowning-[\d-]+\.docx"$/,
    )
    expect((await given.browser.get('/blank-forms/analysis')).status).toBe(404)
  })
})

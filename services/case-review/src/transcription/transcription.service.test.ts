import { type AreaId, type CaseId, InformationRequestId, type Person, PlainDate } from '@cdop/domain'
import { statutoryForms } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers } = reportingAnswers()
const told = {
  informant: { name: 'Kit Farrow', role: 'Health visitor', source: 'Letter in the invented folder' },
  channel: 'letter' as const,
  toldOn: PlainDate.parse('2026-03-02'),
}

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let id: InformationRequestId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  const call = await given.as(coordinator)
  const agency = { name: 'Invented Surgery', kind: 'other' as const, email: 'b@surgery.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  id = InformationRequestId.parse(sent.informationRequestId)
})

const at = () => ({ areaId: area, informationRequestId: id })
const office = () => given.as(coordinator)
const reporter = () => given.as(linkHolder(area, id))
const read = async (entry?: number) =>
  (await office()).informationRequest.read({ ...at(), ...(entry !== undefined && { entry }) })

async function entered(given: Record<string, unknown>, whole: boolean) {
  const call = await office()
  await call.transcription.begin({ ...at(), key: newKey(), ...told })
  const { open } = await call.transcription.read(at())
  const form = { form: 'reporting' as const, formVersion, version: open?.version ?? 0, answers: given }
  const { version } = await call.transcription.save({ ...at(), key: newKey(), ...form })
  return call.transcription.record({ ...at(), key: newKey(), version, whole })
}

describe('what is entered on behalf of an agency', () => {
  test('becomes a version of what it returned, with who told it, how, when and where it stands; the request is answered', async () => {
    expect(await entered(answers, true)).toEqual({ entry: 1 })
    const found = await read()
    expect(found).toMatchObject({
      state: 'accepted',
      entry: 1,
      versions: [{ entry: 1, transcribed: { channel: 'letter', toldOn: '2026-03-02', ...told.informant } }],
    })
    expect(found.sections.length).toBeGreaterThan(3)
    const { rows } = await (await office()).collatedRecord.read({ areaId: area, caseId })
    expect(new Set(rows.flatMap(({ said }) => said.map(({ transcribed }) => transcribed)))).toEqual(
      new Set(['letter']),
    )
    const events = await given.test.look<{ type: string }[]>`
      select type from case_review.events where subject = ${caseId} and type like 'information-request.%' order by version`
    expect(events.map(({ type }) => type)).toEqual([
      'information-request.sent.v1',
      'information-request.returned.v1',
      'information-request.accepted.v1',
    ])
  })

  test('may be one section: the rest stays blank, and the agency is still waited for', async () => {
    const part = { 'involvement-summary': 'Seen twice, the caller said.' }
    expect(await entered(part, false)).toEqual({ entry: 1 })
    expect(await read()).toMatchObject({ state: 'sent', entry: 1, returnedAt: null })
    expect(JSON.stringify((await read()).sections)).toContain('the caller said')
  })

  test('may be a supplementary form alone: it is not taken for the reporting form', async () => {
    const call = await office()
    const forms = [{ kind: 'drowning' as const, stages: null }]
    await call.supplementaryForm.ask({ ...at(), key: newKey(), forms })
    await call.transcription.begin({ ...at(), key: newKey(), ...told })
    const { open } = await call.transcription.read(at())
    const asked = open?.forms.find(({ form }) => form === 'drowning')
    const form = statutoryForms.find(
      ({ url, version }) => url.endsWith('-drowning') && version === asked?.formVersion,
    )
    const question = form?.pages.flatMap(({ items }) => items).find(({ kind }) => kind === 'text')
    const saved = {
      form: 'drowning' as const,
      formVersion: form?.version ?? '',
      version: 1,
      answers: { [question?.linkId ?? '']: 'By the invented river' },
    }
    await call.transcription.save({ ...at(), key: newKey(), ...saved })
    await call.transcription.record({ ...at(), key: newKey(), version: 2, whole: false })
    const found = await read()
    expect(found.sections).toEqual([])
    expect(found.supplementary).toMatchObject([{ kind: 'drowning' }])
    expect(found.completeness).toHaveLength(1)
    await entered({ 'reporter-name': 'Kit Farrow' }, false)
    expect((await read()).supplementary).toMatchObject([{ kind: 'drowning' }])
    const both = JSON.stringify((await call.collatedRecord.read({ areaId: area, caseId })).rows)
    for (const told of ['By the invented river', 'Kit Farrow']) expect(both).toContain(told)
  })

  test('stays when the agency answers for itself afterwards: as an earlier version, beside its own', async () => {
    await entered({ 'reporter-name': 'Kit Farrow' }, false)
    const call = await reporter()
    expect(await call.reportingForm.begin({})).toMatchObject({ returned: false, answers: null, version: 0 })
    given.clock.set('2026-03-04T10:00:00.000Z')
    await call.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers })
    expect(await read()).toMatchObject({
      state: 'returned',
      entry: 2,
      versions: [
        { entry: 2, transcribed: null },
        { entry: 1, transcribed: { channel: 'letter' } },
      ],
    })
    expect(JSON.stringify((await read(1)).sections)).toContain('Kit Farrow')
  })

  test('stands beside the part the agency sends afterwards, with how it was told, in the collated record', async () => {
    await entered({ 'involvement-summary': 'Seen twice, the caller said.', 'reporter-role': 'Told' }, false)
    const call = await reporter()
    const own = { 'reporter-name': 'R. Porter', 'reporter-role': 'Named nurse' }
    const send = async (version: number, answers: Record<string, unknown>, promisedOn: string) => {
      await call.reportingForm.saveDraft({ key: newKey(), formVersion, version, answers })
      const promise = { promisedOn: PlainDate.parse(promisedOn), reason: 'other' as const }
      return call.reportingForm.returnPart({ key: newKey(), version: version + 1, ...promise })
    }
    expect(await send(0, own, '2026-03-10')).toMatchObject({ entry: 2 })
    const collated = async () => {
      const { rows } = await (await office()).collatedRecord.read({ areaId: area, caseId })
      return rows
        .flatMap(({ said }) => said)
        .map(({ answer, transcribed, part }) => [answer, transcribed, part])
    }
    const told = ['Seen twice, the caller said.', 'letter', true]
    expect(await collated()).toEqual(expect.arrayContaining([told, ['Named nurse', null, true]]))
    expect(await collated()).not.toContainEqual(expect.arrayContaining(['Told']))
    // What the agency took out of its own form since is gone from its next part; what was told is not.
    expect(await send(1, { 'reporter-role': 'Named nurse' }, '2026-03-11')).toMatchObject({ entry: 3 })
    expect(await collated()).toContainEqual(told)
    expect(await collated()).not.toContainEqual(expect.arrayContaining(['R. Porter']))
  })

  test('comes after what the agency returned, as a further version; not while the agency corrects it itself', async () => {
    const call = await reporter()
    await call.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers })
    expect(await entered({ ...answers, 'reporter-role': 'Told otherwise' }, true)).toEqual({ entry: 2 })
    await call.reportingForm.correct({ key: newKey(), why: 'It was another year' })
    await expect(
      (await office()).transcription.begin({ ...at(), key: newKey(), ...told }),
    ).rejects.toMatchObject({
      message: 'request-answered',
    })
  })

  test('comes after what was sent back too, also where the agency began to correct it and left off', async () => {
    const call = await reporter()
    await call.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers })
    await call.reportingForm.correct({ key: newKey(), why: 'It was another year' })
    await call.reportingForm.saveDraft({
      key: newKey(),
      version: 1,
      formVersion,
      answers: { ...answers, 'reporter-role': 'Half corrected' },
    })
    const missing = { questions: [], note: 'The dates' }
    const back = { ...at(), entry: 1, missing, answerBy: PlainDate.parse('2026-03-20') }
    await (await office()).returnedForm.sendBack({ ...back, key: newKey() })
    expect(await entered({ 'involvement-summary': 'Told by telephone' }, false)).toEqual({ entry: 2 })
    const found = await read()
    expect(found).toMatchObject({
      state: 'sent-back',
      versions: [
        { entry: 2, why: null, transcribed: { channel: 'letter' } },
        { entry: 1, transcribed: null },
      ],
    })
    expect(JSON.stringify(found.sections)).not.toContain('Half corrected')
    // The agency goes on where it left off, and what it sends then is a further version.
    const begun = await call.reportingForm.begin({})
    expect(begun).toMatchObject({ version: 2, returned: false, correcting: null })
    expect(begun.answers).toMatchObject({ 'reporter-role': 'Half corrected' })
    await call.reportingForm.submit({ key: newKey(), version: 2, formVersion, answers })
    expect(await read()).toMatchObject({ state: 'returned', entry: 3 })
  })

  test('of all that was missing is accepted, and the agency can correct it once more', async () => {
    const call = await reporter()
    await call.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers })
    await call.reportingForm.correct({ key: newKey(), why: 'It was another year' })
    const missing = { questions: [], note: 'The dates' }
    const back = { ...at(), entry: 1, missing, answerBy: PlainDate.parse('2026-03-20') }
    await (await office()).returnedForm.sendBack({ ...back, key: newKey() })
    expect(await entered({ 'involvement-summary': 'Told by telephone' }, true)).toEqual({ entry: 2 })
    expect(await read()).toMatchObject({ state: 'accepted', entry: 2 })
    expect(await call.reportingForm.begin({})).toMatchObject({ returned: true, correcting: null })
    expect(await call.reportingForm.correct({ key: newKey(), why: 'It was another year' })).toEqual({
      entry: 3,
    })
  })

  test('after a whole return leaves every other answer there, and marks only what was told', async () => {
    const call = await reporter()
    await call.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers })
    const before = (await (await office()).collatedRecord.read({ areaId: area, caseId })).rows
    await entered({ 'reporter-role': 'Told by telephone' }, true)
    const after = (await (await office()).collatedRecord.read({ areaId: area, caseId })).rows
    expect(after.map(({ question }) => question)).toEqual(before.map(({ question }) => question))
    const marked = after.filter(({ said }) => said.some(({ transcribed }) => transcribed !== null))
    expect(marked.map(({ question }) => question)).toEqual(['reporter-role'])
    expect((await read()).sections.length).toBe((await read(1)).sections.length)
    expect(JSON.stringify((await read()).sections)).toContain('Told by telephone')
    expect(JSON.stringify((await read(1)).sections)).not.toContain('Told by telephone')
    await entered({ 'involvement-summary': 'Told in a second call' }, true)
    const third = (await (await office()).collatedRecord.read({ areaId: area, caseId })).rows
    const told = third.filter(({ said }) => said.some(({ transcribed }) => transcribed !== null))
    expect(told.map(({ question }) => question).sort()).toEqual(['involvement-summary', 'reporter-role'])
  })

  test('in two calls is there whole after the second, while the agency is still waited for', async () => {
    await entered({ 'reporter-name': 'Kit Farrow' }, false)
    await entered({ 'involvement-summary': 'Seen twice.' }, false)
    const found = await read()
    expect(found).toMatchObject({ state: 'sent', entry: 2 })
    expect(JSON.stringify(found.sections)).toContain('Kit Farrow')
    expect(JSON.stringify(found.sections)).toContain('Seen twice.')
  })

  test('leaves what the agency has begun itself unread and as it was', async () => {
    const own = { 'reporter-name': 'The agency’s own draft' }
    const call = await reporter()
    await call.reportingForm.saveDraft({ key: newKey(), version: 0, formVersion, answers: own })
    await (await office()).transcription.begin({ ...at(), key: newKey(), ...told })
    expect(JSON.stringify(await (await office()).transcription.read(at()))).not.toContain('own draft')
    await (await office()).transcription.discard({ ...at(), key: newKey(), version: 1 })
    expect(await call.reportingForm.begin({})).toMatchObject({ answers: own, version: 1 })
  })

  test('is done once, whatever is pressed twice; whoever saves after somebody else is told so', async () => {
    const call = await office()
    const begin = { ...at(), key: newKey(), ...told }
    expect(await call.transcription.begin(begin)).toEqual(await call.transcription.begin(begin))
    await expect(call.transcription.begin({ ...begin, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    const save = {
      ...at(),
      form: 'reporting' as const,
      formVersion,
      version: 1,
      answers: { 'reporter-name': 'A' },
    }
    await call.transcription.save({ ...save, key: newKey() })
    await expect(call.transcription.save({ ...save, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    const record = { ...at(), key: newKey(), version: 2, whole: true }
    await expect(call.transcription.record({ ...record, version: 1 })).rejects.toMatchObject({
      message: 'stale',
    })
    expect(await call.transcription.record(record)).toEqual(await call.transcription.record(record))
    expect(await call.transcription.read(at())).toMatchObject({ open: null })
    await expect(
      given.test
        .look`update case_review.transcriptions set told_on = told_on - 1 where information_request_id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('holds no answer, a day to come or another area to be wrong', async () => {
    const call = await office()
    const later = { ...told, toldOn: PlainDate.parse('2026-03-03') }
    await expect(call.transcription.begin({ ...at(), key: newKey(), ...later })).rejects.toMatchObject({
      message: 'date-in-future',
    })
    await call.transcription.begin({ ...at(), key: newKey(), ...told })
    await expect(
      call.transcription.record({ ...at(), key: newKey(), version: 1, whole: true }),
    ).rejects.toMatchObject({ message: 'invalid-answers' })
    const other = newArea()
    const stranger = await given.as(personIn(other, 'coordinator'))
    await expect(stranger.transcription.read({ ...at(), areaId: other })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.transcription.read(at())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const conflicted = await given.as(personIn(area, 'coordinator', 'panel-member'))
    expect(await conflicted.transcription.read(at())).toMatchObject({ open: { version: 1 } })
    await givenListing(given, coordinator, caseId)
    await conflicted.conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(conflicted.transcription.read(at())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('lies sealed: neither who told it nor what they said can be read in the table', async () => {
    const call = await office()
    await call.transcription.begin({ ...at(), key: newKey(), ...told })
    const form = {
      form: 'reporting' as const,
      formVersion,
      version: 1,
      answers: { 'reporter-name': 'Quillfeather' },
    }
    await call.transcription.save({ ...at(), key: newKey(), ...form })
    const [row] = await given.test.look<{ informant: Buffer; answers: Buffer }[]>`
      select informant, answers from case_review.transcriptions where information_request_id = ${id}`
    const lying = `${row?.informant.toString('latin1')}${row?.answers.toString('latin1')}`
    for (const word of ['Farrow', 'Quillfeather', 'folder']) expect(lying).not.toContain(word)
  })
})

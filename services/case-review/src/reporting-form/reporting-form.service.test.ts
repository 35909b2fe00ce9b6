import { type AreaId, type CaseId, type CaseReference, InformationRequestId, type Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers: rightAnswers } = reportingAnswers()

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let reference: CaseReference
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId, reference } = await givenCase(given, area))
})

async function sendRequest(email = 'safeguarding@trust.example') {
  const call = await given.as(coordinator)
  const organisation = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}

describe('the reporting form', () => {
  test('of one agency does not open as another’s, though both are about one child', async () => {
    const [ours, theirs] = [await sendRequest(), await sendRequest()]
    for (const { informationRequestId } of [ours, theirs]) {
      const reporter = await given.as(linkHolder(area, informationRequestId))
      await reporter.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers: rightAnswers })
    }
    const read = async () =>
      (await given.as(coordinator)).informationRequest.read({
        areaId: area,
        informationRequestId: ours.informationRequestId,
      })
    expect((await read()).sections).not.toEqual([])
    await given.test.look`
      update case_review.returned_forms
      set answers = (
        select answers from case_review.returned_forms
        where information_request_id = ${theirs.informationRequestId}
      )
      where information_request_id = ${ours.informationRequestId}`
    await expect(read()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })

  test('is begun, kept, continued and returned; the coordinator reads it and nobody returns it twice', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const begun = await reporter.reportingForm.begin({})
    expect(begun).toMatchObject({ caseId, reference, version: 0, answers: null, returned: false })

    const draft = {
      key: newKey(),
      formVersion: begun.formVersion,
      version: 0,
      answers: { 'reporter-name': 'R. Porter' },
    }
    expect(await reporter.reportingForm.saveDraft(draft)).toEqual({ version: 1 })
    expect(await reporter.reportingForm.saveDraft(draft)).toEqual({ version: 1 })
    await expect(reporter.reportingForm.saveDraft({ ...draft, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    expect((await reporter.reportingForm.begin({})).answers).toEqual(draft.answers)

    const coordinating = await given.as(coordinator)
    const unread = await coordinating.informationRequest.read({ areaId: area, informationRequestId })
    expect(unread.sections).toEqual([])

    const whole = { key: newKey(), formVersion: begun.formVersion, version: 1, answers: rightAnswers }
    const returned = await reporter.reportingForm.submit(whole)
    expect(await reporter.reportingForm.submit(whole)).toEqual(returned)
    await expect(
      reporter.reportingForm.submit({ ...whole, key: newKey(), version: 2 }),
    ).rejects.toMatchObject({
      message: 'request-answered',
    })
    await expect(
      reporter.reportingForm.saveDraft({ ...draft, key: newKey(), version: 2 }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    expect(await reporter.reportingForm.begin({})).toMatchObject({ returned: true, pass: null })

    const read = await coordinating.informationRequest.read({ areaId: area, informationRequestId })
    expect(read).toMatchObject({ state: 'returned', caseId, formVersion })
    expect(read.sections.length).toBeGreaterThan(3)

    const events = await given.test.look<{ payload: { completeness: Record<string, string> } }[]>`
      select payload from case_review.events
      where subject = ${caseId} and type = 'information-request.returned.v1'
    `
    expect(events).toHaveLength(1)
    expect(events[0]?.payload.completeness['reporter-name']).toBe('answered')
    const audited = await given.test.look`
      select from case_review.audit_entries
      where entry->'object'->>'id' = ${informationRequestId} and entry->'fieldClasses' ? 'agency-return'
    `
    expect(audited).toHaveLength(2)
  })

  test('an answer that is missing or wrong is named, and nothing is returned', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const attempted = reporter.reportingForm.submit({
      key: newKey(),
      formVersion,
      version: 0,
      answers: { ...rightAnswers, 'known-to-agency': 'no-such-code' },
    })
    await expect(attempted).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['known-to-agency'] },
    })
    expect((await reporter.reportingForm.begin({})).returned).toBe(false)
  })

  test('a date that has not come is refused, in a draft too', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const answers = { ...rightAnswers, 'known-to-agency': 'yes', 'last-seen': '2026-03-03' }
    const sent = { formVersion, version: 0, answers }
    const future = { message: 'date-in-future', cause: { fields: ['last-seen'] } }
    await expect(reporter.reportingForm.saveDraft({ ...sent, key: newKey() })).rejects.toMatchObject(future)
    await expect(reporter.reportingForm.submit({ ...sent, key: newKey() })).rejects.toMatchObject(future)
  })

  test('answers lie encrypted', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const answers = { 'reporter-name': 'Quillfeather' }
    await reporter.reportingForm.saveDraft({ key: newKey(), formVersion, version: 0, answers })
    const [row] = await given.test.look<{ answers: Buffer }[]>`
      select answers from case_review.reporting_forms where information_request_id = ${informationRequestId}
    `
    expect(row?.answers.toString('latin1')).not.toContain('Quillfeather')
  })

  test('the holder of one link cannot learn of another request, of this case or any other', async () => {
    const mine = await sendRequest('one@trust.example')
    const other = await sendRequest('two@trust.example')
    const holder = linkHolder(area, mine.informationRequestId)
    const seen = await given.parts.database.transaction(holder, async (tx) => ({
      requests: await tx`select information_request_id from case_review.information_requests`,
      organisations: await tx`select email from case_review.organisations`,
      cases: await tx`select case_id from case_review.cases`,
      keys: await tx`select subject from case_review.data_keys`,
      areas: await tx`select from case_review.areas`,
      codes: await tx`select from case_review.link_codes`,
    }))
    expect(seen).toMatchObject({
      requests: [{ informationRequestId: mine.informationRequestId }],
      organisations: [{ email: 'one@trust.example' }],
      cases: [{ caseId }],
      keys: [{ subject: caseId }],
      areas: [],
      codes: [],
    })
    const call = await given.as(holder)
    await expect(
      call.informationRequest.read({ areaId: area, informationRequestId: other.informationRequestId }),
    ).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('a link into another area finds nothing but that the request is not there', async () => {
    const { informationRequestId } = await sendRequest()
    const elsewhere = await given.as(linkHolder(newArea(), informationRequestId))
    await expect(elsewhere.reportingForm.begin({})).rejects.toMatchObject({ message: 'request-moved' })
    const invented = await given.as(linkHolder(area, InformationRequestId.parse(crypto.randomUUID())))
    await expect(invented.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
  })
})

describe('“Have you completed this section?”', () => {
  type Reporter = Awaited<ReturnType<GivenCaseReview['as']>>
  const role = { 'reporter-name': 'R. Porter', 'reporter-role': 'Nurse' }
  const done = { section: 'identification', completed: true }
  const save = (
    reporter: Reporter,
    version: number,
    answers: Record<string, unknown>,
    stated?: typeof done,
  ) =>
    reporter.reportingForm.saveDraft({
      key: newKey(),
      formVersion,
      version,
      answers,
      ...(stated && { stated }),
    })
  const wordsOf = async (reporter: Reporter) => (await reporter.reportingForm.begin({})).words
  async function begin() {
    const { informationRequestId } = await sendRequest()
    return { informationRequestId, reporter: await given.as(linkHolder(area, informationRequestId)) }
  }

  test('is kept with the draft for whoever opens it next, under the version of the answers', async () => {
    const { reporter, informationRequestId } = await begin()
    const first = { key: newKey(), formVersion, version: 0, answers: role, stated: done }
    expect(await reporter.reportingForm.saveDraft(first)).toEqual({ version: 1 })
    expect(await reporter.reportingForm.saveDraft(first)).toEqual({ version: 1 })
    const colleague = await given.as(linkHolder(area, informationRequestId))
    expect(await wordsOf(colleague)).toEqual({ identification: 'completed' })
    await expect(save(colleague, 0, role, { ...done, completed: false })).rejects.toMatchObject({
      message: 'stale',
    })
    expect(await wordsOf(reporter)).toEqual({ identification: 'completed' })
    const at = await Promise.allSettled([
      save(reporter, 1, role, { ...done, completed: false }),
      save(colleague, 1, role, done),
    ])
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('yes is refused while something is blank that has to be answered, and names it', async () => {
    const { reporter } = await begin()
    const blank = save(reporter, 0, { 'reporter-name': 'R. Porter' }, done)
    await expect(blank).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['reporter-role'] },
    })
    const nowhere = save(reporter, 0, role, { section: 'nowhere', completed: true })
    await expect(nowhere).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['section'] },
    })
    expect(await reporter.reportingForm.begin({})).toMatchObject({ version: 0, words: {} })
    await save(reporter, 0, { 'reporter-name': 'R. Porter' }, { ...done, completed: false })
    expect(await wordsOf(reporter)).toEqual({ identification: 'later' })
  })

  test('a completed section with another answer is completed no longer, and keeps the form from being sent', async () => {
    const { reporter, informationRequestId } = await begin()
    await save(reporter, 0, rightAnswers, done)
    const answers = { ...rightAnswers, 'reporter-name': 'Somebody Else' }
    await save(reporter, 1, answers)
    expect(await wordsOf(reporter)).toEqual({ identification: 'changed' })
    const send = (version: number) =>
      reporter.reportingForm.submit({ key: newKey(), formVersion, version, answers })
    await expect(send(2)).rejects.toMatchObject({ message: 'sections-unfinished' })
    expect((await reporter.reportingForm.begin({})).version).toBe(2)
    await save(reporter, 2, answers, done)
    await send(3)
    await expect(save(reporter, 4, answers, done)).rejects.toMatchObject({ message: 'request-answered' })
    await expect(
      given.test.look`
        update case_review.form_sections set word = 'later' where information_request_id = ${informationRequestId}`,
    ).rejects.toThrow('what was returned stays')
    await reporter.reportingForm.correct({ key: newKey(), why: 'A name was wrong' })
    await save(reporter, 4, rightAnswers, { ...done, completed: false })
    await expect(send(5)).rejects.toMatchObject({ message: 'sections-unfinished' })
  })

  test('a form sent with other answers than were completed is not sent', async () => {
    const { reporter } = await begin()
    await save(reporter, 0, rightAnswers, done)
    const answers = { ...rightAnswers, 'reporter-name': 'Somebody Else' }
    const sent = reporter.reportingForm.submit({ key: newKey(), formVersion, version: 1, answers })
    await expect(sent).rejects.toMatchObject({ message: 'sections-unfinished' })
  })

  test('a draft begun before the question was asked goes by its answers until a section is opened', async () => {
    const { reporter } = await begin()
    await save(reporter, 0, rightAnswers)
    expect(await wordsOf(reporter)).toEqual({})
    await save(reporter, 1, rightAnswers, { ...done, completed: false })
    const send = (version: number) =>
      reporter.reportingForm.submit({ key: newKey(), formVersion, version, answers: rightAnswers })
    await expect(send(2)).rejects.toMatchObject({ message: 'sections-unfinished' })
    await save(reporter, 2, rightAnswers, done)
    await send(3)
  })

  test('is no part of what is returned, kept or copied', async () => {
    const [spoken, silent] = [await begin(), await begin()]
    await save(spoken.reporter, 0, rightAnswers, done)
    await save(silent.reporter, 0, rightAnswers)
    const copies = []
    for (const { reporter } of [spoken, silent]) {
      await reporter.reportingForm.submit({ key: newKey(), formVersion, version: 1, answers: rightAnswers })
      copies.push(await reporter.reportingForm.copy({ form: 'reporting', as: 'json' }))
    }
    expect(copies[0]).toEqual(copies[1])
    expect(Object.keys(copies[0]?.answers ?? {})).toEqual(Object.keys(rightAnswers))
  })

  test('goes with the answers to the colleague the form is passed to', async () => {
    const { reporter } = await begin()
    await save(reporter, 0, role, done)
    await reporter.reportingForm.passOn({ key: newKey(), name: 'A colleague', email: 'other@trust.example' })
    const [to] = await given.test.look<{ informationRequestId: InformationRequestId }[]>`
      select information_request_id from case_review.information_requests
      where area_id = ${area} and state = 'sent'`
    const colleague = await given.as(linkHolder(area, InformationRequestId.parse(to?.informationRequestId)))
    expect(await colleague.reportingForm.begin({})).toMatchObject({
      answers: role,
      words: { identification: 'completed' },
    })
  })

  test('tells the office how far each section is, by name and without an answer', async () => {
    const { reporter, informationRequestId } = await begin()
    const filling = async () =>
      (await (await given.as(coordinator)).informationRequest.read({ areaId: area, informationRequestId }))
        .filling
    expect(await filling()).toEqual([])
    await save(reporter, 0, { ...role, 'involvement-summary': 'Quillfeather' }, done)
    const [form] = await filling()
    expect(form?.sections.slice(0, 2)).toEqual([
      { title: 'About you', state: 'completed' },
      { title: 'Your agency’s involvement', state: 'not-started' },
    ])
    expect(JSON.stringify(form)).not.toContain('Quillfeather')
    await save(reporter, 1, rightAnswers, { ...done, completed: false })
    expect((await filling())[0]?.sections[0]).toEqual({ title: 'About you', state: 'in-progress' })
    await save(reporter, 2, rightAnswers, done)
    await reporter.reportingForm.submit({ key: newKey(), formVersion, version: 3, answers: rightAnswers })
    expect(await filling()).toEqual([])
  })
})

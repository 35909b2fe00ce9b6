import { type AreaId, type CaseId, InformationRequestId, type Person, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenEverybodyTold,
  givenListing,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers } = reportingAnswers()
const note = 'The ward round of Quillfeather’s last day'
const on = (date: string) => PlainDate.parse(date)

const mail = keptMail()

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview({ mail })
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
  id = InformationRequestId.parse((await givenReturn(given, coordinator, caseId)).informationRequestId)
  await givenEverybodyTold(given, coordinator, caseId)
})

const call = () => given.as(coordinator)
const reporter = () => given.as(linkHolder(area, id))
const place = () => ({ areaId: area, informationRequestId: id })
const read = async () => (await call()).informationRequest.read(place())
const accept = async (
  entry = 1,
  person = coordinator,
  { key = newKey(), seen = 'returned' }: { key?: string; seen?: 'returned' | 'sent-back' } = {},
) => (await given.as(person)).returnedForm.accept({ ...place(), entry, seen, key })
const backAgain = () => ({
  ...place(),
  entry: 1,
  missing: { questions: [{ form: 'reporting' as const, path: 'involvement-summary' }], note },
  answerBy: on('2026-03-30'),
  key: newKey(),
})
const sendBack = async () => (await call()).returnedForm.sendBack(backAgain())
const row = async (view: 'to-move' | 'waiting' = 'to-move') =>
  (await (await call()).case.list({ areaId: area, view, page: 1, sort: 'newest' })).rows.find(
    (one) => one.caseId === caseId,
  )
const clock = async () => {
  const opened = await (await call()).case.open({ areaId: area, caseId, fieldClasses: [] })
  return opened.case.clocks.find((one) => one.clock === 'agency-return')
}
async function answerAgain(role: string) {
  const holder = await reporter()
  const { version } = await holder.reportingForm.begin({})
  const changed = { ...answers, 'reporter-role': role }
  await holder.reportingForm.submit({ key: newKey(), version, formVersion, answers: changed })
}

describe('a form that was returned', () => {
  test('is the office’s to read; its clock stops once it is accepted, and not before', async () => {
    given.clock.set('2026-03-05T10:00:00.000Z')
    expect(await read()).toMatchObject({ state: 'returned', acceptedAt: null, decisions: [] })
    expect(await row()).toMatchObject({ next: { what: 'return-to-read', dueOn: '2026-03-02' } })
    expect(await clock()).toMatchObject({ stoppedOn: null })
    const key = newKey()
    await Promise.all([accept(1, coordinator, { key }), accept(1, coordinator, { key })])
    expect(await read()).toMatchObject({
      state: 'accepted',
      decisions: [{ entry: 1, decision: 'accepted', decidedBy: coordinator.personId }],
    })
    expect(await clock()).toMatchObject({ stoppedOn: '2026-03-05' })
    expect(await row()).not.toMatchObject({ next: { what: 'return-to-read' } })
    const events = await given.test.look<{ type: string }[]>`
      select type from case_review.events where subject = ${caseId} and type like 'information-request.%'
      order by version`
    expect(events.map(({ type }) => type).slice(1)).toEqual([
      'information-request.returned.v1',
      'information-request.accepted.v1',
    ])
  })

  test('is decided by one: whoever accepts or sends back at the same moment is told', async () => {
    const other = personIn(area, 'coordinator')
    const both = await Promise.allSettled([
      accept(),
      (await given.as(other)).returnedForm.sendBack(backAgain()),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(lost).toMatchObject({ message: 'stale' })
    await expect(accept(1, personIn(area, 'panel-member'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const stranger = personIn(newArea(), 'coordinator')
    await expect(accept(1, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that is corrected after it was accepted is read again, and its clock stays stopped', async () => {
    await accept()
    const holder = await reporter()
    await holder.reportingForm.correct({ key: newKey(), why: 'The year was not right' })
    expect(await read()).toMatchObject({ state: 'accepted' })
    given.clock.set('2026-03-09T10:00:00.000Z')
    await answerAgain('Somebody else')
    expect(await read()).toMatchObject({
      state: 'returned',
      entry: 2,
      unreadSince: '2026-03-09T10:00:00.000Z',
    })
    expect(await row()).toMatchObject({ next: { what: 'return-to-read', dueOn: '2026-03-09' } })
    expect(await clock()).toMatchObject({ stoppedOn: '2026-03-02' })
    await expect(accept(1)).rejects.toMatchObject({ message: 'stale' })
    await accept(2)
    expect(await read()).toMatchObject({ state: 'accepted', acceptedAt: '2026-03-02T10:00:00.000Z' })
  })

  test('is sent back with what is missing: the agency is told without a word of it, sees it on its form, and sends a further version', async () => {
    await sendBack()
    const before = mail.sent.length
    await given.sendWaitingMails()
    const told = mail.sent.slice(before).find(({ subject }) => subject.startsWith('Something is missing'))
    expect(told?.text).toContain('30 March 2026')
    expect(told?.text).toMatch(/\/requests\/[\w-]{22}/)
    expect(JSON.stringify(told)).not.toContain('Quillfeather')
    const holder = await reporter()
    const begun = await holder.reportingForm.begin({})
    expect(begun).toMatchObject({
      returned: false,
      dueOn: '2026-03-30',
      answers,
      sentBack: { note, questions: [{ form: 'reporting', path: 'involvement-summary' }] },
    })
    await expect(
      holder.reportingForm.nothingKnown({ name: 'A', role: 'B', key: newKey() }),
    ).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    expect(await read()).toMatchObject({ state: 'sent-back', againDueOn: '2026-03-30' })
    expect(await row('waiting')).toMatchObject({ next: { what: 'agency-return', dueOn: '2026-03-30' } })
    given.clock.set('2026-03-12T10:00:00.000Z')
    await answerAgain('Somebody else')
    expect(await read()).toMatchObject({
      state: 'returned',
      entry: 2,
      returnedAt: '2026-03-02T10:00:00.000Z',
      versions: [{ entry: 2 }, { entry: 1 }],
    })
    await accept(2)
    expect(await clock()).toMatchObject({ stoppedOn: '2026-03-12' })
    const [sealed] = await given.test.look<{ missing: Buffer }[]>`
      select missing from case_review.return_decisions where information_request_id = ${id} and missing is not null`
    expect(sealed?.missing.toString('latin1')).not.toMatch(/Quillfeather|involvement/)
  })

  test('that was sent back is chased from the new date, up the whole ladder; and may be accepted as it is', async () => {
    await sendBack()
    given.clock.set('2026-03-31T10:00:00.000Z')
    const { next, chasers } = await read()
    expect([next, chasers]).toEqual([{ step: 'due-today', on: '2026-03-30' }, []])
    await (await call()).informationRequest.remind({ ...place(), key: newKey() })
    for (const refused of [
      async () =>
        (await call()).informationRequest.recall({ ...place(), reason: 'no-longer-needed', key: newKey() }),
      () => accept(2, coordinator, { seen: 'sent-back' }),
      () => accept(1),
    ]) {
      await expect(refused()).rejects.toMatchObject({
        message: expect.stringMatching(/not-allowed-in-this-state|stale/),
      })
    }
    await accept(1, coordinator, { seen: 'sent-back' })
    expect(await read()).toMatchObject({ state: 'accepted', next: null })
    await expect(sendBack()).rejects.toMatchObject({ message: 'stale' })
  })

  test('is not sent back for nothing, for what was not asked, or for a day that has been; nor once the panel has reviewed it', async () => {
    const back = async (change: object) => (await call()).returnedForm.sendBack({ ...backAgain(), ...change })
    const nothing = { questions: [], note: null }
    const unasked = { questions: [{ form: 'drowning' as const, path: 'water' }], note: null }
    await expect(back({ missing: nothing })).rejects.toMatchObject({ message: 'invalid-answers' })
    await expect(back({ missing: unasked })).rejects.toMatchObject({ message: 'invalid-answers' })
    for (const answerBy of ['2026-03-02', '2026-06-30']) {
      await expect(back({ answerBy: on(answerBy) })).rejects.toMatchObject({ message: 'dates-out-of-order' })
    }
    await givenListing(given, coordinator, caseId)
    expect(await read()).toMatchObject({ state: 'returned' })
    await given.test.look`
      update case_review.cases set state = 'reviewed', reviewed_at = now(), reviewed_on = died_on where case_id = ${caseId}`
    await expect(back({})).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    await expect(
      given.test.look`update case_review.information_requests set state = 'accepted', accepted_at = now(),
        unread_since = null where information_request_id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})

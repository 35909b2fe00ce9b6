import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type CaseId,
  type InformationRequestId,
  MergeId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chaseWhatIsDue } from '../chasing/chase-what-is-due.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers: whole } = reportingAnswers()
const some = { 'reporter-name': 'R. Porter', 'involvement-summary': 'Seen twice at home.' }
const on = (date: string) => PlainDate.parse(date)

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
let coordinator: Person
let caseId: CaseId
let id: InformationRequestId

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  id = await ask()
})

const office = () => given.as(coordinator)
const reporter = () => given.as(linkHolder(area, id))

const mailbox = () => `desk-${area}@trust.example`

/** Asks an agency; due on 23 March 2026. */
async function ask() {
  const call = await office()
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: mailbox() }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  await given.sendWaitingMails()
  return sent.informationRequestId
}
const save = async (version: number, answers: Record<string, unknown> = some) =>
  (await reporter()).reportingForm.saveDraft({ key: newKey(), formVersion, version, answers })
const promise = (version: number, promisedOn = '2026-03-10') => ({
  key: newKey(),
  version,
  promisedOn: on(promisedOn),
  reason: 'waiting-for-records' as const,
})
const sendPart = async (version: number, promisedOn?: string) =>
  (await reporter()).reportingForm.returnPart(promise(version, promisedOn))
const read = async (entry?: number) =>
  (await office()).informationRequest.read({
    areaId: area,
    informationRequestId: id,
    ...(entry !== undefined && { entry }),
  })
const listed = async () =>
  (
    await (
      await office()
    ).case.list({ areaId: area, view: 'all', sort: 'most-overdue', owner: null, page: 1 })
  ).rows[0]
const collated = async () => (await office()).collatedRecord.read({ areaId: area, caseId })
async function morning(date: string) {
  given.clock.set(`${date}T09:00:00.000Z`)
  mail.sent.length = 0
  await chaseWhatIsDue(given.parts)
  await given.sendWaitingMails()
  return mail.sent.flatMap(({ to, text }) => (to === mailbox() ? [text] : []))
}

describe('a part of an answer', () => {
  test('is kept as it was sent, read by the office, and the reporter goes on in the same form', async () => {
    await save(0)
    const asked = promise(1)
    const call = await reporter()
    const [one, other] = await Promise.all([
      call.reportingForm.returnPart(asked),
      call.reportingForm.returnPart(asked),
    ])
    expect(other).toEqual(one)
    const begun = await call.reportingForm.begin({})
    expect(begun).toMatchObject({ returned: false, answers: some, version: 1, dueOn: '2026-03-23' })
    expect(begun.part).toMatchObject({ entry: 1, promisedOn: '2026-03-10', sectionsCompleted: 1 })
    expect(begun.mayPromise).toEqual({ latest: '2026-03-16', left: 2 })
    await save(1, { ...some, 'reporter-role': 'Named nurse' })

    const shown = await read()
    expect(shown).toMatchObject({ state: 'sent', entry: 1, returnedAt: null, begun: true })
    expect(shown.part).toMatchObject({ promisedOn: '2026-03-10', reason: 'waiting-for-records' })
    expect(shown.versions).toMatchObject([{ entry: 1, part: { sectionsCompleted: 1 } }])
    const said = shown.sections.flatMap(({ rows }) => rows.map(({ answer }) => answer))
    expect(said).toContain('Seen twice at home.')
    expect(said).not.toContain('Named nurse')
    const audited = await given.test.look`
      select from case_review.audit_entries
      where entry->>'action' in ('reporting-form.return-part', 'information-request.read')
        and entry->'object'->>'id' = ${id}`
    expect(audited).toHaveLength(2)
    const events = await given.test.look<{ payload: unknown }[]>`
      select payload from case_review.events where type = 'information-request.partly-returned.v1' and subject = ${caseId}`
    expect(events.map(({ payload }) => payload)).toEqual([
      { informationRequestId: id, entry: 1, promisedOn: '2026-03-10', reason: 'waiting-for-records' },
    ])
  })

  test('counts the sections that are completed, not those with any answer in them; none may be', async () => {
    const stated = (version: number, completed: boolean, answers: Record<string, unknown> = some) =>
      reporter().then((call) =>
        call.reportingForm.saveDraft({
          key: newKey(),
          formVersion,
          version,
          answers,
          stated: { section: 'identification', completed },
        }),
      )
    const counted = async () => (await read()).part?.sectionsCompleted
    await stated(0, false, { 'reporter-name': 'R. Porter' })
    await sendPart(1)
    expect(await counted()).toBe(0)
    await stated(1, true, whole)
    await sendPart(2, '2026-03-11')
    const asked = (await read()).part?.sectionsAsked
    expect(await counted()).toBe(asked)
    await stated(2, false, whole)
    await sendPart(3, '2026-03-12')
    expect(await counted()).toBe((asked ?? 0) - 1)
  })

  test('counts in the collated record and the timeline as a part, until the whole comes as the next version', async () => {
    await save(0)
    await sendPart(1)
    const source = async () => (await collated()).rows.flatMap(({ said }) => said)
    expect((await source()).map(({ part, entry }) => ({ part, entry }))).toContainEqual({
      part: true,
      entry: 1,
    })
    const entries = async () =>
      (
        await (
          await office()
        ).timeline.read({
          areaId: area,
          caseId,
          kinds: ['life', 'process'],
          read: { as: 'whole' },
        })
      ).entries.map((entry) => (entry.is === 'recorded' ? entry.what : entry.is))
    expect(await entries()).toContain('information-request-part')
    await (await reporter()).reportingForm.submit({ key: newKey(), formVersion, version: 1, answers: whole })
    const after = await read()
    expect(after).toMatchObject({ state: 'returned', entry: 2, part: null })
    expect(after.versions).toMatchObject([
      { entry: 2, part: null },
      { entry: 1, part: {} },
    ])
    expect((await read(1)).sections.flatMap(({ rows }) => rows.map(({ answer }) => answer))).toContain(
      'Seen twice at home.',
    )
    expect((await source()).every(({ part, entry }) => !part && entry === 2)).toBe(true)
    await expect(sendPart(2)).rejects.toMatchObject({ message: 'request-answered' })
  })

  test('does not count as answered: the clock of the agency runs on, and nothing its response times are made of changes', async () => {
    await save(0)
    await sendPart(1)
    expect(await listed()).toMatchObject({
      requests: { sent: 1, returned: 0, overdue: 0, promisedOn: '2026-03-10' },
      next: { what: 'agency-return', dueOn: '2026-03-23' },
    })
    const [row] = await given.test.look`
      select state, returned_at, accepted_at from case_review.information_requests where information_request_id = ${id}`
    expect(row).toEqual({ state: 'sent', returnedAt: null, acceptedAt: null })
  })

  test('needs an answer, the newest save and a day the area lets an agency promise', async () => {
    await expect(sendPart(0)).rejects.toMatchObject({ message: 'invalid-answers' })
    await save(0)
    await expect(sendPart(0)).rejects.toMatchObject({ message: 'stale' })
    await expect(sendPart(1, '2026-03-02')).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await expect(sendPart(1, '2026-03-17')).rejects.toMatchObject({ message: 'promised-too-late' })
    const call = await office()
    const { versions } = await call.chasing.read({ areaId: area })
    const settings = versions[0]?.settings
    if (settings === undefined) throw new Error('there is a default')
    await call.chasing.set({
      areaId: area,
      version: 0,
      validFrom: on('2026-03-02'),
      settings: { ...settings, promise: { workingDays: 20, renewals: 0 } },
      key: newKey(),
    })
    await sendPart(1, '2026-03-17')
    await expect(sendPart(1, '2026-03-18')).rejects.toMatchObject({ message: 'promises-used' })
  })

  test('may be promised anew twice; the same answers once more are no further version, other ones are', async () => {
    await save(0)
    await sendPart(1)
    expect(await sendPart(1, '2026-03-11')).toMatchObject({ entry: 1 })
    await save(1, { ...some, 'reporter-role': 'Named nurse' })
    expect(await sendPart(2, '2026-03-12')).toMatchObject({ entry: 2 })
    await expect(sendPart(2, '2026-03-13')).rejects.toMatchObject({ message: 'promises-used' })
    expect((await (await reporter()).reportingForm.begin({})).mayPromise).toBeNull()
    expect((await read()).part).toMatchObject({ entry: 2, promisedOn: '2026-03-12' })
  })

  test('two at the same moment are two promises one after the other', async () => {
    await save(0)
    const call = await reporter()
    const both = await Promise.allSettled([
      call.reportingForm.returnPart(promise(1)),
      call.reportingForm.returnPart(promise(1, '2026-03-11')),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    const rows = await given.test.look<{ number: number; entry: number }[]>`
      select number, entry from case_review.partial_returns where information_request_id = ${id} order by number`
    expect(rows.map(({ number, entry }) => [number, entry])).toEqual([
      [1, 1],
      [2, 1],
    ])
  })
})

describe('whoever promised the rest', () => {
  test('is not chased before that day is over, then from where the ladder was, with the words of the promise', async () => {
    await save(0)
    expect(await morning('2026-03-18')).toHaveLength(1)
    await sendPart(1, '2026-03-26')
    expect(await morning('2026-03-23')).toEqual([])
    expect(await morning('2026-03-26')).toEqual([])
    const sent = await morning('2026-03-27')
    expect(sent).toHaveLength(1)
    expect(sent[0]).toContain(
      'due on 23 March 2026. A part came, and the rest was promised for 26 March 2026:',
    )
    expect(sent[0]).not.toContain('R. Porter')
  })

  test('is not reminded by a mail that was planned the same morning', async () => {
    await save(0)
    given.clock.set('2026-03-18T09:00:00.000Z')
    mail.sent.length = 0
    await chaseWhatIsDue(given.parts)
    await sendPart(1, '2026-03-26')
    await given.sendWaitingMails()
    expect(mail.sent.filter(({ to }) => to === mailbox())).toEqual([])
  })

  test('leaves the office’s list of letters to write until that day is over', async () => {
    await save(0)
    for (const day of ['03-18', '03-23', '03-26', '04-02', '04-13']) await morning(`2026-${day}`)
    expect(await listed()).toMatchObject({ next: { what: 'escalation' } })
    await sendPart(1, '2026-04-20')
    expect(await listed()).toMatchObject({ next: { what: 'agency-return', dueOn: '2026-03-23' } })
    await morning('2026-04-20')
    expect(await listed()).toMatchObject({ next: { what: 'agency-return' } })
    await morning('2026-04-21')
    expect(await listed()).toMatchObject({ next: { what: 'escalation' } })
  })

  test('can be reminded by a person, who says by when it was', async () => {
    await save(0)
    await sendPart(1)
    given.clock.set('2026-03-12T10:00:00.000Z')
    mail.sent.length = 0
    await (await office()).informationRequest.remind({
      areaId: area,
      informationRequestId: id,
      key: newKey(),
    })
    await given.sendWaitingMails()
    expect(mail.sent[0]?.text).toContain('promised the rest for 10 March 2026')
  })
})

describe('while a part stands', () => {
  beforeEach(async () => {
    await save(0)
    await sendPart(1)
  })
  const place = () => ({ areaId: area, informationRequestId: id, key: newKey() })

  test('the request is not recalled, sent on or answered with “nothing known”', async () => {
    const refused = { message: 'part-received' }
    const call = await office()
    const to = await call.organisation.add({
      areaId: area,
      name: 'Another Trust',
      kind: 'hospital',
      email: 'other@other.example',
      key: newKey(),
    })
    await expect(
      call.informationRequest.recall({ ...place(), reason: 'no-longer-needed' }),
    ).rejects.toMatchObject(refused)
    await expect(
      call.informationRequest.redirect({
        ...place(),
        organisationId: to.organisationId,
        contactId: null,
        reason: 'wrong-contact',
      }),
    ).rejects.toMatchObject(refused)
    const agency = await reporter()
    await expect(
      agency.reportingForm.nothingKnown({ key: newKey(), name: 'R. Porter', role: 'Nurse' }),
    ).rejects.toMatchObject(refused)
    await expect(
      agency.reportingForm.passOn({ key: newKey(), name: 'A colleague', email: 'two@trust.example' }),
    ).rejects.toMatchObject(refused)
    for (const state of ['nothing-known', 'redirected', 'recalled']) {
      await expect(
        given.test.look`
          update case_review.information_requests set state = ${state}, returned_at = null where information_request_id = ${id}`,
      ).rejects.toMatchObject({ code: '23514' })
    }
  })

  test('its record may be merged: a further part comes and the promise stands on the list, by the case that stands for it', async () => {
    const { caseId: kept } = await givenCase(given, area)
    const merged = { caseId, intoCaseId: kept, mergeId: MergeId.parse(randomUUID()) }
    await given.hear('intake', area, { type: 'case.merged.v1', subject: caseId, payload: merged })
    expect(await sendPart(1, '2026-03-11')).toMatchObject({ entry: 1 })
    expect(await listed()).toMatchObject({ caseId: kept, requests: { sent: 1, promisedOn: '2026-03-11' } })
    expect(await morning('2026-03-11')).toEqual([])
    const { rows } = await (await office()).collatedRecord.read({ areaId: area, caseId: kept })
    expect(rows.flatMap(({ said }) => said).map(({ part }) => part)).toContain(true)
  })

  test('a report that was wrong takes it back all the same', async () => {
    await givenErrorReport(given, area, caseId)
    const [row] = await given.test.look`
      select state from case_review.information_requests where information_request_id = ${id}`
    expect(row).toEqual({ state: 'recalled' })
    await expect(sendPart(1, '2026-03-11')).rejects.toMatchObject({ message: 'link-dead' })
  })

  test('the form that came whole and is sent back may be sent in part again, from a first promise', async () => {
    const agency = await reporter()
    await agency.reportingForm.submit({ key: newKey(), formVersion, version: 1, answers: whole })
    const { key, ...returned } = place()
    const back = {
      ...returned,
      entry: 2,
      missing: { questions: [], note: 'The dates.' },
      answerBy: on('2026-03-20'),
    }
    await (await office()).returnedForm.sendBack({ ...back, key })
    expect(await agency.reportingForm.begin({})).toMatchObject({ part: null, mayPromise: { left: 3 } })
    expect(await sendPart(2, '2026-03-12')).toMatchObject({ entry: 3 })
    expect(await read()).toMatchObject({ state: 'sent-back', entry: 3, part: { promisedOn: '2026-03-12' } })
    await agency.reportingForm.submit({ key: newKey(), formVersion, version: 2, answers: whole })
    expect(await read()).toMatchObject({ state: 'returned', entry: 4, part: null })
  })

  test('the chair may go on without the rest: the part stays, marked, and no further one comes; the whole may', async () => {
    for (const day of ['03-18', '03-23', '03-26', '04-02']) await morning(`2026-${day}`)
    const letters = [
      ['executive', '2026-04-13'],
      ['partner-lead', '2026-04-20'],
      ['section-16n-letter', '2026-05-05'],
    ] as const
    for (const [step, day] of letters) {
      await morning(day)
      const letter = { step, addressee: 'Invented Executive', on: on(day) }
      await (await office()).informationRequest.escalate({ ...place(), ...letter })
    }
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    const note = 'The panel will not know what the ward saw.'
    await doctor.gap.record({ ...place(), reason: 'no-answer', effect: 'some-questions-open', note })
    const shown = await read()
    expect(shown).toMatchObject({ state: 'gone-without', entry: 1, part: { promisedOn: '2026-03-10' } })
    expect((await collated()).rows.flatMap(({ said }) => said).every(({ part }) => part)).toBe(true)
    const agency = await reporter()
    expect(await agency.reportingForm.begin({})).toMatchObject({ part: null, mayPromise: null })
    await expect(sendPart(1, '2026-05-06')).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    await agency.reportingForm.submit({ key: newKey(), formVersion, version: 1, answers: whole })
    expect(await read()).toMatchObject({ state: 'returned', entry: 2, part: null })
  })

  test('an entry on the life of the child may rest on what the agency said', async () => {
    const event = { on: on('2025-12-01'), what: 'Seen at home by the health visitor' }
    const source = { is: 'agency' as const, informationRequestId: id }
    const call = await office()
    await call.timeline.record({ areaId: area, caseId, key: newKey(), event, source })
    const { entries, withoutSource } = await call.timeline.read({
      areaId: area,
      caseId,
      kinds: ['life'],
      read: { as: 'whole' },
    })
    expect(withoutSource).toBe(0)
    expect(entries).toMatchObject([{ is: 'written', agency: { informationRequestId: id } }])
  })

  test('a caveat over an answer of it holds in the whole answer', async () => {
    await (await office()).caveat.record({
      areaId: area,
      caseId,
      target: { of: 'return', informationRequestId: id, form: 'reporting', part: 'involvement-summary' },
      kind: 'third-party-confidence',
      why: 'Told in confidence.',
      askedBy: 'The agency itself',
      owner: 'coordinator',
      reviewOn: on('2026-04-01'),
      key: newKey(),
    })
    await (await reporter()).reportingForm.submit({ key: newKey(), formVersion, version: 1, answers: whole })
    const { entry, caveats } = await read()
    expect(entry).toBe(2)
    expect(caveats.map(({ question }) => question)).toContain('involvement-summary')
  })

  test('the request of somebody else opens neither it nor its promise, and nobody of another area does', async () => {
    const other = await given.as(linkHolder(area, await ask()))
    expect((await other.reportingForm.begin({})).part).toBeNull()
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(
      stranger.informationRequest.read({ areaId: area, informationRequestId: id }),
    ).rejects.toMatchObject({ message: 'not-found' })
    await expect((await office()).reportingForm.returnPart(promise(1))).rejects.toMatchObject({
      message: 'forbidden',
    })
  })
})

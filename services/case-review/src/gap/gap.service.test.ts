import { type AreaId, type CaseId, type InformationRequestId, type Person, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chaseWhatIsDue } from '../chasing/chase-what-is-due.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReading,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
let caseId: CaseId
let informationRequestId: InformationRequestId

const on = (date: string) => PlainDate.parse(date)
let office: Person
const coordinator = () => given.as(office)
const doctor = () => given.as(personIn(area, 'designated-doctor'))

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  office = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  const call = await coordinator()
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  informationRequestId = sent.informationRequestId
})

async function morning(date: string) {
  given.clock.set(`${date}T09:00:00.000Z`)
  await chaseWhatIsDue(given.parts)
  await given.sendWaitingMails()
}
async function escalated(
  step: 'executive' | 'partner-lead' | 'section-16n-letter',
  date: string,
  key = newKey(),
) {
  given.clock.set(`${date}T09:00:00.000Z`)
  const letter = { step, addressee: 'Invented Executive, Invented NHS Trust', on: on(date) }
  return (await coordinator()).informationRequest.escalate({
    areaId: area,
    informationRequestId,
    key,
    ...letter,
  })
}
const row = async () => {
  const { rows } = await (await coordinator()).case.list({ areaId: area, view: 'all', page: 1 })
  return rows[0]
}
const read = async () => (await coordinator()).informationRequest.read({ areaId: area, informationRequestId })
const without = {
  reason: 'no-answer' as const,
  effect: 'some-questions-open' as const,
  note: 'The panel will not know what the ward saw.',
}
const goWithout = async (call: Awaited<ReturnType<typeof doctor>>, key = newKey()) =>
  call.gap.record({ areaId: area, informationRequestId, key, ...without })

/** Chased by mail and by letter, to the last step. */
async function nothingLeft() {
  await morning('2026-04-02')
  await escalated('executive', '2026-04-13')
  await escalated('section-16n-letter', '2026-05-07')
}

describe('an agency that goes on not answering', () => {
  test('stands on the worklist as something to do until the coordinator has recorded whom they wrote to', async () => {
    await morning('2026-04-02')
    expect((await row())?.next).toEqual({ what: 'agency-return', dueOn: '2026-03-23' })
    await morning('2026-04-13')
    expect((await row())?.next).toEqual({ what: 'escalation', dueOn: '2026-04-13' })
    const key = newKey()
    await Promise.all([escalated('executive', '2026-04-13', key), escalated('executive', '2026-04-13', key)])
    expect((await row())?.next).toEqual({ what: 'agency-return', dueOn: '2026-03-23' })
    const { chasers, next } = await read()
    expect(chasers.at(-1)).toMatchObject({
      step: 'executive',
      result: 'done',
      addressee: 'Invented Executive, Invented NHS Trust',
    })
    expect(next).toEqual({ step: 'partner-lead', on: '2026-04-22' })
    const stored = await given.test.look`select * from case_review.chasers where area_id = ${area}`
    expect(JSON.stringify(stored)).not.toContain('Invented Executive')
    expect(Buffer.from(stored.at(-1)?.['addressee']).toString('latin1')).not.toContain('Invented')
  })

  test('is written to once at each step, in order, and not on a day that cannot be', async () => {
    await escalated('partner-lead', '2026-04-13')
    await expect(escalated('partner-lead', '2026-04-14')).rejects.toMatchObject({ message: 'step-taken' })
    await expect(escalated('executive', '2026-04-14')).rejects.toMatchObject({ message: 'step-taken' })
    await expect(escalated('section-16n-letter', '2026-04-12')).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    const call = await coordinator()
    const letter = { step: 'section-16n-letter' as const, addressee: 'Somebody', on: on('2027-01-01') }
    await expect(
      call.informationRequest.escalate({ areaId: area, informationRequestId, key: newKey(), ...letter }),
    ).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(
      (await doctor()).informationRequest.escalate({
        areaId: area,
        informationRequestId,
        key: newKey(),
        ...letter,
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('going on without an agency', () => {
  test('is for the chair or designated doctor, after the last step, once', async () => {
    await expect(goWithout(await doctor())).rejects.toMatchObject({ message: 'steps-left' })
    await nothingLeft()
    await expect(goWithout(await coordinator())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = await given.as(personIn(newArea(), 'designated-doctor'))
    await expect(goWithout(elsewhere)).rejects.toMatchObject({ message: 'not-found' })
    const chair = await given.as(personIn(area, 'chair'))
    expect((await chair.gap.unanswered({ areaId: area })).rows).toMatchObject([
      { informationRequestId, organisationKind: 'hospital' },
    ])
    const key = newKey()
    await Promise.all([goWithout(chair, key), goWithout(chair, key)])
    await expect(goWithout(await doctor())).rejects.toMatchObject({ message: 'stale' })
    expect((await chair.gap.unanswered({ areaId: area })).rows).toEqual([])
    expect(await read()).toMatchObject({
      state: 'gone-without',
      gap: { ...without, seenAt: null },
      next: null,
    })
    expect((await row())?.next.what).toBe('review-meeting')
    const told = await given.test.look<{ payload: unknown }[]>`
      select payload from case_review.events where area_id = ${area} and type = 'information-request.gone-without.v1'
    `
    expect(told.map(({ payload }) => payload)).toEqual([
      {
        informationRequestId,
        organisationKind: 'hospital',
        reason: 'no-answer',
        effect: 'some-questions-open',
      },
    ])
  })

  test('is not for whoever has declared a conflict: the case is not there', async () => {
    await nothingLeft()
    const conflicted = personIn(area, 'chair')
    await given.test.look`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${area}, ${caseId}, ${conflicted.personId}, '2026-05-01')
    `
    const call = await given.as(conflicted)
    expect((await call.gap.unanswered({ areaId: area })).rows).toEqual([])
    await expect(goWithout(call)).rejects.toMatchObject({ message: 'not-found' })
  })

  test('is told the panel by the kind of agency, and the database keeps what was decided', async () => {
    await nothingLeft()
    await goWithout(await doctor())
    await givenReading(given, office, caseId)
    const member = await given.as(personIn(area, 'panel-member'))
    const { pack } = await member.pack.open({ areaId: area, caseId })
    expect(pack.noAnswer).toEqual([
      { organisationKind: 'hospital', effect: 'some-questions-open', part: false },
    ])
    expect(JSON.stringify(pack)).not.toContain('Invented NHS Trust')
    await expect(
      given.test.look`update case_review.gaps set reason = 'refused' where area_id = ${area}`,
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('is overtaken by a late answer: the case stays where it is, and a coordinator is to look', async () => {
    await nothingLeft()
    await goWithout(await doctor())
    given.clock.set('2026-05-20T09:00:00.000Z')
    const reporter = await given.as(linkHolder(area, informationRequestId))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
    expect(await row()).toMatchObject({
      state: 'gathering',
      next: { what: 'review-meeting', dueOn: '2026-05-10' },
    })
    const { panelMeetingId } = await givenListing(given, office, caseId)
    expect(panelMeetingId).toBeDefined()
    expect(await row()).toMatchObject({ state: 'listed', next: { what: 'late-answer', dueOn: '2026-05-20' } })
    const look = async (key: string) =>
      (await coordinator()).gap.seeLateAnswer({ areaId: area, informationRequestId, key })
    const key = newKey()
    await Promise.all([look(key), look(key)])
    await expect(look(newKey())).rejects.toMatchObject({ message: 'stale' })
    // What it says is then read and accepted, as every other form.
    expect((await row())?.next.what).toBe('return-to-read')
    expect((await read()).gap?.seenAt).not.toBeNull()
  })
})

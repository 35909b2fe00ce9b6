import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  AuthorityCode,
  addDays,
  type CaseId,
  type CaseReference,
  type InformationRequestId,
  NotificationId,
  PlainDate,
  TransferId,
} from '@cdop/domain'
import { linkToken } from '@cdop/encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parts } from '../parts.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenConfirmation,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
  reportingAnswers,
} from '../testing.ts'
import { carriedTables } from './carried-tables.ts'
import { type Carrying, carryCase } from './carry-case.ts'

let given: GivenCaseReview
const [here, there, further] = [newArea(), newArea(), newArea()]
const coordinatorOf = new Map([here, there, further].map((area) => [area, personIn(area, 'coordinator')]))
const coordinator = async (area: AreaId) => given.as(coordinatorOf.get(area) ?? personIn(area, 'coordinator'))

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const refusedAs = (message: string) => ({ message })
const draft = { 'reporter-name': 'Ottoline Quillfeather' }
const told = { outcome: 'told' as const, by: 'Wilhelmina Thistledown', on: PlainDate.parse('2026-02-11') }
const contact = 'Office of the invented coroner, 01632 960 001'
const note = 'Nobody who knew the child can be reached any more'

async function ask(caseId: CaseId, name: string): Promise<InformationRequestId> {
  const call = await coordinator(here)
  const agency = { name, kind: 'hospital' as const, email: `${randomUUID()}@trust.example` }
  const { organisationId } = await call.organisation.add({ areaId: here, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: here, caseId, organisationId, key: newKey() })
  return sent.informationRequestId
}

/** A case as far as one can be before it is listed: asked, reminded, recalled, answered, in draft, on hold, its meeting settled. */
async function givenWorkedCase() {
  const { caseId, reference } = await givenCase(given, here)
  const call = await coordinator(here)
  const answered = await ask(caseId, 'Invented NHS Trust')
  const drafting = await ask(caseId, 'Invented Surgery')
  const recalled = await ask(caseId, 'Invented School')
  const reporter = await given.as(linkHolder(here, answered))
  await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
  const { formVersion } = reportingAnswers()
  const writer = await given.as(linkHolder(here, drafting))
  await writer.reportingForm.saveDraft({ key: newKey(), formVersion, version: 0, answers: draft })
  const of = (informationRequestId: InformationRequestId) => ({
    areaId: here,
    informationRequestId,
    key: newKey(),
  })
  given.clock.set(`${addDays(given.clock.today(), 1)}T09:00:00Z`)
  await call.informationRequest.remind(of(drafting))
  await call.informationRequest.recall({ ...of(recalled), reason: 'no-longer-needed' })
  await call.hold.record({
    areaId: here,
    caseId,
    key: newKey(),
    reason: 'inquest',
    stages: ['panel'],
    from: PlainDate.parse('2026-02-20'),
    contact,
    confirmedOn: PlainDate.parse('2026-03-01'),
    nextCheckOn: addDays(given.clock.today(), 10),
  })
  const entries = [{ recipient: 'general-practitioner' as const, version: 0, told }]
  await call.toldList.record({ areaId: here, caseId, key: newKey(), entries })
  await call.reviewMeeting.recordNotHeld({
    areaId: here,
    caseId,
    reason: 'other',
    note,
    decidedOn: given.clock.today(),
    key: newKey(),
  })
  await (await given.as(portalItself())).link.requestCode({ token: linkToken(given.parts.keys, drafting, 1) })
  const mail = randomUUID()
  await given.parts.database.transaction(
    coordinatorOf.get(here) ?? personIn(here, 'coordinator'),
    async (tx) => {
      await tx`
      insert into case_review.chaser_mails (area_id, chaser_mail_id, mailbox_index, chased_on)
      values (${here}, ${mail}, ${Buffer.from(mail)}, ${given.clock.today()})`
      await tx`
      insert into case_review.chasers
        (area_id, information_request_id, step, taken_on, chaser_mail_id, recorded_at)
      values (${here}, ${drafting}, 'first-reminder', ${given.clock.today()}, ${mail}, ${given.clock.now()})`
      await tx`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${here}, ${caseId}, ${randomUUID()}, ${given.clock.now()})`
    },
  )
  return { caseId, reference, answered, drafting }
}

type Worked = { caseId: CaseId; reference: CaseReference }

/** Intake hands the case over: told where it was, and where it goes to, in either order. */
async function handOver(
  { caseId, reference }: Worked,
  [fromAreaId, toAreaId]: readonly [AreaId, AreaId],
): Promise<Carrying> {
  const transferId = TransferId.parse(randomUUID())
  await leave(caseId, fromAreaId, toAreaId, transferId)
  await begin({ caseId, reference }, fromAreaId, toAreaId, transferId)
  return { transferId, caseId, fromAreaId, toAreaId }
}

const leave = (caseId: CaseId, fromAreaId: AreaId, toAreaId: AreaId, transferId: TransferId) =>
  given.hear('intake', fromAreaId, {
    type: 'case.transferred.v1',
    subject: caseId,
    payload: { caseId, transferId, toAreaId },
  })

async function begin(
  { caseId, reference }: Worked,
  fromAreaId: AreaId,
  toAreaId: AreaId,
  transferId: TransferId,
) {
  await given.hear('intake', toAreaId, {
    type: 'notification.accepted.v1',
    subject: caseId,
    payload: {
      caseId,
      caseReference: reference,
      notificationId: NotificationId.parse(randomUUID()),
      receivedOn: PlainDate.parse('2026-02-12'),
      diedOn: PlainDate.parse('2026-02-10'),
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'Z',
      placeOfDeath: 'home',
      expectedness: 'unexpected',
      localAuthority: AuthorityCode.parse('E08000035'),
      jarTriggers: [],
      formVersion: '2026-04-01',
      completeness: {},
      takenOver: { transferId, fromAreaId },
    },
  })
  await givenConfirmation(given, toAreaId, caseId)
}

/** All rows that belong to a case in an area, byte for byte, without their area. */
async function rowsOf(areaId: AreaId, caseId: CaseId) {
  const { look } = given.test
  const found: Record<string, string[]> = {}
  for (const { table, through, without = [] } of carriedTables) {
    const by = through?.by ?? 'case_id'
    const rows = await look<{ row: string }[]>`
      select (to_jsonb(r) - ${['area_id', ...without]}::text[])::text as row from ${look('case_review')}.${look(table)} r
      where r.area_id = ${areaId} and r.${look(by)}::text in (
        select ${caseId}::text union
        select information_request_id::text from case_review.information_requests where area_id = ${areaId} and case_id = ${caseId}
        union select hold_id::text from case_review.holds where area_id = ${areaId} and case_id = ${caseId}
      ) order by 1`
    found[table] = rows.map(({ row }) => row)
  }
  return found
}

/** How many rows of each table the case above has; what is added later may have none. */
const kept = {
  information_requests: 3,
  link_codes: 1,
  reporting_forms: 2,
  chasers: 1,
  recalls: 1,
  holds: 1,
  hold_checks: 1,
  review_meetings_not_held: 1,
  told_entries: 1,
  conflicts: 1,
}
const nothing = Object.fromEntries(carriedTables.map(({ table }) => [table, []]))

async function overview(areaId: AreaId, caseId: CaseId) {
  const { case: opened } = await (await coordinator(areaId)).case.open({ areaId, caseId, fieldClasses: [] })
  return opened
}

describe('a case another area has taken over', () => {
  test('goes on there as it was, whatever had been asked, answered and settled; here a stub is left', async () => {
    const worked = await givenWorkedCase()
    const { caseId, reference, answered, drafting } = worked
    const [before, rows] = [await overview(here, caseId), await rowsOf(here, caseId)]
    expect(Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]))).toMatchObject(
      kept,
    )
    await carryCase(given.parts, await handOver(worked, [here, there]))
    expect(await rowsOf(there, caseId)).toEqual(rows)
    expect(await rowsOf(here, caseId)).toEqual(nothing)
    const { version: _before, ...stood } = before
    const { version: _after, ...stands } = await overview(there, caseId)
    expect(stands).toEqual(stood)
    expect(stands).toMatchObject({ reference, state: 'review-meeting-not-held', receivedOn: '2026-02-12' })

    const call = await coordinator(there)
    const of = (informationRequestId: InformationRequestId) => ({ areaId: there, informationRequestId })
    const returned = await call.informationRequest.read(of(answered))
    expect(returned).toMatchObject({ state: 'returned', organisationName: 'Invented NHS Trust' })
    expect(returned.sections.length).toBeGreaterThan(0)
    const [hold] = (await call.hold.list({ areaId: there, caseId })).holds
    expect(hold?.checks[0]?.contact).toBe(contact)
    const list = await call.toldList.read({ areaId: there, caseId })
    const entries = list.rows.find(({ recipient }) => recipient === 'general-practitioner')?.entries
    expect(entries?.map((one) => one.told)).toEqual([told])
    // The agency that was writing goes on where it was, and what it returns reaches the panel that reviews.
    const writer = await given.as(linkHolder(there, drafting))
    expect(await writer.reportingForm.begin({})).toMatchObject({
      caseId,
      reference,
      version: 1,
      answers: draft,
    })
    await writer.reportingForm.submit({ key: newKey(), version: 1, ...reportingAnswers() })
    expect(await call.informationRequest.read(of(drafting))).toMatchObject({
      state: 'returned',
      reminders: 1,
    })
  })

  test('is in no list and opens for nobody here, nor there before all of it has arrived', async () => {
    const worked = await givenWorkedCase()
    const { caseId } = worked
    const transferId = TransferId.parse(randomUUID())
    const carrying = { transferId, caseId, fromAreaId: here, toAreaId: there }
    const seen = async (areaId: AreaId) => {
      const call = await coordinator(areaId)
      await expect(overview(areaId, caseId)).rejects.toMatchObject(refusedAs('not-found'))
      const { rows } = await call.case.list({ areaId, view: 'all', page: 1 })
      expect(rows.some((row) => row.caseId === caseId)).toBe(false)
    }
    await leave(caseId, here, there, transferId)
    await seen(here)
    await expect(carryCase(given.parts, carrying)).rejects.toThrow('not begun there')
    await begin(worked, here, there, transferId)
    await seen(there)
    await carryCase(given.parts, carrying)
    await seen(here)
    expect(await overview(there, caseId)).toMatchObject({ state: 'review-meeting-not-held' })
    await expect(
      given.parts.database.transaction(
        coordinatorOf.get(here) ?? personIn(here, 'coordinator'),
        (tx) => tx`update case_review.cases set not_told = 0 where case_id = ${caseId} and area_id = ${here}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('is told of there to the other services as it was here, once', async () => {
    const worked = await givenWorkedCase()
    const types = async (areaId: AreaId) => {
      const rows = await given.test.look<{ type: string }[]>`
        select type from case_review.events where area_id = ${areaId} and subject = ${worked.caseId} order by version`
      return rows.map(({ type }) => type)
    }
    const before = await types(here)
    await carryCase(given.parts, await handOver(worked, [here, there]))
    expect(await types(there)).toEqual(before)
    await carryCase(given.parts, await handOver(worked, [there, here]))
    expect(await types(here)).toEqual([...before, 'case.opened.v1'])
  })

  test.each([1, 2, 3])('loses nothing when carrying it is cut off before its transaction %i', async (cut) => {
    const worked = await givenWorkedCase()
    const rows = await rowsOf(here, worked.caseId)
    const carrying = await handOver(worked, [here, there])
    let begun = 0
    const { database } = given.parts
    const dying: Parts = {
      ...given.parts,
      database: {
        ...database,
        async transaction(actor, work) {
          begun += 1
          if (begun === cut) throw new Error('the process died')
          return database.transaction(actor, work)
        },
      },
    }
    await expect(carryCase(dying, carrying)).rejects.toThrow('died')
    await carryCase(given.parts, carrying)
    await carryCase(given.parts, carrying)
    expect(await rowsOf(there, worked.caseId)).toEqual(rows)
    expect(await rowsOf(here, worked.caseId)).toEqual(nothing)
  })

  test('goes on to a third area, and comes back, with all that was added on the way', async () => {
    const worked = await givenWorkedCase()
    const { caseId, drafting } = worked
    await carryCase(given.parts, await handOver(worked, [here, there]))
    const call = await coordinator(there)
    await call.informationRequest.recall({
      areaId: there,
      informationRequestId: drafting,
      reason: 'no-longer-needed',
      key: newKey(),
    })
    const rows = await rowsOf(there, caseId)
    const onward = await handOver(worked, [there, further])
    await carryCase(given.parts, onward)
    expect(await rowsOf(further, caseId)).toEqual(rows)
    await carryCase(given.parts, await handOver(worked, [further, here]))
    // What was to be made sure of later finds nothing to do.
    await carryCase(given.parts, onward)
    expect(await rowsOf(here, caseId)).toEqual(rows)
    for (const area of [there, further]) expect(await rowsOf(area, caseId)).toEqual(nothing)
    expect(await overview(here, caseId)).toMatchObject({ state: 'review-meeting-not-held' })
  })

  test('comes back whole to where carrying it away had been cut off', async () => {
    const worked = await givenWorkedCase()
    const { caseId } = worked
    const away = await handOver(worked, [here, there])
    let begun = 0
    const { database } = given.parts
    const dying: Parts = {
      ...given.parts,
      database: {
        ...database,
        async transaction(actor, work) {
          begun += 1
          if (begun === 3) throw new Error('the process died')
          return database.transaction(actor, work)
        },
      },
    }
    await expect(carryCase(dying, away)).rejects.toThrow('died')
    const call = await coordinator(there)
    const [hold] = (await call.hold.list({ areaId: there, caseId })).holds
    if (hold === undefined) throw new Error('the hold has not come along')
    await call.hold.end({
      areaId: there,
      caseId,
      holdId: hold.holdId,
      version: hold.version,
      until: given.clock.today(),
      key: newKey(),
    })
    const rows = await rowsOf(there, caseId)
    await carryCase(given.parts, await handOver(worked, [there, here]))
    await carryCase(given.parts, away)
    expect(await rowsOf(here, caseId)).toEqual(rows)
    expect(await rowsOf(there, caseId)).toEqual(nothing)
  })

  test('keeps what belongs to it as long as it is here, whoever would delete it', async () => {
    const { caseId } = await givenWorkedCase()
    for (const table of Object.keys(kept)) {
      const by = carriedTables.find((one) => one.table === table)?.through
      const attempt = given.parts.database.transaction(
        coordinatorOf.get(here) ?? personIn(here, 'coordinator'),
        (tx) => tx`
          delete from ${tx('case_review')}.${tx(table)} r where r.area_id = ${here}
            and ${by === undefined ? tx`r.case_id = ${caseId}` : tx`true`}`,
      )
      await expect(attempt).rejects.toMatchObject({ sqlState: '23514' })
    }
  })
})

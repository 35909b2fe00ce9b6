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
import type { Parts } from '../parts.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenConfirmation,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
  reportingAnswers,
} from '../testing.ts'
import { carriedTables } from './carried-tables.ts'
import type { Carrying } from './carry-case.ts'

export const draft = { 'reporter-name': 'Ottoline Quillfeather' }
export const told = {
  outcome: 'told' as const,
  by: 'Wilhelmina Thistledown',
  on: PlainDate.parse('2026-02-11'),
}
export const contact = 'Office of the invented coroner, 01632 960 001'
const note = 'Nobody who knew the child can be reached any more'

/** How many rows of each table the case above has; what is added later may have none. */
export const kept = {
  information_requests: 3,
  link_codes: 1,
  reporting_forms: 2,
  form_sections: 1,
  chasers: 1,
  recalls: 1,
  holds: 1,
  hold_checks: 1,
  review_meetings_not_held: 1,
  told_entries: 1,
  conflicts: 1,
}
const nothing = Object.fromEntries(carriedTables.map(({ table }) => [table, []]))

/** What is left of such rows where the case was: who withdrew from it. */
export const leftOf = ({ conflicts = [] }: Record<string, string[]>) => ({ ...nothing, conflicts })

export const [here, there, further] = [newArea(), newArea(), newArea()]

type Worked = { caseId: CaseId; reference: CaseReference }

/** Parts of a process that dies before its transaction of that number. */
export function dyingAt(parts: Parts, cut: number): Parts {
  let begun = 0
  const { database } = parts
  return {
    ...parts,
    database: {
      ...database,
      async transaction(actor, work) {
        begun += 1
        if (begun === cut) throw new Error('the process died')
        return database.transaction(actor, work)
      },
    },
  }
}

/** Three areas with a coordinator each, cases far along, and intake's word that one is handed over. */
export function handingOver(given: GivenCaseReview) {
  const people = new Map([here, there, further].map((area) => [area, personIn(area, 'coordinator')]))
  const person = (area: AreaId) => people.get(area) ?? personIn(area, 'coordinator')
  const coordinator = (area: AreaId) => given.as(person(area))

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
    const stated = { section: 'identification', completed: true }
    await reporter.reportingForm.saveDraft({ key: newKey(), version: 0, ...reportingAnswers(), stated })
    await reporter.reportingForm.submit({ key: newKey(), version: 1, ...reportingAnswers() })
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
    await (await given.as(portalItself())).link.requestCode({
      token: linkToken(given.parts.keys, drafting, 1),
    })
    const mail = randomUUID()
    await given.parts.database.transaction(person(here), async (tx) => {
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
    })
    return { caseId, reference, answered, drafting }
  }

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
      const parent = look`${look('case_review')}.${look(through?.table ?? 'cases')}`
      const by = look(through?.by ?? 'case_id')
      const rows = await look<{ row: string }[]>`
        select (to_jsonb(r) - ${['area_id', ...without]}::text[])::text as row from ${look('case_review')}.${look(table)} r
        where r.area_id = ${areaId}
          and r.${by} in (select p.${by} from ${parent} p where p.area_id = ${areaId} and p.case_id = ${caseId})
        order by 1`
      found[table] = rows.map(({ row }) => row)
    }
    return found
  }

  async function overview(areaId: AreaId, caseId: CaseId) {
    const { case: opened } = await (await coordinator(areaId)).case.open({ areaId, caseId, fieldClasses: [] })
    return opened
  }

  return { person, coordinator, givenWorkedCase, handOver, leave, begin, rowsOf, overview }
}

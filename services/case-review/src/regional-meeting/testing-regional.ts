import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  AuthorityCode,
  type Person,
  PlainDate,
  PlainTime,
  RegionalMeetingId,
} from '@cdop/domain'
import { type GivenCaseReview, givenCase, goingOn, newKey, personIn } from '../testing.ts'
import { carryRegional } from './carry-regional.ts'

export const plan = {
  theme: 'Deaths of children with a rare disorder of metabolism',
  terms: 'Each area brings cases nobody has reviewed. The host chairs. Each area keeps its own analyses.',
  place: 'Room 4, Invented House',
  heldOn: PlainDate.parse('2026-03-02'),
  startsAt: PlainTime.parse('09:30'),
  endsAt: PlainTime.parse('13:00'),
}

/** Areas are known to each other by name. */
export async function givenAreas(given: GivenCaseReview, ...areas: readonly AreaId[]): Promise<void> {
  for (const areaId of areas) {
    const name = `Area ${areaId.slice(0, 4)}`
    const held = { from: PlainDate.parse('2019-09-29'), until: null }
    await given.hear('portal', areaId, {
      type: 'area.defined.v1',
      subject: areaId,
      payload: {
        ...{
          areaId,
          code: 'ARE',
          name,
          authorities: [{ code: AuthorityCode.parse('E08000035'), name, ...held }],
        },
        ...{ partners: [{ name, ...held }], controllers: [{ name, ...held }] },
      },
    })
  }
}

/** Runs what carries a regional meeting, as often as it is asked for, until nothing waits. */
export async function carryAll(given: GivenCaseReview): Promise<number> {
  const jobs = await given.test.look<{ id: string; payload: unknown }[]>`
    select j.id, j.payload from case_review_jobs._private_jobs j
    join case_review_jobs._private_tasks t on t.id = j.task_id where t.identifier = 'carry-regional' order by j.id
  `
  for (const { id, payload } of jobs) {
    await carryRegional(given.parts, payload)
    await given.test.look`delete from case_review_jobs._private_jobs where id = ${id}`
  }
  return jobs.length
}

/** A regional meeting one area arranges with others, carried to them and not answered yet. */
export async function givenRegional(
  given: GivenCaseReview,
  host: Person,
  areas: readonly AreaId[],
): Promise<RegionalMeetingId> {
  const [areaId] = host.areaIds
  if (areaId === undefined) throw new Error('a coordinator has an area')
  await givenAreas(given, areaId, ...areas)
  const call = await given.as(host)
  const heldOn = given.clock.today()
  const { regionalMeetingId } = await call.regionalMeeting.arrange({
    ...{ ...plan, heldOn, areaId, areas: [...areas], key: newKey() },
  })
  await carryAll(given)
  return RegionalMeetingId.parse(regionalMeetingId)
}

/** The area takes part; answers with its own meeting. */
export async function givenTaking(
  given: GivenCaseReview,
  areaId: AreaId,
  regionalMeetingId: RegionalMeetingId,
) {
  const call = await given.as(personIn(areaId, 'coordinator'))
  const { planVersion } = await call.regionalMeeting.read({ areaId, regionalMeetingId })
  await call.regionalMeeting.answer({
    ...{ areaId, regionalMeetingId, planVersion, answer: 'accepted', key: randomUUID() },
  })
  await carryAll(given)
  return ownMeeting(given, areaId, regionalMeetingId)
}

/** An area's own meeting within a regional one. */
export async function ownMeeting(
  given: GivenCaseReview,
  areaId: AreaId,
  regionalMeetingId: RegionalMeetingId,
) {
  const call = await given.as(personIn(areaId, 'coordinator'))
  const { panelMeetingId } = await call.regionalMeeting.read({ areaId, regionalMeetingId })
  if (panelMeetingId === null) throw new Error('it takes part')
  return panelMeetingId
}

/** A case of an area listed for its own meeting. */
export async function givenListed(
  given: GivenCaseReview,
  areaId: AreaId,
  regionalMeetingId: RegionalMeetingId,
) {
  const { caseId } = await givenCase(given, areaId)
  const call = await given.as(personIn(areaId, 'coordinator'))
  const decided = { reason: 'died-abroad' as const, decidedOn: given.clock.today() }
  await call.reviewMeeting.recordNotHeld({ areaId, caseId, ...decided, key: newKey() })
  const panelMeetingId = await ownMeeting(given, areaId, regionalMeetingId)
  const listing = { areaId, caseId, panelMeetingId, summary: 'A child died.', goingOn }
  await call.case.listForPanel({ ...listing, key: newKey() })
  return caseId
}

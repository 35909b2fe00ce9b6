import { type AreaId, type OrganisationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenConfirmation,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
let organisationId: OrganisationId

beforeAll(async () => {
  given = await givenCaseReview()
  const call = await given.as(coordinator)
  const agency = { name: 'Invented Trust', kind: 'hospital' as const, email: 'records@trust.example' }
  organisationId = (await call.organisation.add({ areaId: area, key: newKey(), ...agency })).organisationId
})
afterAll(() => given.drop())

describe('before it is recorded who confirmed the death and who the child is', () => {
  test('no agency is asked, by rule and by the database; afterwards it is', async () => {
    const { caseId } = await givenCase(given, area, { confirmed: false })
    const call = await given.as(coordinator)
    const ask = () => call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
    await expect(ask()).rejects.toMatchObject({ message: 'not-confirmed' })
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`
          insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id,
            state, attempt, sent_on, sent_at, sent_by, due_on)
          values (${area}, ${crypto.randomUUID()}, ${caseId}, ${organisationId}, 'sent', 1, '2026-03-02',
            '2026-03-02', ${coordinator.personId}, '2026-03-23')`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
    expect(await given.sendWaitingMails()).toBe(0)
    const before = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
    expect(before.case.confirmation).toBeNull()
    expect(before.case.tasks.filter(({ stage }) => stage !== 'told-list').slice(0, 2)).toEqual([
      { stage: 'confirmation', status: 'not-yet-started', why: null },
      { stage: 'information', status: 'cannot-start-yet', why: 'confirmation-first' },
    ])

    await givenConfirmation(given, area, caseId)
    await ask()
    expect(await given.sendWaitingMails()).toBe(1)
    const after = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
    expect(after.case.confirmation).toMatchObject({ deathBy: 'hospital-doctor', identityOn: '2026-02-10' })
    expect(after.case.timeline.map(({ what }) => what)).toContain('confirmed')
  })

  test('nothing goes to the national database, by rule and by the database; afterwards it may', async () => {
    const { caseId } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    // As a case that came before a panel before listing asked for it.
    await given.test.look`
      update case_review.cases
      set death_confirmed_by = null, death_confirmed_on = null, identity_confirmed_by = null,
        identity_confirmed_on = null, confirmed_at = null
      where case_id = ${caseId}
    `
    const call = await given.as(coordinator)
    const close = () =>
      call.case.close({
        areaId: area,
        caseId,
        nationalSubmissionOn: PlainDate.parse(given.clock.today()),
        key: newKey(),
      })
    await expect(close()).rejects.toMatchObject({ message: 'not-confirmed' })
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`
          update case_review.cases set state = 'submitted', national_submission_on = ${given.clock.today()}
          where case_id = ${caseId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
    const { case: held } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
    expect(held.tasks.at(-1)).toMatchObject({ stage: 'national-submission', why: 'confirmation-first' })

    await givenConfirmation(given, area, caseId)
    await close()
    expect((await call.case.open({ areaId: area, caseId, fieldClasses: [] })).case.state).toBe('closed')
  })

  test('a correction takes the place of what was recorded before', async () => {
    const { caseId } = await givenCase(given, area)
    const word = { by: 'coroner-or-officer' as const, on: PlainDate.parse('2026-02-11') }
    await given.hear('intake', area, {
      type: 'identity-and-death.confirmed.v1',
      subject: caseId,
      payload: { caseId, death: word, identity: word },
    })
    const { case: found } = await (await given.as(coordinator)).case.open({
      areaId: area,
      caseId,
      fieldClasses: [],
    })
    expect(found.confirmation).toMatchObject({ deathBy: 'coroner-or-officer', deathOn: '2026-02-11' })
  })
})

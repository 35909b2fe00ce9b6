import type { AreaId, CaseId, OrganisationId } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parts } from '../parts.ts'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { ASK_WAITING, askWaiting } from './ask-waiting.ts'

let given: GivenCaseReview
const mail = keptMail()
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  given = await givenCaseReview({ mail })
  police = await added('police')
  care = await added('social-care')
  school = await added('education')
})
afterAll(() => given.drop())

let police: OrganisationId
let care: OrganisationId
let school: OrganisationId

async function added(kind: 'police' | 'social-care' | 'education'): Promise<OrganisationId> {
  const call = await given.as(coordinator)
  const agency = { name: `Invented ${kind}`, kind, email: `${kind}@agency.example` }
  return (await call.organisation.add({ areaId: area, key: newKey(), ...agency })).organisationId
}
const askable = async () => ({ call: await given.as(coordinator), ...(await givenCase(given, area)) })
const to = (...ids: readonly OrganisationId[]) =>
  ids.map((organisationId) => ({ organisationId, contactId: null }))

async function outcomes(caseId: CaseId, by = coordinator) {
  const call = await given.as(by)
  const batch = await call.requestBatch.read({ areaId: area, caseId })
  return batch?.rows.map(({ outcome, refusal }) => refusal ?? outcome)
}
async function organisationsAsked(caseId: CaseId, by = coordinator) {
  const call = await given.as(by)
  const { rows } = await call.informationRequest.list({ areaId: area, caseId })
  return rows.map(({ organisationId }) => organisationId)
}

/** Parts whose transactions end after so many, as when the process dies. */
function dyingAfter(transactions: number): Parts {
  let left = transactions
  return {
    ...given.parts,
    database: {
      ...given.parts.database,
      transaction: (actor, work) => {
        left -= 1
        if (left < 0) throw new Error('the process has died')
        return given.parts.database.transaction(actor, work)
      },
    },
  }
}

describe('several agencies asked at once', () => {
  test('are each asked once, with a result of their own, whatever is pressed twice', async () => {
    const { call, caseId } = await askable()
    await call.informationRequest.send({ areaId: area, caseId, organisationId: care, key: newKey() })
    const later = { activeFrom: null, activeTo: given.clock.today() }
    const closing = await added('education')
    const { organisation } = await call.organisation.read({ areaId: area, organisationId: closing })
    const { kind, email, odsCode, gssCode, version } = organisation
    const change = {
      areaId: area,
      organisationId: closing,
      kind,
      email,
      odsCode,
      gssCode,
      version,
      key: newKey(),
    }
    const asked = { areaId: area, caseId, key: newKey(), recipients: to(police, care, closing) }
    const first = await call.requestBatch.ask(asked)
    expect(await call.requestBatch.ask(asked)).toEqual(first)
    expect(await outcomes(caseId)).toEqual([null, null, null])
    await call.organisation.change({ ...change, ...later })
    given.clock.addDays(1)
    const job = { areaId: area, ...first }
    await Promise.all([askWaiting(given.parts, job), askWaiting(given.parts, job)])
    await askWaiting(given.parts, job)
    expect(await outcomes(caseId)).toEqual(['sent', 'already-asked', 'organisation-not-in-use'])
    expect((await organisationsAsked(caseId)).sort()).toEqual([care, police].sort())
    // Another page, another key: nobody is asked anew.
    const again = await call.requestBatch.ask({ ...asked, key: newKey(), recipients: to(police, care) })
    await askWaiting(given.parts, { areaId: area, ...again })
    expect(await outcomes(caseId)).toEqual(['already-asked', 'already-asked'])
    expect(await organisationsAsked(caseId)).toHaveLength(2)
  })

  test.each([1, 2, 3])('cut off after %i steps, it is taken up where it stopped', async (steps) => {
    const { call, caseId } = await askable()
    const recipients = to(police, care, school)
    const batch = await call.requestBatch.ask({ areaId: area, caseId, key: newKey(), recipients })
    const job = { areaId: area, ...batch }
    await expect(askWaiting(dyingAfter(steps), job)).rejects.toThrow('died')
    expect(await organisationsAsked(caseId)).toHaveLength(steps - 1)
    const waiting = await given.test.look<{ key: string }[]>`
      select key from case_review_jobs.jobs where task_identifier = ${ASK_WAITING}`
    expect(waiting.map(({ key }) => key)).toContain(`${ASK_WAITING}:${batch.requestBatchId}:again`)
    await askWaiting(given.parts, job)
    expect(await outcomes(caseId)).toEqual(['sent', 'sent', 'sent'])
    expect((await organisationsAsked(caseId)).sort()).toEqual([police, care, school].sort())
  })

  test('are decided on again when it is their turn: whoever has withdrawn since asks nobody', async () => {
    const { call, caseId } = await askable()
    const batch = await call.requestBatch.ask({
      areaId: area,
      caseId,
      key: newKey(),
      recipients: to(police),
    })
    await given.test.look`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${area}, ${caseId}, ${coordinator.personId}, now())`
    await askWaiting(given.parts, { areaId: area, ...batch })
    const colleague = personIn(area, 'coordinator')
    expect(await outcomes(caseId, colleague)).toEqual(['not-found'])
    expect(await organisationsAsked(caseId, colleague)).toEqual([])
  })

  test('are asked by nobody else, of no other area, and not before the death is confirmed', async () => {
    const { call, caseId } = await askable()
    const asked = { areaId: area, caseId, key: newKey(), recipients: to(police) }
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(stranger.requestBatch.ask(asked)).rejects.toMatchObject({ message: 'not-found' })
    await expect(stranger.requestBatch.read({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.requestBatch.ask(asked)).rejects.toMatchObject({ message: 'forbidden' })
    const { caseId: unsure } = await givenCase(given, area, { confirmed: false })
    await expect(call.requestBatch.ask({ ...asked, caseId: unsure })).rejects.toMatchObject({
      message: 'not-confirmed',
    })
    const twice = { ...asked, key: newKey(), recipients: to(police, police) }
    await expect(call.requestBatch.ask(twice)).rejects.toMatchObject({ message: 'invalid-answers' })
    const { requestBatchId } = await call.requestBatch.ask(asked)
    const elsewhere = { areaId: area, caseId: unsure, requestBatchId }
    await expect(call.requestBatch.read(elsewhere)).rejects.toMatchObject({ message: 'not-found' })
  })
})

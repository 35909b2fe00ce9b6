import { randomUUID } from 'node:crypto'
import { type AreaId, OrganisationId, OwnerDigestId, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCaseReview, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { mailOwnerDigest } from './mail-owner-digest.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  mail.sent.length = 0
})

/** An organisation of the directory, in use until a day. */
async function organisation(activeTo: PlainDate | null = null): Promise<OrganisationId> {
  const call = await given.as(personIn(area, 'coordinator'))
  const trust = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const added = { areaId: area, key: newKey(), ...trust, ...(activeTo === null ? {} : { activeTo }) }
  return (await call.organisation.add(added)).organisationId
}

/** Factor-analysis says what an organisation owes, and the mail is sent. */
async function reminded(organisationId: OrganisationId): Promise<OwnerDigestId> {
  const digestId = OwnerDigestId.parse(randomUUID())
  await given.hear('factor-analysis', area, {
    type: 'owner-digest.made.v1',
    subject: digestId,
    payload: {
      digestId,
      organisationId,
      lines: [
        { reference: 'R-2026-014', dueOn: PlainDate.parse('2026-02-20') },
        { reference: 'R-2026-015 action 2', dueOn: PlainDate.parse('2026-03-10') },
      ],
    },
  })
  const jobs = await given.test.look<{ payload: { areaId: string } }[]>`
    select payload from case_review_jobs._private_jobs j join case_review_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail-owner-digest'`
  for (const { payload } of jobs) if (payload.areaId === area) await mailOwnerDigest(given.parts, payload)
  return digestId
}
const outcomeOf = async (digestId: OwnerDigestId) =>
  (
    await given.test.look<{ payload: { outcome: string } }[]>`
      select payload from case_review.events where subject = ${digestId}`
  ).map(({ payload }) => payload.outcome)

describe('what an organisation owes', () => {
  test('is mailed once to its mailbox of the directory: references, days and counts, and nothing else', async () => {
    const digestId = await reminded(await organisation())
    expect(mail.sent).toHaveLength(1)
    expect(mail.sent[0]).toMatchObject({ to: 'desk@trust.example' })
    const text = mail.sent[0]?.text ?? ''
    expect(text).toContain('Overdue: 1\nR-2026-014: was due 20 February 2026')
    expect(text).toContain('Due in the next 14 days: 1\nR-2026-015 action 2: due 10 March 2026')
    expect(await outcomeOf(digestId)).toEqual(['sent'])
  })

  test('is not mailed to one that is not in the directory, or not in use any more, and that is told', async () => {
    const closed = await organisation(PlainDate.parse('2026-02-28'))
    for (const organisationId of [closed, OrganisationId.parse(randomUUID())]) {
      area = organisationId === closed ? area : newArea()
      expect(await outcomeOf(await reminded(organisationId))).toEqual(['no-mailbox'])
    }
    expect(mail.sent).toEqual([])
  })
})

import { givenPerson } from '@cdop/database/testing'
import { type Area, Instant, type NotificationId, type Person, type ResponseId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenResponses,
  givenResponses,
  responseTo,
} from '../joint-agency-response/testing-responses.ts'
import { aKey } from '../testing.ts'
import { carryDueTransfers } from './carry-transfer.ts'

let given: GivenResponses
let theirLead: Person
beforeAll(async () => {
  given = await givenResponses()
  given.clock.set('2026-03-02T10:00:00.000Z')
  theirLead = givenPerson(['response-lead'], given.theirs.areaId)
})
afterAll(() => given.drop())

const visit = () => ({
  key: aKey(),
  kind: 'scene-visit' as const,
  arranged: null,
  startsAt: Instant.parse('2026-03-02T07:00:00.000Z'),
  endsAt: Instant.parse('2026-03-02T08:15:00.000Z'),
  attendees: [
    { role: 'police' as const, name: 'Isolde Fennimore', organisation: 'Invented Constabulary' },
    { role: 'social-care' as const, name: 'Barnaby Oxlade', organisation: 'Invented City Council' },
  ],
  notes: 'The cot stood beside a marmoset cage',
})

/** The other area is asked for a record, accepts it and has it. */
async function handOver(notificationId: NotificationId, from: Area, to: Area): Promise<void> {
  const [asking, asked] =
    from === given.mine ? [given.coordinator, given.stranger] : [given.stranger, given.coordinator]
  const { transferId } = await given.as(asking).transfer.request({
    areaId: from.areaId,
    notificationId,
    key: aKey(),
    version: 1,
    toAreaId: to.areaId,
    reason: 'main-services',
    plan: 'Learning is shared',
  })
  await carryDueTransfers(given.parts)
  await given.as(asked).transfer.accept({ areaId: to.areaId, transferId, key: aKey(), version: 1 })
  for (let step = 0; step < 3; step += 1) await carryDueTransfers(given.parts)
}

/** A death somebody decided not to respond to, which another area then took over. */
async function handedOverNotStarted(child: object): Promise<{
  notificationId: NotificationId
  responseId: ResponseId
}> {
  const notificationId = await given.submit({ child, residence: 'E08000032' })
  const responseId = await responseTo(given, notificationId)
  await given.as(given.lead).response.decide({
    areaId: given.mine.areaId,
    responseId,
    key: aKey(),
    version: 1,
    what: { decision: 'not-start', reason: 'expected-death' },
    decidedAt: null,
  })
  await handOver(notificationId, given.mine, given.theirs)
  return { notificationId, responseId }
}

const here = (responseId: ResponseId) => ({ areaId: given.mine.areaId, responseId })
const there = (responseId: ResponseId) => ({ areaId: given.theirs.areaId, responseId })

describe('a response that another area recorded', () => {
  test('is handed back as it is by then, though it was not started when it left', async () => {
    const { notificationId, responseId } = await handedOverNotStarted({
      nhsNumber: '9990000093',
      familyName: 'Inchbald',
      dateOfBirth: '2018-05-05',
    })
    const { response, responseRecord } = given.as(theirLead)
    const { version } = await response.read(there(responseId))
    const what = { decision: 'start' as const }
    await response.decide({ ...there(responseId), key: aKey(), version, what, decidedAt: null })
    await responseRecord.recordHeld({ ...there(responseId), withheld: [], ...visit() })
    await handOver(notificationId, given.theirs, given.mine)
    await given.as(given.lead).responseRecord.takeLead({
      ...here(responseId),
      withheld: [],
      key: aKey(),
      from: theirLead.personId,
    })
    expect(
      await given.as(given.lead).responseRecord.read({ ...here(responseId), withheld: [] }),
    ).toMatchObject({
      state: 'started',
      meetings: [{ kind: 'scene-visit', notes: { notes: 'The cot stood beside a marmoset cage' } }],
    })
    const { decisions } = await given.as(given.lead).response.read(here(responseId))
    expect(decisions.map(({ decision }) => decision)).toEqual(['start', 'not-start'])
    await expect(responseRecord.read({ ...there(responseId), withheld: [] })).rejects.toThrow('not-found')
  })

  test('is handed back as one with the response the other area had begun before death', async () => {
    const { notificationId, responseId: own } = await handedOverNotStarted({
      nhsNumber: '9990000085',
      familyName: 'Thornaby',
      dateOfBirth: '2017-04-04',
    })
    const { response, responseRecord } = given.as(theirLead)
    const { responseId } = await response.begin({
      areaId: given.theirs.areaId,
      key: aKey(),
      content: {
        child: 'Peregrine Thistlewood',
        dateOfBirth: null,
        whereNow: 'Ward 4',
        circumstances: 'Fell',
      },
      decidedAt: null,
    })
    await response.joinNotification({ ...there(responseId), key: aKey(), version: 1, notificationId })
    await responseRecord.recordHeld({ ...there(responseId), withheld: [], ...visit() })
    await handOver(notificationId, given.theirs, given.mine)
    await given.as(given.lead).responseRecord.takeLead({
      ...here(responseId),
      withheld: [],
      key: aKey(),
      from: theirLead.personId,
    })
    expect(
      await given.as(given.lead).responseRecord.read({ ...here(responseId), withheld: [] }),
    ).toMatchObject({
      state: 'started',
      meetings: [{ kind: 'scene-visit' }],
    })
    expect(await given.as(given.lead).response.read(here(own))).toMatchObject({
      state: 'joined',
      joinedTo: responseId,
    })
  })
})

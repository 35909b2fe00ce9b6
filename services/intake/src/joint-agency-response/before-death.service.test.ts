import { givenPerson } from '@cdop/database/testing'
import { type CaseId, Instant, PlainDate, type ResponseId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aKey } from '../testing.ts'
import { doWhatIsDue } from './do-what-is-due.ts'
import { type GivenResponses, givenResponses, onCall, responseTo } from './testing-responses.ts'

let given: GivenResponses
beforeAll(async () => {
  given = await givenResponses()
})
afterAll(() => given.drop())
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))

const content = {
  child: 'Peregrine Thistlewood',
  dateOfBirth: PlainDate.parse('2021-04-14'),
  whereNow: 'Intensive care, Invented Infirmary',
  circumstances: 'Brought in after a marmoset bite, not expected to live',
}
const lead = () => given.as(given.lead).response
const begin = () =>
  lead().begin({
    areaId: given.mine.areaId,
    key: aKey(),
    content,
    decidedAt: Instant.parse('2026-03-02T09:20:00.000Z'),
  })
const about = (responseId: ResponseId) => ({
  areaId: given.mine.areaId,
  responseId,
  version: 1,
  key: aKey(),
})
const read = (responseId: ResponseId) => lead().read({ areaId: given.mine.areaId, responseId })
const identify = (responseId: ResponseId) => lead().identify({ areaId: given.mine.areaId, responseId })
/** Everything the service has stored, as text. */
async function everythingStored(): Promise<string> {
  const tables = await given.test.look<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'intake'`
  const rows = await Promise.all(
    tables.map(({ name }) => given.test.look`select * from ${given.test.look(`intake.${name}`)}`),
  )
  return JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}
const counted = async () => {
  const [row] = await given.test.look`
    select (select count(*) from intake.events) as events, (select count(*) from intake.cases) as cases,
      (select count(*) from intake.notifications) as notifications`
  return row
}

describe('a response that begins before a child dies', () => {
  test('needs no notification, keeps who the child is sealed, and tells no other service', async () => {
    const before = await counted()
    const { responseId } = await begin()
    expect(await read(responseId)).toMatchObject({
      state: 'started-before-death',
      notificationId: null,
      decisions: [{ decision: 'start', decidedAt: '2026-03-02T09:20:00.000Z' }],
    })
    expect((await identify(responseId)).begun).toEqual(content)
    expect(await everythingStored()).not.toMatch(/Peregrine|Thistlewood|marmoset|2021-04-14/)
    expect(await counted()).toEqual(before)
  })

  test('is not decided a second time: it goes on with a notification, or the child lived', async () => {
    const { responseId } = await begin()
    await expect(
      lead().decide({ ...about(responseId), what: { decision: 'start' }, decidedAt: null }),
    ).rejects.toThrow('response-decided')
    await expect(
      given.test.look`update intake.responses set state = 'started' where response_id = ${responseId}`,
    ).rejects.toThrow('decided_by_notification')
  })

  test('is begun once for a second click, never in the future, and in one’s own area', async () => {
    const asked = { areaId: given.mine.areaId, key: aKey(), content, decidedAt: given.clock.now() }
    const first = await lead().begin(asked)
    expect(await lead().begin(asked)).toEqual(first)
    const decidedAt = Instant.parse('2026-03-02T10:00:01.000Z')
    await expect(lead().begin({ ...asked, key: aKey(), decidedAt })).rejects.toThrow('date-in-future')
    const { response } = given.as(givenPerson(['response-lead'], given.theirs.areaId))
    await expect(response.begin({ ...asked, key: aKey() })).rejects.toThrow('not-found')
    await expect(response.recordChildLived(about(first.responseId))).rejects.toThrow('not-found')
  })
})

describe('when the child lived', () => {
  test('the record closes, becomes nothing else, and is destroyed when its months are over', async () => {
    const { responseId } = await begin()
    const before = await counted()
    const closed = await lead().recordChildLived(about(responseId))
    expect(closed).toEqual({ responseId, destroyOn: '2026-09-02' })
    const notificationId = await given.submit()
    await expect(
      lead().joinNotification({ ...about(responseId), version: 2, notificationId }),
    ).rejects.toThrow('response-decided')
    await expect(
      lead().decide({
        ...about(responseId),
        version: 2,
        what: { decision: 'start' },
        decidedAt: given.clock.now(),
      }),
    ).rejects.toThrow('response-decided')

    given.clock.set('2026-09-01T22:59:59.000Z')
    await doWhatIsDue(given.parts)
    expect((await identify(responseId)).begun).toEqual(content)
    given.clock.set('2026-09-01T23:00:00.000Z')
    await Promise.all([doWhatIsDue(given.parts), doWhatIsDue(given.parts)])

    expect(await read(responseId)).toMatchObject({ state: 'destroyed', livedOn: '2026-03-02' })
    expect((await identify(responseId)).begun).toBeNull()
    const left = await given.test.look`
      select r.content, k.wrapped from intake.responses r
      left join intake.response_keys k using (area_id, response_id) where response_id = ${responseId}`
    expect(left).toEqual([{ content: null, wrapped: null }])
    expect(await counted()).toMatchObject({ cases: before?.['cases'] })
    const told = await given.test
      .look`select 1 from intake.events where payload::text like ${`%${responseId}%`}`
    expect(told).toEqual([])
  })

  test('the months are those the area has set on that day, not later', async () => {
    const { responseId } = await begin()
    const settings = { notifyWithinHours: 48, pageDeputyAfterMinutes: 15, childLivedRecordMonths: 2 }
    await given.test.look`
      insert into intake.area_settings (area_id, settings) values (${given.mine.areaId}, ${given.test.look.json(settings)})`
    expect((await lead().recordChildLived(about(responseId))).destroyOn).toBe('2026-05-02')
    await given.test.look`delete from intake.area_settings`
    expect((await read(responseId)).destroyOn).toBe('2026-05-02')
  })

  test('a second click closes it once, and a page that was open before is told', async () => {
    const { responseId } = await begin()
    const clicked = about(responseId)
    const first = await lead().recordChildLived(clicked)
    expect(await lead().recordChildLived(clicked)).toEqual(first)
    await expect(lead().recordChildLived(about(responseId))).rejects.toThrow('stale')
  })
})

describe('when the child died', () => {
  test('the response is the one to the notification, whose own pages nobody any more', async () => {
    await onCall(given, 'lead')
    await onCall(given, 'deputy')
    const { responseId } = await begin()
    const earlier = await given.submit()
    const notificationId = await given.submit({ death: { dateOfDeath: '2026-03-01' } })
    const own = await responseTo(given, notificationId)
    const offered = await lead().candidates({ areaId: given.mine.areaId, responseId })
    expect(offered.map((one) => one.notificationId)).toContain(notificationId)
    expect(offered.map((one) => one.notificationId)).not.toContain(earlier)
    await lead().joinNotification({ ...about(responseId), notificationId })
    expect(await read(responseId)).toMatchObject({
      state: 'started',
      notificationId,
      triggers: ['sudden-no-apparent-cause'],
      diedOn: '2026-03-01',
    })
    expect(await read(own)).toMatchObject({ state: 'joined', joinedTo: responseId })
    given.mail.sent.length = 0
    given.clock.set('2026-03-02T11:00:00.000Z')
    await doWhatIsDue(given.parts)
    expect(JSON.stringify(given.mail.sent)).not.toContain(own)
    await expect(lead().recordChildLived({ ...about(responseId), version: 2 })).rejects.toThrow(
      'response-decided',
    )
  })

  test('a death of a case withheld from whoever looks is neither offered nor joined', async () => {
    const { responseId } = await begin()
    const death = { dateOfDeath: '2026-03-01' }
    const notificationId = await given.submit({ child: { nhsNumber: '9990000050' }, death })
    const { caseId } = await given.accept(notificationId)
    const offered = async (withheld: CaseId[] | null) => {
      const found = await lead().candidates({ areaId: given.mine.areaId, responseId, withheld })
      return found.some((one) => one.notificationId === notificationId)
    }
    expect([await offered([]), await offered([caseId]), await offered(null)]).toEqual([true, false, false])
    await expect(
      lead().joinNotification({ ...about(responseId), notificationId, withheld: [caseId] }),
    ).rejects.toThrow('not-found')
    await lead().joinNotification({ ...about(responseId), notificationId, withheld: [] })
  })

  test('two responses are not joined to one notification, and none to one of another area', async () => {
    const { responseId } = await begin()
    const { responseId: second } = await begin()
    const notificationId = await given.submit()
    await lead().joinNotification({ ...about(responseId), notificationId })
    await expect(lead().joinNotification({ ...about(second), notificationId })).rejects.toThrow(
      'response-decided',
    )
    const theirs = await given.submit({}, given.stranger)
    await expect(lead().joinNotification({ ...about(second), notificationId: theirs })).rejects.toThrow(
      'not-found',
    )
  })
})

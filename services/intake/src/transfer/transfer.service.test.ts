import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  type AreaId,
  type CaseId,
  ConfirmedBy,
  type NotificationId,
  PlainDate,
  ResponseId,
  type TransferId,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parts } from '../parts.ts'
import { aKey, type GivenIntake, givenArea, givenIntake } from '../testing.ts'
import { carryDueTransfers, carryTransfer } from './carry-transfer.ts'
import { carriedTables } from './record-rows.ts'

let intake: GivenIntake
const third = givenArea('KEN', 'E10000016')
const bystander = givenPerson(['coordinator'], third.areaId)
const PLAN = 'What the review learns is shared at the joint learning day in June'

beforeAll(async () => {
  intake = await givenIntake()
  await intake.hear(third)
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })
const mine = () => intake.as(intake.coordinator)
const theirs = () => intake.as(intake.stranger)
const here = () => ({ areaId: intake.mine.areaId })
const there = () => ({ areaId: intake.theirs.areaId })

let born = 0
/** A child who lived in the other area and died here; each with a number and a day of birth of their own. */
async function notified(changes: object = {}): Promise<NotificationId> {
  born += 1
  const nhsNumber = numbers[born - 1]
  const dateOfBirth = `2017-${String((born % 12) + 1).padStart(2, '0')}-11`
  return intake.submit({
    child: { nhsNumber, familyName: names[born - 1], dateOfBirth },
    death: { jarTriggers: undefined, expectedness: 'expected' },
    residence: 'E08000032',
    ...changes,
  })
}
const names = (
  'Aberwyn Brackenthorpe Calloway Dunmarrow Eskdale Fenwright Garrowby Hollinshade Inchbald Jessamy Kirkbright ' +
  'Lowthian Marchbank Nethercott Oakhanger Pellowby Quenington Rushbrooke Sallowfield Thornaby Ulverscroft'
).split(' ')
const numbers = (
  '9990000018 9990000026 9990000034 9990000042 9990000050 9990000069 9990000077 9990000085 9990000093 9990000107 9990000115 ' +
  '9990000123 9990000131 9990000158 9990000166 9990000174 9990000182 9990000190 9990000204 9990000212 9990000220'
).split(' ')

const request = (notificationId: NotificationId, changes: object = {}) => ({
  ...here(),
  notificationId,
  key: aKey(),
  version: 1,
  toAreaId: intake.theirs.areaId,
  reason: 'residence' as const,
  plan: PLAN,
  ...changes,
})

/** The service's watch looks at what is due, as it does every second. */
const carry = () => carryDueTransfers(intake.parts)

async function asked(): Promise<{ notificationId: NotificationId; transferId: TransferId }> {
  const notificationId = await notified()
  const { transferId } = await mine().transfer.request(request(notificationId))
  await carry()
  return { notificationId, transferId }
}

const answering = (transferId: TransferId, changes: object = {}) => ({
  transferId,
  key: aKey(),
  version: 1,
  ...changes,
})
const accept = (transferId: TransferId) => theirs().transfer.accept({ ...there(), ...answering(transferId) })
const stateIn = async (actor: Actor, areaId: typeof third.areaId, transferId: TransferId) =>
  (await intake.as(actor).transfer.read({ areaId, transferId })).state
const states = async (transferId: TransferId) => [
  await stateIn(intake.coordinator, intake.mine.areaId, transferId),
  await stateIn(intake.stranger, intake.theirs.areaId, transferId),
]

async function confirmed(notificationId: NotificationId): Promise<void> {
  const said = {
    by: ConfirmedBy.parse('hospital-doctor'),
    name: 'Verity Sallowfield',
    organisation: 'Invented Infirmary',
    on: PlainDate.parse('2026-02-28'),
    time: null,
  }
  await mine().confirmation.record({
    ...here(),
    notificationId,
    key: aKey(),
    version: 0,
    death: said,
    identity: said,
  })
}

describe('a request to another area', () => {
  test('tells it what it decides by, and nothing of who the child was', async () => {
    const { notificationId, transferId } = await asked()
    const shown = await theirs().transfer.read({ ...there(), transferId })
    expect(shown).toMatchObject({
      side: 'asked',
      otherAreaId: intake.mine.areaId,
      otherAreaName: 'Invented Area',
      state: 'requested',
      reason: 'residence',
      ageBand: '5-9y',
      diedIn: '2026-02',
      localAuthority: 'E08000032',
      placeOfDeath: 'home',
      plan: PLAN,
      stub: null,
    })
    await expect(theirs().notification.read({ ...there(), notificationId })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    const stored = await intake.test.look`
      select to_jsonb(t)::text as row from intake.transfers t where id = ${transferId}`
    for (const { row } of stored) {
      expect(String(row)).not.toMatch(/Aberwyn|Brackenthorpe|9990000|2017-|learning day/)
    }
  })

  test('is seen by nobody else: to a third area it does not exist, and it decides nothing', async () => {
    const { transferId } = await asked()
    const away = intake.as(bystander).transfer
    expect((await away.list({ areaId: third.areaId, view: 'open' })).rows).toEqual([])
    const reading = { areaId: third.areaId, transferId }
    await expect(away.read(reading)).rejects.toMatchObject(refusedAs('not-found'))
    await expect(away.accept({ ...reading, key: aKey(), version: 1 })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    // Nor does either of the two do what is the other's to do.
    await expect(mine().transfer.accept({ ...here(), ...answering(transferId) })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    await expect(theirs().transfer.recall({ ...there(), ...answering(transferId) })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
  })

  test('is made once by a second click, and not again while it is open; nothing is decided meanwhile', async () => {
    const notificationId = await notified()
    const sent = request(notificationId)
    const first = await mine().transfer.request(sent)
    expect(await mine().transfer.request(sent)).toEqual(first)
    const again = mine().transfer.request(request(notificationId))
    await expect(again).rejects.toMatchObject(refusedAs('transfer-open'))
    const decision = { ...here(), notificationId, key: aKey(), version: 1 }
    await expect(mine().notification.declareOutOfScope(decision)).rejects.toMatchObject(
      refusedAs('transfer-open'),
    )
    expect((await mine().notification.read({ ...here(), notificationId })).transfer).toMatchObject({
      transferId: first.transferId,
      state: 'requested',
    })
  })

  test('is refused for an area there is not, a plan that names the child, and an older version', async () => {
    const notificationId = await notified()
    for (const [changes, message] of [
      [{ toAreaId: aKey() }, 'invalid-answers'],
      [{ toAreaId: intake.mine.areaId }, 'invalid-answers'],
      [{ plan: `We tell the school of ${names[born - 1]} first` }, 'identifiers-in-plan'],
      [{ version: 2 }, 'stale'],
    ] as const) {
      await expect(mine().transfer.request(request(notificationId, changes))).rejects.toMatchObject(
        refusedAs(message),
      )
    }
    const lead = intake.as(givenPerson(['response-lead'], intake.mine.areaId)).transfer
    await expect(lead.request(request(notificationId))).rejects.toMatchObject(refusedAs('forbidden'))
  })

  test('waits until it is decided whether a joint agency response starts', async () => {
    const notificationId = await notified({ death: { jarTriggers: ['sudden-no-apparent-cause'] } })
    await expect(mine().transfer.request(request(notificationId))).rejects.toMatchObject(
      refusedAs('response-undecided'),
    )
  })

  test('names every other area by its name and authorities, and never one’s own', async () => {
    const areas = await mine().transfer.areas(here())
    expect(areas.map(({ code }) => code).toSorted()).toEqual(['BFD', 'KEN'])
    expect(areas[0]).toEqual({
      areaId: expect.any(String),
      code: expect.any(String),
      name: 'Invented Area',
      authorities: expect.any(Array),
    })
  })
})

describe('a record that is accepted', () => {
  test('is the other area’s with its ids, dates, answers and confirmation, and in scope there', async () => {
    const notificationId = await notified()
    await confirmed(notificationId)
    const before = await mine().notification.read({ ...here(), notificationId })
    const { transferId } = await mine().transfer.request(request(notificationId, { reason: 'main-services' }))
    await carry()
    const answer = { ...there(), ...answering(transferId) }
    expect(await theirs().transfer.accept(answer)).toEqual({ transferId })
    expect(await theirs().transfer.accept(answer)).toEqual({ transferId })
    await carry()
    expect(await states(transferId)).toEqual(['completed', 'completed'])
    const after = await theirs().notification.read({ ...there(), notificationId })
    expect(after).toMatchObject({
      notificationId,
      state: 'received',
      receivedOn: before.receivedOn,
      sections: before.sections,
      confirmed: true,
      scope: { outcome: 'in' },
    })
    const [names_] = (await theirs().confirmation.read({ ...there(), notificationId })).entries
    expect(names_?.names?.death.name).toBe('Verity Sallowfield')
    const taken = await theirs().notification.accept({ ...there(), notificationId, key: aKey(), version: 1 })
    expect(taken.caseReference).toMatch(/^BFD-/)
    const [event] = await intake.test.look`
      select payload from intake.events where subject = ${taken.caseId} and type = 'notification.accepted.v1'`
    expect(event?.['payload']).toMatchObject({ receivedOn: before.receivedOn, localAuthority: 'E08000032' })
  })

  test('is in scope where the areas agreed so, though the child lived elsewhere', async () => {
    const notificationId = await notified({ residence: 'E10000099' })
    const { transferId } = await mine().transfer.request(request(notificationId, { reason: 'main-services' }))
    await carry()
    await accept(transferId)
    await carry()
    const { scope } = await theirs().notification.read({ ...there(), notificationId })
    expect(scope).toMatchObject({ outcome: 'in', ruleId: 'R8' })
  })

  test('leaves a stub nobody reads a child from, finds, matches or changes, also by the database itself', async () => {
    const { notificationId, transferId } = await asked()
    await accept(transferId)
    await carry()
    const { stub } = await mine().transfer.read({ ...here(), transferId })
    expect(stub).toMatchObject({ receivedOn: '2026-03-02', diedOn: '2026-02-27' })
    const reading = { ...here(), notificationId }
    for (const left of [
      () => mine().notification.read(reading),
      () => mine().notification.answers(reading),
      () => mine().confirmation.read(reading),
      () => mine().notification.declareOutOfScope({ ...reading, key: aKey(), version: 2 }),
    ]) {
      await expect(left()).rejects.toMatchObject(refusedAs('not-found'))
    }
    const { rows } = await mine().notification.list({ ...here(), view: 'transferred', page: 1, withheld: [] })
    expect(rows.map((row) => row.notificationId)).toContain(notificationId)
    const { areaId } = intake.mine
    const counts = await intake.test.look`
      select (select count(*) from intake.data_keys where area_id = ${areaId} and subject = ${notificationId}) as keys,
        (select count(*) from intake.match_people where area_id = ${areaId} and notification_id = ${notificationId}) as people,
        (select count(*) from intake.match_keys where notification_id = ${notificationId} and area_id = ${areaId}) as here,
        (select count(*) from intake.match_keys where notification_id = ${notificationId} and area_id <> ${areaId}) > 0 as there`
    expect(counts).toEqual([{ keys: 0, people: 0, here: 0, there: true }])
    await expect(
      intake.parts.database.transaction(
        intake.coordinator,
        (tx) => tx`update intake.notifications set died_on = '2026-02-01' where id = ${notificationId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
    await expect(
      intake.parts.database.transaction(
        intake.coordinator,
        (tx) => tx`update intake.transfers set state = 'requested' where id = ${transferId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('is matched once: notified again, the record is found where it is and nowhere else', async () => {
    const { notificationId, transferId } = await asked()
    await accept(transferId)
    await carry()
    const again = await intake.submit(
      {
        child: {
          nhsNumber: numbers[born - 1],
          familyName: names[born - 1],
          dateOfBirth: `2017-${String((born % 12) + 1).padStart(2, '0')}-11`,
        },
        death: { jarTriggers: undefined, expectedness: 'expected' },
        residence: 'E08000032',
      },
      intake.stranger,
    )
    const found = await intake.test.look`
      select area_id, candidate_area_id from intake.duplicate_reviews
      where ${again} in (notification_id, candidate_notification_id)
        and ${notificationId} in (notification_id, candidate_notification_id)`
    expect(found).toEqual([{ areaId: intake.theirs.areaId, candidateAreaId: intake.theirs.areaId }])
  })

  test('can be handed back: the stub is filled again, with what was decided in between', async () => {
    const { notificationId, transferId } = await asked()
    const before = await mine().notification.read({ ...here(), notificationId })
    await accept(transferId)
    await carry()
    const back = await theirs().transfer.request({
      ...request(notificationId),
      ...there(),
      toAreaId: intake.mine.areaId,
      reason: 'main-services',
    })
    await carry()
    await mine().transfer.accept({ ...here(), ...answering(back.transferId) })
    await carry()
    const after = await mine().notification.read({ ...here(), notificationId })
    expect(after.sections).toEqual(before.sections)
    expect(after.scope.outcome).toBe('in')
    await expect(theirs().notification.read({ ...there(), notificationId })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
  })
})

describe('a case', () => {
  async function openedCase() {
    const notificationId = await notified({ residence: 'E08000035' })
    await confirmed(notificationId)
    await intake.settle(notificationId)
    const accepted = await intake.accept(notificationId)
    const pass = await intake.pass(intake.coordinator, [accepted.caseId])
    const asking = {
      ...here(),
      caseId: accepted.caseId,
      pass,
      toAreaId: intake.theirs.areaId,
      reason: 'main-services' as const,
      plan: PLAN,
    }
    return { ...accepted, notificationId, asking }
  }
  const eventsOf = (caseId: CaseId) => intake.test.look<{ areaId: AreaId; type: string }[]>`
    select area_id, type from intake.events where subject = ${caseId} order by recorded_at, area_id, version`

  test('is handed over with its id and reference, its child, and the dates it was received and accepted', async () => {
    const { caseId, caseReference, asking } = await openedCase()
    const { pass: _, ...unpassed } = asking
    await expect(
      mine().transfer.requestCase({ ...unpassed, pass: 'nothing', key: aKey() }),
    ).rejects.toMatchObject(refusedAs('not-found'))
    const { transferId } = await mine().transfer.requestCase({ ...asking, key: aKey() })
    await carry()
    expect(await theirs().transfer.read({ ...there(), transferId })).toMatchObject({ caseReference, caseId })
    await accept(transferId)
    await carry()
    expect(await states(transferId)).toEqual(['completed', 'completed'])
    const reading = { caseIds: [caseId] }
    const read = async (as: typeof intake.coordinator, areaId: AreaId) =>
      intake.as(as).identity.read({ ...reading, areaId, pass: await intake.pass(as, [caseId]) })
    await expect(read(intake.coordinator, intake.mine.areaId)).rejects.toMatchObject(refusedAs('not-found'))
    expect(await read(intake.stranger, intake.theirs.areaId)).toMatchObject([{ familyName: names[born - 1] }])
    const kept = await intake.test.look`
      select area_id, reference, accepted_at from intake.cases where case_id = ${caseId} order by area_id`
    expect(new Set(kept.map(({ reference }) => String(reference)))).toEqual(new Set([caseReference]))
    expect(new Set(kept.map(({ acceptedAt }) => String(acceptedAt))).size).toBe(1)
    expect(await mine().transfer.ofCase({ ...here(), caseId })).toEqual({ transferId, state: 'completed' })
    const told = await eventsOf(caseId)
    expect(told.filter(({ areaId }) => areaId === intake.mine.areaId).map(({ type }) => type)).toEqual([
      'notification.accepted.v1',
      'identity-and-death.confirmed.v1',
      'case.offered.v1',
      'case.transferred.v1',
    ])
    expect(told.filter(({ areaId }) => areaId === intake.theirs.areaId).map(({ type }) => type)).toEqual([
      'notification.accepted.v1',
      'identity-and-death.confirmed.v1',
    ])
    const payloads = await intake.test.look`
      select payload - 'completeness' - 'takenOver' - 'acceptedBy' as payload, payload -> 'takenOver' as taken_over from intake.events
      where subject = ${caseId} and type = 'notification.accepted.v1' order by recorded_at`
    expect(payloads[0]?.['payload']).toEqual(payloads[1]?.['payload'])
    const takenOver = { transferId, fromAreaId: intake.mine.areaId }
    expect(payloads.map((row) => row['takenOver'])).toEqual([null, takenOver])
  })

  test('goes on where it is when the other area declines, and nothing of it can be merged meanwhile', async () => {
    const { caseId, asking } = await openedCase()
    const { transferId } = await mine().transfer.requestCase({ ...asking, key: aKey() })
    await carry()
    await theirs().transfer.decline({ ...there(), ...answering(transferId), reason: 'agreed-otherwise' })
    await carry()
    expect((await eventsOf(caseId)).map(({ type }) => type).at(-1)).toBe('case.offer-ended.v1')
    const again = await mine().transfer.requestCase({ ...asking, key: aKey() })
    await mine().transfer.recall({ ...here(), ...answering(again.transferId) })
    expect(
      (await eventsOf(caseId)).map(({ type }) => type).filter((type) => type === 'case.offer-ended.v1'),
    ).toHaveLength(2)
  })

  test('can be handed back whole', async () => {
    const { caseId, asking } = await openedCase()
    const { transferId } = await mine().transfer.requestCase({ ...asking, key: aKey() })
    await carry()
    await accept(transferId)
    await carry()
    const pass = await intake.pass(intake.stranger, [caseId])
    const back = { ...asking, ...there(), pass, toAreaId: intake.mine.areaId, key: aKey() }
    const returned = await theirs().transfer.requestCase(back)
    await carry()
    await mine().transfer.accept({ ...here(), ...answering(returned.transferId) })
    await carry()
    const again = await mine().identity.read({
      ...here(),
      caseIds: [caseId],
      pass: await intake.pass(intake.coordinator, [caseId]),
    })
    expect(again).toMatchObject([{ familyName: names[born - 1] }])
  })
})

describe('what is known of a record that is handed over', () => {
  test('goes along: that another record is of a different child, and the response to the death', async () => {
    const [one, other] = [await notified(), await notified()]
    const { areaId } = intake.mine
    await intake.test.look`
      insert into intake.duplicate_reviews (area_id, id, notification_id, candidate_area_id, candidate_notification_id,
        probability, reasons, state, proposed_at)
      values (${areaId}, ${aKey()}, ${other}, ${areaId}, ${one}, 0.4, '[]', 'open', '2026-03-02')
      on conflict do nothing`
    await intake.settle(one)
    const responseId = ResponseId.parse(aKey())
    await intake.test.look`
      insert into intake.responses (area_id, response_id, state, version, began, notification_id, triggers, opened_at,
        nobody_on_call)
      values (${areaId}, ${responseId}, 'started', 2, 'notification', ${one}, '{external-cause}', '2026-03-02', false)`
    await intake.test.look`
      insert into intake.response_decisions (area_id, response_id, number, decision, decided_at, recorded_at, recorded_by)
      values (${areaId}, ${responseId}, 1, 'start', '2026-03-02', '2026-03-02', ${aKey()})`
    const { transferId } = await mine().transfer.request(request(one))
    await carry()
    await accept(transferId)
    await carry()
    const pairs = await intake.test.look`
      select area_id, notification_id, candidate_area_id, candidate_notification_id, state, probability, reasons
      from intake.duplicate_reviews
      where ${one} in (notification_id, candidate_notification_id)
        and ${other} in (notification_id, candidate_notification_id)`
    const unsaid = { state: 'different', probability: null, reasons: [] }
    expect(pairs).toHaveLength(2)
    expect(pairs).toEqual(
      expect.arrayContaining([
        {
          areaId,
          notificationId: other,
          candidateAreaId: there().areaId,
          candidateNotificationId: one,
          ...unsaid,
        },
        {
          ...there(),
          notificationId: one,
          candidateAreaId: areaId,
          candidateNotificationId: other,
          ...unsaid,
        },
      ]),
    )
    const lead = (of: typeof areaId) => intake.as(givenPerson(['response-lead'], of)).response
    expect(await lead(areaId).identify({ areaId, responseId })).toEqual({ sections: [], begun: null })
    const followed = await lead(there().areaId).identify({ ...there(), responseId })
    expect(followed.sections.length).toBeGreaterThan(0)
    const { decisions } = await lead(there().areaId).read({ ...there(), responseId })
    expect(decisions).toHaveLength(1)
  })
})

describe('a request that comes to nothing', () => {
  test.each(['declined', 'recalled'] as const)('%s, leaves everything as it was', async (end) => {
    const { notificationId, transferId } = await asked()
    const before = await mine().notification.read({ ...here(), notificationId })
    if (end === 'declined') {
      const reason = 'services-were-elsewhere' as const
      await theirs().transfer.decline({ ...there(), ...answering(transferId), reason })
    } else await mine().transfer.recall({ ...here(), ...answering(transferId) })
    await carry()
    expect(await states(transferId)).toEqual([end, end])
    const after = await mine().notification.read({ ...here(), notificationId })
    expect({ ...after, transfer: null }).toEqual({ ...before, transfer: null })
    await expect(accept(transferId)).rejects.toMatchObject(refusedAs('transfer-answered'))
    await mine().transfer.request(request(notificationId))
  })

  test('recalled and accepted at the same moment, whichever came first holds in both areas', async () => {
    const { notificationId, transferId } = await asked()
    await Promise.all([mine().transfer.recall({ ...here(), ...answering(transferId) }), accept(transferId)])
    await Promise.all([carry(), carry()])
    await carry()
    expect(await states(transferId)).toEqual(['recalled', 'recalled'])
    expect((await mine().notification.read({ ...here(), notificationId })).state).toBe('received')
    await expect(theirs().notification.read({ ...there(), notificationId })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
  })

  test('is recalled by itself when the report turns out to be wrong', async () => {
    const { notificationId, transferId } = await asked()
    await mine().notification.reportInError({
      ...here(),
      notificationId,
      key: aKey(),
      version: 1,
      reason: 'child-is-alive',
      nationalDatabaseTold: false,
      confirmedTwice: true,
    })
    await carry()
    expect(await states(transferId)).toEqual(['recalled', 'recalled'])
  })
})

describe('a handover that is cut off', () => {
  /** Parts whose database fails at one transaction: as a process that dies there. */
  function dyingAt(at: number): Parts {
    let begun = 0
    const { database } = intake.parts
    return {
      ...intake.parts,
      database: {
        ...database,
        async transaction(actor, work) {
          begun += 1
          if (begun === at) throw new Error('the process died')
          return database.transaction(actor, work)
        },
      },
    }
  }

  test('is taken up again wherever that was: the record is in one area, whole, and left once', async () => {
    const { notificationId, transferId } = await asked()
    await accept(transferId)
    const carried = { transferId, askingAreaId: intake.mine.areaId, askedAreaId: intake.theirs.areaId }
    let cuts = 0
    for (let at = 1; at < 30; at += 1) {
      // Each attempt gets one transaction further than the one before.
      const done = await carryTransfer(dyingAt(at), carried).then(
        () => true,
        () => false,
      )
      if (done) break
      cuts += 1
      const readable = await Promise.allSettled([
        mine().notification.read({ ...here(), notificationId }),
        theirs().notification.read({ ...there(), notificationId }),
      ])
      expect(readable.some(({ status }) => status === 'fulfilled')).toBe(true)
    }
    expect(cuts).toBeGreaterThan(3)
    expect(await states(transferId)).toEqual(['completed', 'completed'])
    const events = await intake.test.look`
      select area_id from intake.events where subject = ${notificationId} and type = 'notification.received.v1'`
    expect(events).toHaveLength(2)
    const asking = await intake.test.look`
      select area_id from intake.events where subject = ${transferId} and type = 'transfer.asked.v1'`
    expect(asking).toEqual([{ areaId: intake.theirs.areaId }])
  })
})

test('every table that knows a notification is carried over, made anew, or stays on purpose', async () => {
  const rows = await intake.test.look<{ table: string }[]>`
    select distinct c.table_name as "table" from information_schema.columns c
    where c.table_schema = 'intake' and c.column_name in ('notification_id', 'response_id')
    order by 1`
  const decided = new Set<string>([
    ...carriedTables,
    // Carried with their keys or their own rule.
    'response_keys',
    'duplicate_reviews',
    // Made anew from the answers.
    'match_people',
    'match_keys',
    'search_keys',
    'related_records',
    'related_keys',
    // Of the area where it happened.
    'cases',
    'error_reports',
    'import_rows',
    'notification_drafts',
    'registered_deaths',
    'response_pages',
    'transfers',
  ])
  expect(rows.map(({ table }) => table).filter((table) => !decided.has(table))).toEqual([])
})

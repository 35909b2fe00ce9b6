import {
  type Actor,
  ImportId,
  NotificationDoor,
  NotificationId,
  NotifyingOrganisationId,
  type OrganisationDoor,
  RequestId,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenDraft } from '../notification-draft/testing-drafts.ts'
import { aKey, calling, form, type GivenIntake, givenAnswers, givenIntake, TODAY } from '../testing.ts'
import { exportedFile, runJob, standing, upload } from '../testing-import.ts'

let intake: GivenIntake
let live: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
  const parts = { ...intake.parts, deployment: 'live' as const }
  live = { ...intake, parts, as: (actor) => calling(actor, parts) }
})
afterAll(() => intake.drop())

/** One death, as every door can bring it. */
type Death = { nhsNumber: string; bornOn: string; diedOn: string }
const death: Death = { nhsNumber: '9990000018', bornOn: '2019-07-11', diedOn: '2026-02-27' }

const wireAnswers = ({ nhsNumber, bornOn, diedOn }: Death): Record<string, unknown> => ({
  ...givenAnswers(),
  'child-nhs-number': nhsNumber,
  'child-date-of-birth': bornOn,
  'date-of-death': diedOn,
})

/** What became of a death that was brought: the notification, or null when it was refused. */
type Bring = (at: GivenIntake, brought: Death) => Promise<NotificationId | null>

/** Refused for what was sent: anything else that goes wrong is a fault, not a refusal. */
const REFUSALS = ['invalid-answers', 'dates-out-of-order', 'test-number-in-live']

async function unlessRefused(bringing: Promise<{ notificationId: NotificationId }>) {
  try {
    return (await bringing).notificationId
  } catch (thrown) {
    if (thrown instanceof Error && REFUSALS.includes(thrown.message)) return null
    throw thrown
  }
}

const byOrganisation =
  (door: OrganisationDoor): Bring =>
  ({ as, mine }, brought) => {
    const organisation: Actor = {
      kind: 'organisation',
      organisationId: NotifyingOrganisationId.parse(aKey()),
      door,
      areaId: mine.areaId,
      requestId: RequestId.parse(aKey()),
    }
    const sent = { key: aKey(), formVersion: form.version, answers: wireAnswers(brought) }
    return unlessRefused(as(organisation).notification.send(sent))
  }

const newest = async (door: NotificationDoor) => {
  const rows = await intake.test.look<{ id: string }[]>`
    select id from intake.notifications where door = ${door} order by submitted_at desc, ctid desc limit 1`
  return { notificationId: NotificationId.parse(rows[0]?.id) }
}

const written = (date: string) => date.split('-').reverse().join('/')

/** How the same death is brought through each door there is: a door without a line here does not compile. */
const doors: Record<NotificationDoor, Bring> = {
  coordinator: ({ as, mine, coordinator }, brought) =>
    unlessRefused(
      as(coordinator).notification.submit({
        areaId: mine.areaId,
        key: aKey(),
        formVersion: form.version,
        answers: wireAnswers(brought),
        receivedOn: TODAY,
      }),
    ),
  'public-link': async (at, brought) => {
    const { calls, save } = await givenDraft(at)
    const sending = async () => {
      const { version } = await save(1, wireAnswers(brought))
      await calls.submit({ version })
      return newest('public-link')
    }
    return unlessRefused(sending())
  },
  rest: byOrganisation('rest'),
  fhir: byOrganisation('fhir'),
  'neonatal-surveillance': byOrganisation('neonatal-surveillance'),
  import: async (at, { nhsNumber, bornOn, diedOn }) => {
    const row = {
      'Date of Notification': written(TODAY),
      'NHS Number': nhsNumber,
      'Date of Birth': written(bornOn),
      'Date of Death': written(diedOn),
      Forenames: `Marigold ${aKey()}`,
    }
    const importId = ImportId.parse(await upload(at, await exportedFile([row])))
    await runJob(at, 'check-import', importId)
    const { state } = await standing(at, importId)
    if (state !== 'ready') return null
    await at.as(at.coordinator).import.confirm({ areaId: at.mine.areaId, importId, key: aKey(), rows: 1 })
    await runJob(at, 'receive-import', importId)
    return (await newest('import')).notificationId
  },
}

const asked = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })
const rowOf = async (notificationId: NotificationId) => {
  const [row] = await intake.test.look`
    select door, state, received_on, submitted_at, died_on, age_band, answers, nhs_number_index as number,
      birth_date_and_sex_index as birth
    from intake.notifications where id = ${notificationId}`
  return row
}

/**
 * What happens to every notification, whatever the door. A step of the one path is a line here: whoever adds one to
 * the path adds it here, and every door is held to it.
 */
const steps: Record<string, (id: NotificationId, door: NotificationDoor) => Promise<void>> = {
  'is read by the form in force and sealed': async (id) => {
    const { sections } = await intake.as(intake.coordinator).notification.read(asked(id))
    expect(JSON.stringify(sections)).toContain('Quillfeather')
    expect(String((await rowOf(id))?.['answers'])).not.toContain('Quillfeather')
  },
  'says by which door it came': async (id, door) => {
    expect(await rowOf(id)).toMatchObject({ door, state: 'received' })
  },
  'is found again by the child’s number, and by birth date and sex': async (id) => {
    const row = await rowOf(id)
    const [same] = await intake.test.look`
      select nhs_number_index as number, birth_date_and_sex_index as birth from intake.notifications
      where door = 'coordinator' order by submitted_at, ctid limit 1`
    expect({ number: row?.['number'], birth: row?.['birth'] }).toEqual({
      number: same?.['number'],
      birth: same?.['birth'],
    })
  },
  'is held against everybody known, and found by those who come later': async (id) => {
    const [kept] = await intake.test.look<{ keys: number; people: number }[]>`
      select (select count(*) from intake.match_keys where notification_id = ${id}) as keys,
        (select count(*) from intake.match_people where notification_id = ${id}) as people`
    expect(kept?.people).toBe(1)
    expect(kept?.keys).toBeGreaterThan(3)
  },
  'is held against other children who died, and found by those who come later': async (id) => {
    const [kept] = await intake.test.look<{ keys: number; records: number }[]>`
      select (select count(*) from intake.related_keys where notification_id = ${id}) as keys,
        (select count(*) from intake.related_records where notification_id = ${id}) as records`
    expect(kept?.records).toBe(1)
    expect(kept?.keys).toBeGreaterThan(1)
  },
  'is held against the registered deaths nobody notified yet': async (id) => {
    const rows = await intake.test.look`
      select state, notification_id from intake.registered_deaths where notification_id is not null`
    expect(rows).toEqual([{ state: 'matched', notificationId: id }])
  },
  'has its scope assessed': async (id) => {
    const { scope } = await intake.as(intake.coordinator).notification.read(asked(id))
    expect(scope).toMatchObject({ outcome: 'in', ruleId: 'R5' })
  },
  'starts its clocks: from the time of death or the end of its day, to the receipt': async (id, door) => {
    expect(await rowOf(id)).toMatchObject({ receivedOn: TODAY, diedOn: '2026-02-27', ageBand: '5-9y' })
    const { clocks } = await intake.as(intake.coordinator).notification.read(asked(id))
    // The incumbent's export has a column with the time.
    const clock =
      door === 'import'
        ? { startedAt: '2026-02-27T04:15:00.000Z', dueAt: '2026-03-01T04:15:00.000Z' }
        : { startedAt: '2026-02-28T00:00:00.000Z', dueAt: '2026-03-02T00:00:00.000Z' }
    expect(clocks).toMatchObject({
      knownFrom: door === 'import' ? 'time-of-death' : 'day-of-death',
      received: { ...clock, stoppedAt: intake.parts.clock.now(), late: true },
      national: { ...clock, stoppedAt: null },
    })
  },
  'is put where the queue counts it, by its scope and by what is still to be answered': async (id) => {
    const [row] = await intake.test.look`
      select scope_pending, incomplete from intake.notifications where id = ${id}`
    expect(row).toMatchObject({ scopePending: false, incomplete: false })
  },
  'asks for a joint agency response where a trigger is named': async (id) => {
    const rows = await intake.test.look`select 1 from intake.responses where notification_id = ${id}`
    expect(rows).toHaveLength(1)
  },
  'is audited in its own transaction': async (id) => {
    const rows = await intake.test.look`
      select 1 from intake.audit_entries
      where entry->>'action' = 'notification.submit' and entry->'object'->>'id' = ${id}`
    expect(rows).toHaveLength(1)
  },
  'is told to the other services, once': async (id) => {
    const rows = await intake.test.look<{ type: string }[]>`
      select type from intake.events where subject = ${id}`
    expect(rows.map(({ type }) => type)).toEqual(['notification.received.v1'])
  },
}

/** The notification each door has brought: one serves every step. */
const brought: Partial<Record<NotificationDoor, NotificationId | null>> = {}

/** A register's list with this death on it, as if nobody had notified it before. */
async function registerAnew(): Promise<void> {
  const { areaId } = intake.mine
  const list = `Entry number,Date registered,Date of death,Date of birth,Surname,Forenames,Sex,NHS number,Coroner
LDS/1,01/03/2026,27/02/2026,11/07/2019,Quillfeather,Marigold Anneka,F,999 000 0018,N\n`
  const file = Buffer.from(list).toString('base64')
  await intake.as(intake.coordinator).registration.load({ areaId, key: aKey(), source: 'registrar', file })
  await intake.test.look`
    update intake.registered_deaths
    set state = 'unmatched', notification_id = null, probability = null, reasons = '[]'`
}

describe.each(NotificationDoor.options)('a death brought through the door %s', (door) => {
  beforeAll(registerAnew)

  test.each(Object.keys(steps))('%s', async (step) => {
    brought[door] ??= await doors[door](intake, death)
    expect(brought[door]).not.toBeNull()
    if (brought[door]) await steps[step]?.(brought[door], door)
  })

  test.each([
    ['of tomorrow', { diedOn: '2026-03-03' }],
    ['before the birth', { bornOn: '2026-02-28' }],
    ['of a child not born yet', { bornOn: '2026-04-01' }],
    ['with a wrong check digit', { nhsNumber: '9990000019' }],
    ['with a date that is none', { diedOn: '2026-02-30' }],
  ])('is refused %s, and leaves nothing', async (_, wrong) => {
    const before = await intake.test.look`select 1 from intake.notifications`
    expect(await doors[door](intake, { ...death, ...wrong })).toBeNull()
    expect(await intake.test.look`select 1 from intake.notifications`).toHaveLength(before.length)
  })

  test('is refused with a test number in a live database', async () => {
    expect(await doors[door](live, death)).toBeNull()
  })

  test('is out of scope at 18', async () => {
    const id = await doors[door](intake, { ...death, bornOn: '2008-02-27' })
    expect(id).not.toBeNull()
    if (id === null) return
    const { scope } = await intake.as(intake.coordinator).notification.read(asked(id))
    expect(scope).toMatchObject({ outcome: 'out', ruleId: 'R1' })
  })
})

import { Refusal } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, calling, type GivenIntake, givenAnswers, givenIntake, submissionTo } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const heading =
  'Entry number,Date registered,Date of death,Date of birth,Surname,Forenames,Sex,NHS number,Coroner'
const marigold = 'LDS/1,01/03/2026,27/02/2026,11/07/2019,Quillfeather,Marigold Anneka,F,999 000 0018,N'
const register = (...rows: string[]) => Buffer.from(`${[heading, ...rows].join('\n')}\n`)

const load = (file: Uint8Array, actor = intake.coordinator, areaId = intake.mine.areaId) =>
  intake.as(actor).registration.load({
    areaId,
    key: aKey(),
    source: 'registrar',
    file: Buffer.from(file).toString('base64'),
  })
const reconciled = (reportingYear = '2025-26', actor = intake.coordinator, areaId = intake.mine.areaId) =>
  intake.as(actor).registration.read({ areaId, reportingYear })
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (thrown: unknown) =>
      thrown instanceof Error && thrown.cause instanceof Refusal ? thrown.cause.code : String(thrown),
  )

describe('a register’s list', () => {
  test('finds the child who was notified, and tells who was not', async () => {
    await intake.submit()
    const loaded = await load(
      register(marigold, 'LDS/2,05/03/2026,01/03/2026,02/03/2020,Ashdown,Piet,M,,').subarray(0),
    )
    expect(loaded).toEqual({
      outcome: 'faulty',
      faults: [
        {
          row: 3,
          column: 'Date registered',
          says: 'The date registered is in the future',
          cure: 'Check the dates of this row',
        },
      ],
    })
    expect((await reconciled()).counts.registered).toBe(0)
    const right = register(marigold, 'LDS/2,02/03/2026,01/03/2026,02/03/2020,Ashdown,Piet,M,999 000 0019,Y')
    expect(await load(right)).toEqual({
      outcome: 'loaded',
      deaths: 2,
      knownBefore: 0,
      matched: 1,
      proposed: 0,
      numbersLeftOut: 1,
    })
    const { counts, notNotified, notRegistered } = await reconciled()
    expect(counts).toEqual({ notified: 1, registered: 2, both: 1, notForPanel: 0 })
    expect(notNotified).toMatchObject([
      {
        familyName: 'Ashdown',
        givenNames: 'Piet',
        state: 'unmatched',
        byCoroner: true,
        notificationId: null,
      },
    ])
    expect(notRegistered).toEqual([])
  })

  test('sent twice is recognised, and so is an entry that stood on an earlier one', async () => {
    const once = register(marigold)
    expect(await load(once)).toMatchObject({ outcome: 'loaded', deaths: 1, knownBefore: 1, matched: 0 })
    const file = register(
      'LDS/3,02/03/2026,20/02/2026,01/01/2021,Birdwhistle,Ida,F,,N',
      'LDS/2,02/03/2026,01/03/2026,02/03/2020,Ashdown,Piet,M,,Y',
    )
    expect(await load(file)).toMatchObject({ outcome: 'loaded', deaths: 2, knownBefore: 1 })
    expect(await load(file)).toMatchObject({ outcome: 'loaded-before' })
    expect((await reconciled()).counts.registered).toBe(3)
  })

  test('meets a notification that comes in later', async () => {
    await intake.submit({
      child: {
        familyName: 'Birdwhistle',
        givenNames: 'Ida',
        nhsNumber: '9990000034',
        dateOfBirth: '2021-01-01',
      },
      death: { dateOfDeath: '2026-02-20' },
    })
    const { counts, notNotified } = await reconciled()
    expect(counts).toMatchObject({ notified: 2, both: 2 })
    expect(notNotified.map(({ familyName }) => familyName)).toEqual(['Ashdown'])
  })

  test('leaves a twin to a person to tell, and remembers what the person said', async () => {
    await load(register('LDS/4,02/03/2026,27/02/2026,11/07/2019,Quillfeather,Clementine,F,,N'))
    const before = (await reconciled()).notNotified.find(({ givenNames }) => givenNames === 'Clementine')
    expect(before).toMatchObject({ state: 'proposed' })
    expect(before?.probability).toBeGreaterThan(0.02)
    expect(before?.reasons).toEqual(expect.arrayContaining(['same-birth-date', 'different-given-name']))
    if (before === undefined) throw new Error('the twin is not there')
    const said = {
      areaId: intake.mine.areaId,
      registeredDeathId: before.registeredDeathId,
      version: before.version,
      key: aKey(),
      decision: { is: 'other-child' as const },
    }
    await intake.as(intake.coordinator).registration.decide(said)
    await intake.as(intake.coordinator).registration.decide(said)
    expect(await refusalOf(intake.as(intake.coordinator).registration.decide({ ...said, key: aKey() }))).toBe(
      'stale',
    )
    const after = (await reconciled()).notNotified.find(({ givenNames }) => givenNames === 'Clementine')
    expect(after).toMatchObject({ state: 'unmatched', notificationId: null })
    await intake.submit({
      child: { givenNames: 'Clementine', nhsNumber: '9990000042' },
    })
    expect((await reconciled()).notNotified.map(({ familyName }) => familyName)).toEqual(['Ashdown'])
  })

  test('says of a death notified elsewhere why it is not here, and it is counted no more', async () => {
    const [ashdown] = (await reconciled()).notNotified
    if (ashdown === undefined) throw new Error('nobody waits')
    await intake.as(intake.coordinator).registration.decide({
      areaId: intake.mine.areaId,
      registeredDeathId: ashdown.registeredDeathId,
      version: ashdown.version,
      key: aKey(),
      decision: { is: 'not-for-panel', reason: 'resident-elsewhere' },
    })
    const { counts, notNotified } = await reconciled()
    expect(notNotified).toEqual([])
    expect(counts).toMatchObject({ registered: 3, notForPanel: 1 })
  })

  test('tells a death with a coroner apart from one that is overdue', async () => {
    await intake.submit({
      child: { familyName: 'Stone', givenNames: 'Una', nhsNumber: '9990000050', dateOfBirth: '2015-05-05' },
      death: { dateOfDeath: '2025-06-01', coronerReferral: 'inquest-opened' },
    })
    await intake.submit({
      child: { familyName: 'Reed', givenNames: 'Otto', nhsNumber: '9990000069', dateOfBirth: '2012-05-05' },
      death: { dateOfDeath: '2025-07-01', coronerReferral: 'not-referred' },
    })
    const { notRegistered, estimate } = await reconciled()
    expect(notRegistered.map(({ standing, days }) => [standing, days]).slice(0, 2)).toEqual([
      ['with-coroner', 274],
      ['overdue', 244],
    ])
    expect(estimate).toEqual({ is: 'none', because: 'still-maturing' })
  })

  test('does not exist for another area, nor for a panel member', async () => {
    expect(await refusalOf(load(register(marigold), intake.stranger))).toBe('not-found')
    expect(await refusalOf(reconciled('2025-26', intake.stranger))).toBe('not-found')
    const theirs = await reconciled('2025-26', intake.stranger, intake.theirs.areaId)
    expect(theirs).toMatchObject({ counts: { registered: 0 }, estimate: { because: 'no-list' } })
    const member = { ...intake.coordinator, roles: ['panel-member' as const] }
    expect(await refusalOf(reconciled('2025-26', member))).toBe('forbidden')
  })
})

describe('an estimate of deaths on neither list', () => {
  test('is told once a year has matured, with its interval and its assumption', async () => {
    const days = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
    const born = (day: string) => `2010-03-${day}`
    await load(
      register(
        ...days.map((day) => `OLD/${day},20/07/2023,${day}/07/2023,${born(day)},Fable${day},Ann,F,,N`),
      ),
    )
    expect((await reconciled('2023-24')).estimate).toEqual({ is: 'none', because: 'too-few-on-both' })
    for (const day of days.slice(0, 9)) {
      await intake.submit({
        child: {
          familyName: `Fable${day}`,
          givenNames: 'Ann',
          nhsNumber: undefined,
          noNhsNumberReason: 'not-currently-available',
          dateOfBirth: born(day),
        },
        death: { dateOfDeath: `2023-07-${day}` },
      })
    }
    const { counts, estimate } = await reconciled('2023-24')
    expect(counts).toMatchObject({ notified: 9, registered: 12, both: 9 })
    expect(estimate).toMatchObject({ is: 'told', of: { estimate: 12, seen: 12, interval: { low: 12 } } })
    if (estimate.is === 'told') expect(estimate.of.assumption).toContain('Assumes')
  })
})

describe('a registered death among the notifications', () => {
  test('is found by keyed hashes alone, however far the days of death are apart, for a person to tell', async () => {
    await intake.submit({
      child: {
        familyName: 'Wintersmith',
        givenNames: 'Ottilie',
        nhsNumber: undefined,
        noNhsNumberReason: 'not-currently-available',
        dateOfBirth: '2018-04-09',
      },
      death: { dateOfDeath: '2025-04-11' },
    })
    const list = register('LDS/50,02/05/2025,21/04/2025,09/04/2018,Winter-Smith,Ottilie,F,,N')
    expect(await load(list)).toMatchObject({ matched: 0, proposed: 1 })
    const found = (await reconciled()).notNotified.find(({ entryNumber }) => entryNumber === 'LDS/50')
    expect(found?.reasons).toEqual(expect.arrayContaining(['same-birth-date', 'same-given-name']))
  })

  test('that does not open stops no notification, and is said in the log', async () => {
    await load(register('LDS/51,02/03/2026,21/02/2026,09/04/2017,Yarborough,Ines,F,,N'))
    const { look } = intake.test
    await look`
      update intake.registered_deaths set death = '\\x00'
      where id in (select registered_death_id from intake.registered_death_keys)
        and entry_index = (select entry_index from intake.registered_deaths order by ctid desc limit 1)`
    const failures: string[] = []
    const log = { note: () => undefined, failure: (what: string) => void failures.push(what) }
    const { notificationId } = await calling(intake.coordinator, {
      ...intake.parts,
      log,
    }).notification.submit(
      submissionTo(intake.mine, {
        answers: givenAnswers({
          child: {
            familyName: 'Yarborough',
            givenNames: 'Ines',
            nhsNumber: '9990000301',
            dateOfBirth: '2017-04-09',
          },
          death: { dateOfDeath: '2026-02-21' },
        }),
      }),
    )
    expect(notificationId).toBeTruthy()
    expect(failures).toEqual(['an entry of a register did not open, and was not held against a notification'])
    await look`delete from intake.registered_death_keys where registered_death_id in (
      select id from intake.registered_deaths where length(death) = 1)`
    await look`delete from intake.registered_deaths where length(death) = 1`
  })
})

test('what a register says is sealed: no name stands in any row', async () => {
  const rows = await intake.test.look`select * from intake.registered_deaths`
  expect(rows.length).toBeGreaterThan(3)
  expect(Buffer.from(JSON.stringify(rows)).includes('Quillfeather')).toBe(false)
  const sealed = rows.map(({ death }) => Buffer.from(death).toString('latin1')).join()
  expect(sealed).not.toContain('Quillfeather')
})

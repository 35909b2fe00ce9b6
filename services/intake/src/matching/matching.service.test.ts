import { connect, type Db } from '@cdop/database'
import { plansOf } from '@cdop/database/testing'
import type { AreaId, NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveNotification } from '../notification/receive-notification.ts'
import {
  calling,
  form,
  type GivenIntake,
  givenAnswers,
  givenIntake,
  submissionTo,
  TODAY,
} from '../testing.ts'
import { putQuestion } from './ask-other-area.ts'
import { findByName, findByNhsNumber } from './find-people.ts'
import { lookAgain } from './look-again.ts'
import { lockKeys } from './match-store.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

type Review = {
  areaId: AreaId
  notificationId: string
  candidateAreaId: AreaId
  candidateNotificationId: string
  probability: number | null
  reasons: string[]
  state: string
}
const reviewsOf = (id: NotificationId, areaId: AreaId = intake.mine.areaId) =>
  intake.test.look<Review[]>`
    select area_id, notification_id, candidate_area_id, candidate_notification_id, probability, reasons, state
    from intake.duplicate_reviews
    where area_id = ${areaId} and ${id}::uuid in (notification_id, candidate_notification_id)`

const FAMILIES =
  'Ashdown Barraclough Chaudhry Dunmore Fairweather Gillespie Hussain Ivanova Kowalczyk Mensah'.split(' ')
const GIVEN = 'Aisha Bethan Callum Dylan Farah Imogen Jakub Leila Oscar Priya'.split(' ')
/** A child like nobody else in these tests. */
let born = 0
const numberless = { noNhsNumberReason: 'not-currently-available' }
const someChild = (changes: object = {}) => {
  born += 1
  const number = 'nhsNumber' in changes ? {} : numberless
  return {
    ...number,
    familyName: FAMILIES[born % FAMILIES.length],
    givenNames: GIVEN[born % GIVEN.length],
    nhsNumber: undefined,
    dateOfBirth: `201${born % 9}-0${1 + (born % 8)}-1${born % 9}`,
    address: `${born} Somewhere Row`,
    postcode: `LS${born} 1AA`,
    ...changes,
  }
}

const amend = (notificationId: NotificationId, child: object) =>
  intake.as(intake.coordinator).notification.amend({
    areaId: intake.mine.areaId,
    notificationId,
    key: crypto.randomUUID(),
    version: 1,
    formVersion: form.version,
    answers: givenAnswers({ child }),
  })

/** Waits for nothing: does what waits to be done. */
async function runJobs(
  name: string,
  job: (parts: typeof intake.parts, payload: unknown) => Promise<void>,
): Promise<void> {
  const jobs = await intake.test.look<{ payload: unknown }[]>`
    select payload from intake_jobs._private_jobs j join intake_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = ${name}`
  for (const { payload } of jobs) await job(intake.parts, payload)
}
const putQuestions = () => runJobs('ask-other-area', putQuestion)

describe('a notification of a child who is known already', () => {
  test('is proposed for review, with a probability and codes of why, and no value', async () => {
    const child = someChild({ nhsNumber: '9990000204' })
    const first = await intake.submit({ child })
    const second = await intake.submit({
      child: { ...child, familyName: `${child.familyName}e`, nhsNumber: undefined, ...numberless },
    })
    const [review, ...more] = await reviewsOf(second)
    expect(more).toEqual([])
    expect(review).toMatchObject({
      notificationId: second,
      candidateAreaId: intake.mine.areaId,
      candidateNotificationId: first,
      state: 'open',
    })
    expect(review?.probability).toBeGreaterThan(0.9)
    expect(review?.reasons).toEqual(
      expect.arrayContaining(['same-birth-date', 'similar-family-name', 'same-given-name']),
    )
    expect(review?.reasons.every((reason) => /^[a-z-]+$/.test(reason))).toBe(true)
  })

  test('is found also where the one before has become a case', async () => {
    const child = someChild()
    const first = await intake.submit({ child })
    await intake.accept(first)
    expect(await reviewsOf(await intake.submit({ child }))).toHaveLength(1)
  })

  test('is found when both come at the same moment', async () => {
    const child = someChild()
    const [one, other] = await Promise.all([intake.submit({ child }), intake.submit({ child })])
    const found = [...(await reviewsOf(one)), ...(await reviewsOf(other))]
    expect(new Set(found.map(({ notificationId }) => notificationId)).size).toBe(1)
  })

  test('is not proposed again once somebody decided, also not after its answers were changed', async () => {
    const child = someChild()
    const first = await intake.submit({ child })
    const second = await intake.submit({ child })
    await intake.test.look`
      update intake.duplicate_reviews
      set state = 'different', decided_at = '2026-03-02', decided_by = gen_random_uuid()
      where notification_id = ${second}`
    await amend(first, { ...child, address: '1 Another Row' })
    expect(await reviewsOf(first)).toMatchObject([{ notificationId: second, state: 'different' }])
  })

  test('is found by what it says once it was corrected, and no longer by what it said', async () => {
    const [wrong, right] = [someChild(), someChild()]
    const known = await intake.submit({ child: right })
    const corrected = await intake.submit({ child: wrong })
    expect(await reviewsOf(corrected)).toEqual([])
    await amend(corrected, right)
    expect(await reviewsOf(corrected)).toMatchObject([{ candidateNotificationId: known }])
    expect(await reviewsOf(await intake.submit({ child: wrong }))).toEqual([])
  })
})

describe('babies of one birth', () => {
  const birth = {
    dateOfBirth: '2026-02-27',
    bornAlive: 'yes',
    multipleBirth: 'twins',
    birthWeightGrams: 1810,
  }

  test('with numbers of their own and places in the order of birth are not proposed, a repeat of one is', async () => {
    const child = someChild({ ...birth, nhsNumber: '9990000212' })
    const first = { ...child, givenNames: 'Twin One', birthOrder: 1 }
    const second = {
      ...child,
      givenNames: 'Twin Two',
      nhsNumber: '9990000220',
      birthOrder: 2,
      birthWeightGrams: 1640,
    }
    const [one, other] = [await intake.submit({ child: first }), await intake.submit({ child: second })]
    expect(await reviewsOf(one)).toEqual([])
    const again = await intake.submit({ child: { ...second, givenNames: 'Marguerite' } })
    expect(await reviewsOf(again)).toMatchObject([{ candidateNotificationId: other }])
  })
})

describe('a child known in another area', () => {
  test('is a question to both coordinators, which says only that there is one', async () => {
    const child = someChild({ nhsNumber: '9990000239' })
    const theirs = await intake.submit({ child, residence: 'E08000032' }, intake.stranger)
    const mine = await intake.submit({ child })
    const bare = { probability: null, reasons: [], state: 'open' }
    expect(await reviewsOf(mine)).toEqual([
      {
        areaId: intake.mine.areaId,
        notificationId: mine,
        candidateAreaId: intake.theirs.areaId,
        candidateNotificationId: theirs,
        ...bare,
      },
    ])
    await putQuestions()
    await putQuestions()
    expect(await reviewsOf(theirs, intake.theirs.areaId)).toEqual([
      {
        areaId: intake.theirs.areaId,
        notificationId: theirs,
        candidateAreaId: intake.mine.areaId,
        candidateNotificationId: mine,
        ...bare,
      },
    ])
  })
})

describe('the one door across areas', () => {
  const throughDoor = (areas: 'stranger' | 'coordinator', keys: readonly string[]) =>
    intake.test.database.transaction(
      intake[areas],
      (tx) => tx`select * from intake.match_candidates(${[...keys]}::bigint[])`,
    )

  test('gives ids and ciphertext of at most 50 to whoever knows the hashes, and nothing else is to be seen', async () => {
    const id = await intake.submit({ child: someChild() })
    const keys = await intake.test.look<{ key: string }[]>`
      select key::text from intake.match_keys where notification_id = ${id}`
    const found = await throughDoor(
      'stranger',
      keys.map(({ key }) => key),
    )
    expect(found).toHaveLength(1)
    expect(Object.keys(found[0] ?? {})).toEqual(['areaId', 'notificationId', 'caseId', 'person', 'wrapped'])
    const direct = await intake.test.database.transaction(
      intake.stranger,
      (tx) => tx`select 1 from intake.match_keys where notification_id = ${id}`,
    )
    expect(direct).toEqual([])
    await intake.test.look`
      with copies as (
        insert into intake.notifications
        select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid()))).*
        from intake.notifications n, generate_series(1, 60) where n.id = ${id}
        returning area_id, id
      ), people as (
        insert into intake.match_people select area_id, id, '' from copies
      ), kept as (
        insert into intake.data_keys select area_id, id, '' from copies
      )
      insert into intake.match_keys select area_id, id, 77 from copies`
    expect(await throughDoor('stranger', ['77'])).toHaveLength(50)
    await intake.test.look`delete from intake.match_keys where key = 77`
  })

  test('belongs to a role nobody signs in as, that may read four tables and change none', async () => {
    const [door] = await intake.test.look`
      select p.prosecdef as definer, r.rolname as owner, r.rolcanlogin as login, p.proacl::text as allowed
      from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'match_candidates'`
    expect(door).toMatchObject({ definer: true, owner: 'intake_door', login: false })
    expect(door?.['allowed']).not.toMatch(/[{,]=/)
    await expect(
      intake.test.database.withoutActor((tx) => tx`set local role intake_door`),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('looks keys up by an index, however many people there are', async () => {
    await intake.test.look`
      insert into intake.match_keys (area_id, notification_id, key)
      select gen_random_uuid(), gen_random_uuid(), n from generate_series(1000, 21000) n`
    await intake.test.look`analyze intake.match_keys`
    const superuser = connect(intake.test.adminUrl, { max: 1 })
    const plan = await superuser.withoutActor(async (tx) => {
      await tx`set local role intake_door`
      return tx`
        explain select m.area_id from unnest(array[1, 2]::bigint[]) h (key)
        cross join lateral (select k.area_id from intake.match_keys k where k.key = h.key limit 1000) m`
    })
    await superuser.close()
    expect(JSON.stringify(plan)).toContain('match_keys_by_key')
  })
})

describe('looking for a child by name or number', () => {
  const find = <Found>(
    work: Parameters<typeof intake.test.database.transaction<Found>>[1],
    by = intake.coordinator,
  ) => intake.test.database.transaction(by, work)

  test('finds names by their sound, in whatever order, the most alike first, and in no other area', async () => {
    const child = { ...someChild(), familyName: 'Thistlethwaite-Moor', givenNames: 'Katherine Éva' }
    const sounding = await intake.submit({
      child: { ...child, givenNames: 'Kathryn', dateOfBirth: '2012-01-02' },
    })
    const exact = await intake.submit({ child })
    const { areaId } = intake.mine
    const byName = (typed: string) => find((tx) => findByName(tx, intake.parts.keys, areaId, typed))
    expect((await byName('katherine thistlethwaite')).map(({ notificationId }) => notificationId)).toEqual([
      exact,
      sounding,
    ])
    expect(await byName('MOOR eva')).toMatchObject([{ notificationId: exact, caseId: null }])
    expect(await byName('moor nobody')).toEqual([])
    expect(await byName(' - ')).toEqual([])
    const elsewhere = await find((tx) => findByName(tx, intake.parts.keys, areaId, 'moor'), intake.stranger)
    expect(elsewhere).toEqual([])
  })

  test('finds an NHS number however it is spaced', async () => {
    const id = await intake.submit({ child: someChild({ nhsNumber: '9990000247' }) })
    const { areaId } = intake.mine
    const byNumber = (typed: string) => find((tx) => findByNhsNumber(tx, intake.parts.keys, areaId, typed))
    expect(await byNumber('999 000 0247')).toMatchObject([{ notificationId: id }])
    expect(await byNumber('9990000255')).toEqual([])
    expect(await byNumber('none')).toEqual([])
  })

  test('looks at no row of another area', async () => {
    const { areaId } = intake.mine
    const plans = await plansOf(intake.test, intake.coordinator, (database) =>
      database.transaction(intake.coordinator, (tx) => findByName(tx, intake.parts.keys, areaId, 'moor eva')),
    )
    expect(plans.join()).toMatch(/Index (Only )?Cond: \(\(?area_id/)
    expect(plans.join()).not.toMatch(/Seq Scan on search_keys/)
  })
})

describe('two notifications at the same moment', () => {
  test('is found also when the two share no key that hardly anybody shares, and neither saw the other', async () => {
    const born = { dateOfBirth: '2026-02-26', bornAlive: 'yes', motherNhsNumber: '9990000263' }
    const one = givenAnswers({ child: someChild({ ...born, familyName: 'Zouche', givenNames: 'Wystan' }) })
    const other = givenAnswers({
      child: someChild({ ...born, familyName: 'Peverell', givenNames: 'Ottoline' }),
      death: { dateOfDeath: '2026-02-28' },
    })
    const arriving = { areaId: intake.mine.areaId, door: 'coordinator' as const, receivedOn: TODAY }
    const receive = (tx: Db, answers: typeof one) =>
      receiveNotification(
        tx,
        { actor: intake.coordinator, parts: intake.parts },
        { ...arriving, formVersion: form.version, answers },
      )
    const within = intake.test.database.transaction
    const [first, second] = await within(intake.coordinator, async (tx) => {
      const open = await receive(tx, one)
      return [open, await within(intake.coordinator, (second) => receive(second, other))]
    })
    expect(await reviewsOf(second)).toEqual([])
    await runJobs('look-again', lookAgain)
    expect(await reviewsOf(second)).toMatchObject([
      { notificationId: second, candidateNotificationId: first },
    ])
    await runJobs('look-again', lookAgain)
    expect(await reviewsOf(second)).toHaveLength(1)
  })

  test('waits for whoever is still adding a child with one of its keys before it looks again', async () => {
    const child = someChild({ familyName: 'Fothergill', givenNames: 'Ulric' })
    const known = await intake.submit({ child })
    const again = { areaId: intake.mine.areaId, notificationId: known }
    const keys = await intake.test.look<{ key: string }[]>`
      select key::text from intake.match_keys where notification_id = ${known}`
    const order: string[] = []
    let looking: Promise<void> | undefined
    await intake.test.database.transaction(intake.coordinator, async (tx) => {
      await lockKeys(tx, [keys[0]?.key ?? ''])
      looking = lookAgain(intake.parts, again).then(() => void order.push('looked'))
      await new Promise((resolve) => setTimeout(resolve, 100))
      order.push('added')
    })
    await looking
    expect(order).toEqual(['added', 'looked'])
  })
})

describe('a record that does not open', () => {
  const failures: string[] = []
  const log = { note: () => undefined, failure: (what: string) => void failures.push(what) }
  const heard = () => calling(intake.coordinator, { ...intake.parts, log }).notification

  test('loses no other notification: it is kept, the damage is logged, and stands on the desk', async () => {
    const child = someChild({ nhsNumber: '9990000298', familyName: 'Underwood', givenNames: 'Xanthe' })
    const [broken, whole] = [await intake.submit({ child }), await intake.submit({ child })]
    await intake.settle(whole)
    await intake.test.look`update intake.match_people set person = '\\x00' where notification_id = ${broken}`
    intake.clock.set(new Date(Date.parse(intake.clock.now()) + 1000).toISOString())
    const sent = submissionTo(intake.mine, { answers: givenAnswers({ child }) })
    const { notificationId } = await heard().submit(sent)
    expect(failures).toEqual(['the record of a child did not open, and was not compared'])
    expect(await reviewsOf(notificationId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          candidateNotificationId: broken,
          reasons: ['record-damaged'],
          probability: null,
        }),
        expect.objectContaining({
          candidateNotificationId: whole,
          reasons: expect.arrayContaining(['same-nhs-number']),
        }),
      ]),
    )
    const desk = await intake
      .as(intake.coordinator)
      .duplicateReview.list({ areaId: intake.mine.areaId, state: 'open' })
    expect(desk.rows.some(({ reasons }) => reasons.includes('record-damaged'))).toBe(true)
    const { reviews } = await heard().read({ areaId: intake.mine.areaId, notificationId })
    const blocking = reviews.filter(({ blocks }) => blocks)
    expect(blocking).toHaveLength(1)
    await intake.settle(notificationId)
  })

  test('of another area is logged, and asks nobody there', async () => {
    failures.length = 0
    const child = someChild({ nhsNumber: '9990000301', familyName: 'Yaxley', givenNames: 'Norbert' })
    const theirs = await intake.submit({ child, residence: 'E08000032' }, intake.stranger)
    await intake.test.look`update intake.match_people set person = '\\x00' where notification_id = ${theirs}`
    const { notificationId } = await heard().submit(
      submissionTo(intake.mine, { answers: givenAnswers({ child }) }),
    )
    expect(failures).toHaveLength(1)
    expect(await reviewsOf(notificationId)).toEqual([])
  })
})

import type { Db } from '@cdop/database'
import { givenPerson, plansOf } from '@cdop/database/testing'
import {
  type Actor,
  type NotificationId,
  nextRelatedStates,
  RelatedId,
  RelatedState,
  type Role,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMerging } from '../merge/testing-merges.ts'
import { receiveNotification } from '../notification/receive-notification.ts'
import { aKey, calling, form, givenAnswers, TODAY } from '../testing.ts'
import { relateAgain } from './relate-again.ts'

type Given = Awaited<ReturnType<typeof givenMerging>>
let intake: Given
beforeAll(async () => {
  intake = await givenMerging()
})
afterAll(() => intake.drop())

const FAMILIES = 'Ashdown Barraclough Chaudhry Dunmore Fairweather Gillespie Hussain Ivanova Kowalczyk'.split(
  ' ',
)
const GIVEN = 'Aisha Bethan Callum Dylan Farah Imogen Jakub Leila Oscar Priya'.split(' ')
let born = 0
/** A child who has nothing in common with anybody else in these tests. */
const someChild = (changes: object = {}) => {
  born += 1
  return {
    noNhsNumberReason: 'not-currently-available',
    nhsNumber: undefined,
    familyName: FAMILIES[born % FAMILIES.length],
    givenNames: GIVEN[born % GIVEN.length],
    dateOfBirth: `201${born % 9}-0${1 + (born % 8)}-1${born % 9}`,
    address: `${born} Somewhere Row`,
    postcode: `LS${1 + (born % 28)} ${1 + (Math.floor(born / 28) % 9)}AA`,
    ...changes,
  }
}
const mother = () => ({
  name: `Orla ${FAMILIES[born % FAMILIES.length]}`,
  relationship: 'mother',
  dateOfBirth: `19${70 + (born % 25)}-04-0${1 + (born % 9)}`,
})
const quiet = { death: { jarTriggers: ['not-known'] } }

/** Two children of one mother, told apart by name and age. */
async function siblings(): Promise<readonly [NotificationId, NotificationId]> {
  const first = someChild()
  const parents = [mother()]
  const one = await intake.submit({ child: first, parents, ...quiet })
  const other = await intake.submit({ child: someChild(), parents, ...quiet })
  return [one, other]
}

const doctor = () => givenPerson(['designated-doctor'], intake.areaId)
const of = async (notificationId: NotificationId, actor: Actor = intake.coordinator) => {
  const whose = { kind: 'notification' as const, notificationId }
  return (await intake.as(actor).related.of({ areaId: intake.areaId, whose })).rows
}
const only = async (notificationId: NotificationId) => {
  const [row] = await of(notificationId)
  if (row === undefined) throw new Error('nothing is related')
  return row
}
const decision = (relatedId: RelatedId, changes: object = {}) => ({
  areaId: intake.areaId,
  relatedId,
  key: aKey(),
  seen: 'proposed' as const,
  decision: 'dismissed' as const,
  ground: 'different-families' as const,
  ...changes,
})
const told = (relatedId: RelatedId) => intake.eventsAbout(relatedId)

describe('children who died and may be related', () => {
  test('are proposed as siblings by their mother, to both records, without a name', async () => {
    const [one, other] = await siblings()
    const [row] = await of(one)
    expect(row).toMatchObject({
      kind: 'sibling',
      state: 'proposed',
      reasons: expect.arrayContaining(['same-parent']),
      seenBy: [],
    })
    expect(new Set(row?.children.map(({ notificationId }) => notificationId))).toEqual(new Set([one, other]))
    expect(await of(other)).toEqual([row])
    const { rows } = await intake
      .as(intake.coordinator)
      .related.list({ areaId: intake.areaId, state: 'proposed' })
    expect(rows).toContainEqual(row)
    expect(JSON.stringify(rows)).not.toMatch(/Orla|Somewhere/)
  })

  test('are proposed also when both come at the same moment and neither saw the other, and told once', async () => {
    const parents = [mother()]
    const arriving = { areaId: intake.areaId, door: 'coordinator' as const, receivedOn: TODAY }
    const as = { actor: intake.coordinator, parts: intake.parts }
    const receive = (tx: Db) => {
      const answers = givenAnswers({ child: someChild(), parents, ...quiet })
      return receiveNotification(tx, as, { ...arriving, formVersion: form.version, answers })
    }
    const within = intake.test.database.transaction
    const [one, other] = await within(intake.coordinator, async (tx) => {
      const first = await receive(tx)
      return [first, await within(intake.coordinator, receive)]
    })
    expect(await of(one)).toEqual([])
    const again = { areaId: intake.areaId, notificationId: other }
    const waiting = await intake.test.look`
      select key from intake_jobs.jobs where key = ${`relate-again:${other}`}`
    expect(waiting).toHaveLength(1)
    await relateAgain(intake.parts, again)
    await relateAgain(intake.parts, again)
    const { kind, relatedId } = await only(one)
    expect(kind).toBe('sibling')
    expect(await told(relatedId)).toHaveLength(1)
  })

  test('are twins when born together; a repeat of one of them is no sibling of it', async () => {
    const birth = { dateOfBirth: '2026-02-27', bornAlive: 'yes', multipleBirth: 'twins' }
    const first = someChild({
      ...birth,
      nhsNumber: '9990000212',
      noNhsNumberReason: undefined,
      birthOrder: 1,
    })
    const second = { ...first, nhsNumber: '9990000220', birthOrder: 2, givenNames: 'Twin Two' }
    const one = await intake.submit({ child: first, ...quiet })
    const other = await intake.submit({ child: second, ...quiet })
    expect((await of(one)).map(({ kind }) => kind)).toEqual(['twin'])
    const repeat = await intake.submit({ child: { ...second, givenNames: 'Marguerite' }, ...quiet })
    const pairs = (await of(repeat)).map(({ kind, children }) => [
      kind,
      children.some(({ notificationId }) => notificationId === other),
    ])
    expect(pairs).toEqual([['twin', false]])
    // The doctor heard of the twins; the repeat of one of them is no news.
    const [news] = await of(repeat)
    expect(news?.toldAt).toBeNull()
  })

  test('are of one incident when hurt at one place within days, and possibly of one cluster within a year', async () => {
    const lake = {
      placeOfDeath: 'public-place',
      placeOfDeathName: 'Invented Lake',
      jarTriggers: ['external-cause'],
    }
    const one = await intake.submit({ child: someChild(), death: lake })
    await intake.submit({ child: someChild(), death: { ...lake, dateOfDeath: '2026-02-26' } })
    await intake.submit({ child: someChild(), death: { ...lake, dateOfDeath: '2025-06-01' } })
    expect((await of(one)).map(({ kind }) => kind).sort()).toEqual(['possible-cluster', 'same-incident'])
  })

  test('are not looked for in another area', async () => {
    const child = someChild()
    const parents = [mother()]
    await intake.submit({ child, parents, residence: 'E08000032', ...quiet }, intake.stranger)
    expect(await of(await intake.submit({ child: someChild(), parents, ...quiet }))).toEqual([])
  })

  test('come in also where the record of another child does not open: the rest are compared', async () => {
    const parents = [mother()]
    const broken = await intake.submit({ child: someChild(), parents, ...quiet })
    const whole = await intake.submit({ child: someChild(), parents, ...quiet })
    await intake.test.look`
      update intake.related_records set record = substring(record from 1 for 20) where notification_id = ${broken}`
    const third = await intake.submit({ child: someChild(), parents, ...quiet })
    const [row, ...others] = await of(third)
    expect(others).toEqual([])
    expect(row?.children.map(({ notificationId }) => notificationId)).toContain(whole)
  })

  test('lapse when an answer is corrected so that nothing is shared, and come back when it is again', async () => {
    const parents = [mother()]
    const one = await intake.submit({ child: someChild(), parents, ...quiet })
    const child = someChild()
    const other = await intake.submit({ child, parents, ...quiet })
    const { relatedId } = await only(one)
    const amend = (version: number, said: readonly object[]) =>
      intake.as(intake.coordinator).notification.amend({
        areaId: intake.areaId,
        notificationId: other,
        key: aKey(),
        version,
        formVersion: form.version,
        answers: givenAnswers({ child, parents: said, ...quiet }),
      })
    await amend(1, [])
    expect(await of(one)).toEqual([])
    await amend(2, parents)
    expect(await only(one)).toMatchObject({ relatedId, state: 'proposed' })
    expect(await told(relatedId)).toHaveLength(1)
  })
})

describe('a decision', () => {
  test('is made once for a second click, on a ground of its own, and not over the head of somebody else', async () => {
    const [one] = await siblings()
    const { relatedId } = await only(one)
    const { related } = intake.as(intake.coordinator)
    const asked = decision(relatedId)
    await related.decide(asked)
    await related.decide(asked)
    expect(await only(one)).toMatchObject({
      state: 'dismissed',
      ground: 'different-families',
      decidedBy: intake.coordinator.personId,
    })
    await expect(related.decide(decision(relatedId))).rejects.toMatchObject({ message: 'stale' })
    const again = decision(relatedId, { seen: 'dismissed' })
    await expect(related.decide(again)).rejects.toMatchObject({ message: 'relation-decided' })
    const wrongGround = { seen: 'dismissed', decision: 'confirmed', ground: 'different-families' }
    await expect(related.decide(decision(relatedId, wrongGround))).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    const mistake = { seen: 'dismissed', decision: 'confirmed', ground: 'family-or-agency-said-so' }
    await intake.as(doctor()).related.decide(decision(relatedId, mistake))
    expect(await only(one)).toMatchObject({ state: 'confirmed' })
  })

  test('that two are not related is remembered when the answers change', async () => {
    const parents = [mother()]
    const one = await intake.submit({ child: someChild(), parents, ...quiet })
    const child = someChild()
    const other = await intake.submit({ child, parents, ...quiet })
    const { relatedId } = await only(one)
    await intake.as(intake.coordinator).related.decide(decision(relatedId))
    await intake.as(intake.coordinator).notification.amend({
      areaId: intake.areaId,
      notificationId: other,
      key: aKey(),
      version: 1,
      formVersion: form.version,
      answers: givenAnswers({ child: { ...child, address: '1 Another Row' }, parents, ...quiet }),
    })
    expect(await of(one)).toMatchObject([{ relatedId, state: 'dismissed' }])
  })

  test('is a step of the table: the database refuses every other, and that what was decided on is changed', async () => {
    const [one] = await siblings()
    const { relatedId } = await only(one)
    const ground = {
      confirmed: 'records-show-it',
      dismissed: 'entered-wrongly',
      proposed: null,
      lapsed: null,
    }
    const set = (to: RelatedState) => {
      const at = ground[to] === null ? null : '2026-03-02'
      return intake.test.look`
        update intake.related_children set state = ${to}, ground = ${ground[to]}, decided_at = ${at},
          decided_by = case when ${at}::text is null then null else gen_random_uuid() end
        where id = ${relatedId}`
    }
    for (const from of ['lapsed', 'proposed', 'confirmed', 'dismissed'] as const) {
      await set(from)
      for (const to of RelatedState.options) {
        if (to === from || nextRelatedStates[from].includes(to)) continue
        await expect(set(to), `${from} to ${to}`).rejects.toMatchObject({ code: '23514' })
      }
    }
    await expect(
      intake.test.look`update intake.related_children set reasons = '["same-carer"]' where id = ${relatedId}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})

describe('who may know', () => {
  test.each(['panel-member', 'chair', 'analyst', 'administrator', 'response-lead'] satisfies Role[])(
    'no %s does',
    async (role) => {
      const { related } = intake.as(givenPerson([role], intake.areaId))
      const { areaId } = intake
      const relatedId = RelatedId.parse(aKey())
      const forbidden = { code: 'FORBIDDEN' }
      await expect(related.list({ areaId, state: 'proposed' })).rejects.toMatchObject(forbidden)
      await expect(related.read({ areaId, relatedId })).rejects.toMatchObject(forbidden)
      await expect(related.decide(decision(relatedId))).rejects.toMatchObject(forbidden)
      await expect(related.unseen({ areaId })).rejects.toMatchObject(forbidden)
    },
  )

  test('nobody of another area does', async () => {
    const [one] = await siblings()
    const { relatedId } = await only(one)
    const { related } = intake.as(intake.stranger)
    const notFound = { code: 'NOT_FOUND' }
    for (const areaId of [intake.areaId, intake.theirs.areaId]) {
      await expect(related.read({ areaId, relatedId })).rejects.toMatchObject(notFound)
      await expect(related.decide(decision(relatedId, { areaId }))).rejects.toMatchObject(notFound)
    }
    const { rows } = await related.list({ areaId: intake.theirs.areaId, state: 'proposed' })
    expect(rows.map((row) => row.relatedId)).not.toContain(relatedId)
  })

  test('of a child who has a case only whoever has a pass for it: who they are, and a decision', async () => {
    const [one, other] = await siblings()
    const { caseId } = await intake.accept(one)
    const { relatedId } = await only(other)
    const { related } = intake.as(intake.coordinator)
    const asked = { areaId: intake.areaId, relatedId }
    const bare = await related.read(asked)
    expect(bare.identities).toBeNull()
    expect(bare.related.children.map((child) => child.caseId)).toContain(caseId)
    await expect(related.decide(decision(relatedId))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const acknowledging = { ...asked, key: aKey() }
    await expect(intake.as(doctor()).related.acknowledge(acknowledging)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const pass = await intake.pass(intake.coordinator, [caseId])
    const { identities } = await related.read({ ...asked, pass })
    expect(identities).toHaveLength(2)
    await related.decide(decision(relatedId, { pass, decision: 'confirmed', ground: 'records-show-it' }))
    const audited = await intake.test.look<{ action: string }[]>`
      select entry->>'action' as action from intake.audit_entries
      where entry->'object'->>'id' in (${relatedId}, ${caseId}) order by entry->>'at'`
    const actions = audited.map(({ action }) => action)
    expect(actions.filter((action) => action === 'related.read')).toHaveLength(3)
    expect(actions).toContain('related.confirm')
    const whose = { kind: 'case' as const, caseId }
    expect((await related.of({ areaId: intake.areaId, whose })).rows).toMatchObject([{ relatedId }])
  })
})

describe('another death in a household', () => {
  test('is told once, stands on the desk of each designated doctor until they have seen it, and of nobody else', async () => {
    const [one] = await siblings()
    const { relatedId } = await only(one)
    expect(await told(relatedId)).toEqual([{ type: 'household-death.found.v1', payload: { relatedId } }])
    const { areaId } = intake
    const [first, second] = [doctor(), doctor()]
    const desk = async (person: Actor) => {
      const { rows } = await intake.as(person).related.unseen({ areaId })
      return rows.map((row) => row.relatedId)
    }
    expect(await desk(first)).toContain(relatedId)
    const seen = { areaId, relatedId, key: aKey() }
    await intake.as(first).related.acknowledge(seen)
    await intake.as(first).related.acknowledge(seen)
    await intake.as(first).related.acknowledge({ ...seen, key: aKey() })
    expect(await desk(first)).not.toContain(relatedId)
    expect(await desk(second)).toContain(relatedId)
    expect((await only(one)).seenBy).toEqual([first.personId])
    await expect(intake.as(intake.coordinator).related.acknowledge(seen)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await intake.as(intake.coordinator).related.decide(decision(relatedId))
    expect(await desk(second)).not.toContain(relatedId)
  })

  test('is told once also of a child who was notified twice before, and by nobody yet said to be one', async () => {
    const parents = [mother()]
    const child = someChild()
    const one = await intake.submit({ child, parents, ...quiet })
    const repeat = await intake.submit({ child: { ...child, givenNames: 'Zebedee' }, parents, ...quiet })
    await intake.decide(await intake.proposedPair(one, repeat), 'unsure')
    const rows = await of(await intake.submit({ child: someChild(), parents, ...quiet }))
    expect(rows).toHaveLength(2)
    expect(rows.filter(({ toldAt }) => toldAt !== null)).toHaveLength(1)
  })

  test('is no news where both died longer ago than a review may take, nor is an incident or a cluster', async () => {
    const parents = [mother()]
    const death = { jarTriggers: ['not-known'] }
    const one = await intake.submit({
      child: someChild(),
      parents,
      death: { ...death, dateOfDeath: '2023-05-02' },
    })
    await intake.submit({ child: someChild(), parents, death: { ...death, dateOfDeath: '2024-05-02' } })
    const { relatedId, toldAt } = await only(one)
    expect(toldAt).toBeNull()
    expect(await told(relatedId)).toEqual([])
  })

  test('leaves nothing behind when the notification does not come in', async () => {
    const parents = [mother()]
    await intake.submit({ child: someChild(), parents, ...quiet })
    const count = () => intake.test.look`select (select count(*) from intake.related_children) as pairs,
      (select count(*) from intake.events where type = 'household-death.found.v1') as told`
    const before = await count()
    const audit = { ...intake.parts.audit, record: () => Promise.reject(new Error('no audit')) }
    const failing = calling(intake.coordinator, { ...intake.parts, audit })
    await expect(
      failing.notification.submit({
        areaId: intake.areaId,
        key: aKey(),
        formVersion: form.version,
        answers: givenAnswers({ child: someChild(), parents, ...quiet }),
        receivedOn: TODAY,
      }),
    ).rejects.toThrow()
    expect(await count()).toEqual(before)
  })
})

describe('records of one child', () => {
  test('are not related while it is undecided, and are once somebody says they are two', async () => {
    const [one, other] = await siblings()
    const { relatedId } = await only(one)
    const review = await intake.proposedPair(one, other)
    await intake.decide(review, 'unsure')
    expect(await of(one)).toEqual([])
    await intake.decide(review, 'different')
    expect(await only(one)).toMatchObject({ relatedId, kind: 'sibling', state: 'proposed' })
  })

  test('that were merged are not siblings of each other, and their sibling is one child’s', async () => {
    const parents = [mother()]
    const sibling = await intake.submit({ child: someChild(), parents, ...quiet })
    const child = someChild()
    const one = await intake.submit({ child, parents, ...quiet })
    const repeat = await intake.submit({ child: { ...child, givenNames: 'Zebedee' }, parents, ...quiet })
    const review = await intake.proposedPair(one, repeat)
    await intake.decide(review, 'same')
    await intake.step('confirm', await intake.propose(review, { surviving: one }))
    const rows = await of(sibling)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.children.map(({ notificationId }) => notificationId).sort()).toEqual(
      [sibling, one].sort(),
    )
    const mine = [...(await of(one)), ...(await of(repeat))]
    expect(mine.filter((row) => new Set(row.children.map((c) => c.notificationId)).size === 1)).toEqual([])
  })

  test('one reported in error is related to nobody any more', async () => {
    const [one, other] = await siblings()
    const { relatedId } = await only(one)
    await intake.as(intake.coordinator).notification.reportInError({
      areaId: intake.areaId,
      notificationId: other,
      key: aKey(),
      version: 1,
      reason: 'wrong-child-named',
      nationalDatabaseTold: false,
      confirmedTwice: true,
    })
    expect(await of(one)).toEqual([])
    await expect(
      intake.as(intake.coordinator).related.read({ areaId: intake.areaId, relatedId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('others are looked for by the index of their keys, in no other area', async () => {
  await intake.test.look`
    insert into intake.related_keys (area_id, key, notification_id)
    select gen_random_uuid(), n, gen_random_uuid() from generate_series(1000, 21000) n`
  await intake.test.look`analyze intake.related_keys`
  const plans = await plansOf(intake.test, intake.coordinator, (database) =>
    calling(intake.coordinator, { ...intake.parts, database }).notification.submit({
      areaId: intake.areaId,
      key: aKey(),
      formVersion: form.version,
      answers: givenAnswers({ child: someChild() }),
      receivedOn: TODAY,
    }),
  )
  const search = plans.find((plan) => plan.includes('related_keys') && plan.includes('related_records'))
  expect(search).toMatch(/Index (Only )?Cond: \(\(?area_id/)
  expect(search).toMatch(/related_records_pkey.*\n\s+Index Cond: .*notification_id/)
  expect(search).toMatch(/data_keys_pkey.*\n\s+Index Cond: .*subject/)
  expect(plans.join()).not.toMatch(/Seq Scan on related_keys/)
})

import { notificationReference } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aKey, calling, child, form, type GivenIntake, givenAnswers, givenIntake } from '../testing.ts'
import { destroyWhenOver } from './destroy-drafts.ts'
import { MOST_BY_VISITOR } from './draft-limits.ts'
import { draftHolder, givenDraft, portalIn } from './testing-drafts.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())
beforeEach(() => intake.clock.set('2026-03-02T10:00:00.000Z'))

const notifications = () => intake.test.look<{ id: string; door: string }[]>`
  select id, door from intake.notifications order by submitted_at`
const refused = (message: string) => ({ message })

describe('a notification begun without an account', () => {
  test('keeps what was answered so far and where its writer was', async () => {
    const draft = await givenDraft(intake)
    expect(await draft.calls.read({})).toMatchObject({ answers: {}, page: null, version: 1, receipt: null })
    const { 'child-family-name': name } = givenAnswers()
    expect(await draft.save(1, { 'child-family-name': name })).toEqual({ version: 2 })
    expect(await draft.calls.read({})).toMatchObject({
      formVersion: form.version,
      answers: { 'child-family-name': 'Quillfeather' },
      page: 'child',
      version: 2,
      endsAt: '2026-03-05T10:00:00.000Z',
    })
  })

  test('comes in by the public link as one notification, and the draft opens nothing more', async () => {
    const before = await notifications()
    const draft = await givenDraft(intake)
    await draft.save(1)
    const receipt = await draft.calls.submit({ version: 2 })
    const made = (await notifications()).filter(({ id }) => !before.some((other) => other.id === id))
    expect(made).toMatchObject([{ door: 'public-link' }])
    const { rows } = await intake
      .as(intake.coordinator)
      .notification.list({ areaId: intake.mine.areaId, page: 1, withheld: [] })
    const found = rows.find(({ notificationId }) => notificationId === made[0]?.id)
    expect(receipt.reference).toBe(found && notificationReference(found.notificationId))
    await expect(draft.save(2)).rejects.toMatchObject(refused('notification-sent'))
    expect((await draft.calls.read({})).receipt).toEqual(receipt)
  })

  test('sent twice, also at once, is one notification with one receipt', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    const before = (await notifications()).length
    const [first, second] = await Promise.all([
      draft.calls.submit({ version: 2 }),
      draft.calls.submit({ version: 2 }),
    ])
    expect(second).toEqual(first)
    expect(await draft.calls.submit({ version: 1 })).toEqual(first)
    expect(await notifications()).toHaveLength(before + 1)
  })

  test('is answered alike whether or not the child is known already', async () => {
    await intake.submit({ child: { nhsNumber: '9990000050' } })
    const answers = givenAnswers({ child: { nhsNumber: '9990000050' } })
    const known = await givenDraft(intake)
    await known.save(1, answers)
    const fresh = await givenDraft(intake)
    await fresh.save(1, givenAnswers({ child: { nhsNumber: '9990000069' } }))
    const receipts = [await known.calls.submit({ version: 2 }), await fresh.calls.submit({ version: 2 })]
    expect(Object.keys(receipts[0] ?? {})).toEqual(Object.keys(receipts[1] ?? {}))
    expect(JSON.stringify(await known.calls.read({}))).not.toMatch(/case|duplicate|same/i)
  })

  test('is not sent while something is missing, and stays as it was', async () => {
    const draft = await givenDraft(intake)
    const { 'child-family-name': _, ...answers } = givenAnswers()
    await draft.save(1, answers)
    await expect(draft.calls.submit({ version: 2 })).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['child-family-name'] },
    })
    expect(await draft.calls.read({})).toMatchObject({ version: 2, receipt: null })
  })

  test('says where its writer was by the name of a page, and by nothing else', async () => {
    const draft = await givenDraft(intake)
    const typed = { key: aKey(), formVersion: form.version, version: 1, page: 'Marigold', answers: {} }
    await expect(draft.calls.save(typed)).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['page'] },
    })
  })

  test('saved in two windows keeps the first, and the second is told', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    await expect(draft.save(1, {})).rejects.toMatchObject(refused('stale'))
    await expect(draft.calls.submit({ version: 1 })).rejects.toMatchObject(refused('stale'))
  })

  test('whose sending breaks off leaves no notification and can be sent again', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    const before = (await notifications()).length
    const publisher = {
      ...intake.parts.publisher,
      publish: () => Promise.reject(new Error('the power went out')),
    }
    const broken = calling(draft.holder, { ...intake.parts, publisher })
    await expect(broken.notificationDraft.submit({ version: 2 })).rejects.toThrow()
    expect(await notifications()).toHaveLength(before)
    await draft.calls.submit({ version: 2 })
    expect(await notifications()).toHaveLength(before + 1)
  })
})

describe('the draft of somebody else', () => {
  test('cannot be seen, saved or sent, nor from another area', async () => {
    const mine = await givenDraft(intake)
    await mine.save(1)
    const other = await givenDraft(intake)
    const elsewhere = draftHolder(intake.theirs.areaId, mine.notificationDraftId)
    await expect(intake.as(elsewhere).notificationDraft.read({})).rejects.toMatchObject(refused('not-found'))
    await expect(intake.as(elsewhere).notificationDraft.submit({ version: 2 })).rejects.toMatchObject(
      refused('not-found'),
    )
    const seen = await intake.test.database.transaction(
      other.holder,
      (tx) => tx<{ id: string }[]>`select id from intake.notification_drafts`,
    )
    expect(seen.map(({ id }) => id)).toEqual([other.notificationDraftId])
    for (const table of ['notifications', 'data_keys', 'children', 'draft_counts']) {
      const rows = await intake.test.database.transaction(
        other.holder,
        (tx) => tx`select 1 from ${tx(`intake.${table}`)}`,
      )
      expect(rows, table).toHaveLength(0)
    }
  })

  test('is not for coordinators, and a draft’s writer may do nothing else', async () => {
    const { holder } = await givenDraft(intake)
    await expect(intake.as(intake.coordinator).notificationDraft.read({})).rejects.toMatchObject(
      refused('forbidden'),
    )
    const list = intake.as(holder).notification.list({ areaId: intake.mine.areaId, page: 1, withheld: [] })
    await expect(list).rejects.toMatchObject(refused('forbidden'))
  })
})

describe('the time a draft has', () => {
  const destroyed = (draft: { areaId: string; notificationDraftId: string }) =>
    destroyWhenOver(intake.parts, { areaId: draft.areaId, draftId: draft.notificationDraftId })
  const rowsOf = ({ notificationDraftId }: { notificationDraftId: string }) =>
    intake.test.look`select 1 from intake.notification_drafts where id = ${notificationDraftId}`

  test('is 72 hours: then nobody opens it, and content and key are destroyed', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    intake.clock.set('2026-03-05T09:59:59.000Z')
    await destroyed(draft)
    expect(await rowsOf(draft)).toHaveLength(1)
    intake.clock.set('2026-03-05T10:00:00.000Z')
    await expect(draft.calls.read({})).rejects.toMatchObject(refused('not-found'))
    await expect(draft.calls.submit({ version: 2 })).rejects.toMatchObject(refused('not-found'))
    await destroyed(draft)
    expect(await rowsOf(draft)).toHaveLength(0)
  })

  test('is one more hour once it is sent, to print what was sent', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    await draft.calls.submit({ version: 2 })
    intake.clock.set('2026-03-02T10:59:00.000Z')
    expect((await draft.calls.read({})).answers).toMatchObject({ 'child-family-name': child.familyName })
    intake.clock.set('2026-03-02T11:00:00.000Z')
    await expect(draft.calls.read({})).rejects.toMatchObject(refused('not-found'))
    await destroyed(draft)
    expect(await rowsOf(draft)).toHaveLength(0)
  })

  test('is watched by a job that was added with it, which looks again when it comes too early', async () => {
    const draft = await givenDraft(intake)
    const waiting = () => intake.test.look<{ runAt: Date }[]>`
      select run_at from intake_jobs.jobs where key = ${`destroy-draft:${draft.notificationDraftId}`}`
    expect(await waiting()).toHaveLength(1)
    await destroyed(draft)
    expect(await waiting()).toHaveLength(1)
  })
})

describe('beginning', () => {
  test('twice by one click is one draft', async () => {
    const { areaId } = intake.mine
    const once = { areaId, visitor: aKey(), key: aKey() }
    const portal = intake.as(portalIn(areaId)).notificationDraft
    expect(await portal.begin(once)).toEqual(await portal.begin(once))
    await expect(portal.begin({ ...once, visitor: aKey() })).rejects.toMatchObject(refused('key-reused'))
  })

  test('is stopped for an hour when one browser began too many', async () => {
    const { areaId } = intake.theirs
    const visitor = aKey()
    const begin = () => intake.as(portalIn(areaId)).notificationDraft.begin({ areaId, visitor, key: aKey() })
    for (let begun = 0; begun < MOST_BY_VISITOR; begun += 1) await begin()
    await expect(begin()).rejects.toMatchObject(refused('too-many-begun'))
    await intake.as(portalIn(areaId)).notificationDraft.begin({ areaId, visitor: aKey(), key: aKey() })
    intake.clock.set('2026-03-02T11:01:00.000Z')
    await begin()
  })

  test('needs the portal, in the area that is meant', async () => {
    const { areaId } = intake.mine
    const input = { areaId, visitor: aKey(), key: aKey() }
    await expect(intake.as(intake.coordinator).notificationDraft.begin(input)).rejects.toMatchObject(
      refused('forbidden'),
    )
    const elsewhere = intake.as(portalIn(intake.theirs.areaId)).notificationDraft
    await expect(elsewhere.begin(input)).rejects.toMatchObject(refused('not-found'))
  })
})

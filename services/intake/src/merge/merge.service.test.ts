import { givenPerson } from '@cdop/database/testing'
import { MergeState, type NotificationId, nextMergeStates, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, calling, child } from '../testing.ts'
import { type GivenMerging, givenMerging, keeping } from './testing-merges.ts'

let intake: GivenMerging
beforeAll(async () => {
  intake = await givenMerging()
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })

/** Numbers of the test range with a valid check digit, a new one for each child. */
const numbers = (function* () {
  for (let first = 999100000; ; first += 1) {
    const sum = [...String(first)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check !== 10) yield `${first}${check}`
  }
})()
const aNumber = () => String(numbers.next().value)

let born = 0
const letters = (count: number) =>
  Array.from({ length: 7 }, (_, at) => String.fromCharCode(97 + (((count * 7919) >> (2 * at)) % 26))).join('')
/** A child like nobody else in these tests. */
function someChild() {
  born += 1
  return {
    nhsNumber: aNumber(),
    familyName: `Q${letters(born)}`,
    givenNames: `Z${letters(born + 5000)}`,
    dateOfBirth: new Date(Date.UTC(2014, 0, 1 + born * 31)).toISOString().slice(0, 10),
    address: `${born * 13} ${letters(born + 900)} Row`,
    postcode: `LS${1 + (born % 29)} ${born % 9}UR`,
  }
}

/** Two records that arrived one after the other. */
async function givenTwo(first: object = {}, second: object = {}): Promise<[NotificationId, NotificationId]> {
  const child = someChild()
  const one = await intake.submit({ child: { ...child, ...first } })
  intake.clock.set(new Date(Date.parse(intake.clock.now()) + 1000).toISOString())
  return [one, await intake.submit({ child: { ...child, ...second } })]
}

/** A case, and a notification that came later and was found to be of the same child. */
async function givenRepeat(later: object = {}) {
  const { givenNames } = child
  const [known, repeat] = await givenTwo({ givenNames }, { givenNames, ...later })
  const { caseId, caseReference } = await intake.accept(known)
  const reviewId = await intake.proposedPair(repeat, known)
  await intake.decide(reviewId, 'same', [caseId])
  return { known, repeat, caseId, caseReference, reviewId }
}

/** Two cases that were found to be of one child. */
async function givenTwoCases(later: object = {}, laterDeath = '2026-02-27') {
  const known = { ...someChild(), dateOfBirth: '2019-07-11' }
  const one = await intake.submit({ child: known })
  const child = { ...known, nhsNumber: aNumber(), ...later }
  const two = await intake.submit({ child, death: { dateOfDeath: laterDeath } })
  const first = await intake.accept(one)
  const second = await intake.accept(two)
  const reviewId = await intake.proposedPair(two, one)
  const cases = [first.caseId, second.caseId]
  await intake.decide(reviewId, 'same', cases)
  return { one, two, first, second, cases, reviewId }
}

const reading = (notificationId: NotificationId) => ({ areaId: intake.areaId, notificationId })

describe('a notification merged into the case of the same child', () => {
  test('needs a second person, keeps of each field the source that was chosen, and leads to the case', async () => {
    const later = { givenNames: 'Marigold Annika', nhsNumber: aNumber() }
    const { known, repeat, caseId, caseReference, reviewId } = await givenRepeat(later)
    const cases = [caseId]
    const fromMerged = ['givenNames', 'nhsNumber'] as const
    const mergeId = await intake.propose(reviewId, { surviving: known, cases, fromMerged })
    await expect(intake.step('confirm', mergeId, { by: intake.coordinator, cases })).rejects.toMatchObject(
      refusedAs('merge-needs-second-person'),
    )
    const pass = await intake.pass(intake.second, cases)
    const whoIs = { areaId: intake.areaId, caseIds: cases, pass }
    const caller = intake.as(intake.second)
    expect(await caller.identity.read(whoIs)).toMatchObject([{ givenNames: child.givenNames }])

    await intake.step('confirm', mergeId, { cases })
    expect(await caller.identity.read(whoIs)).toMatchObject([later])
    const shown = await caller.merge.read({ areaId: intake.areaId, mergeId, pass })
    expect(shown).toMatchObject({
      state: 'confirmed',
      provenance: keeping(fromMerged),
      merged: { notificationId: repeat, identity: later },
      surviving: { notificationId: known, identity: { givenNames: child.givenNames } },
    })

    const found = await caller.notification.read(reading(repeat))
    expect(found).toMatchObject({
      state: 'duplicate',
      sections: [],
      mergedInto: { mergeId, notificationId: known, caseId, caseReference },
    })
    expect((await caller.notification.read({ ...reading(repeat), pass })).sections).not.toEqual([])
    expect(await intake.eventsAbout(repeat)).toMatchObject([
      { type: 'notification.received.v1' },
      { type: 'notification.merged.v1', payload: { intoNotificationId: known, mergeId } },
    ])
    await expect(intake.accept(repeat)).rejects.toMatchObject(refusedAs('notification-decided'))
  })

  test('is looked for by every number and name it was known by', async () => {
    const later = { familyName: 'Quillfether', nhsNumber: aNumber() }
    const { known, caseId, reviewId } = await givenRepeat(later)
    const mergeId = await intake.propose(reviewId, { surviving: known, cases: [caseId] })
    await intake.step('confirm', mergeId, { cases: [caseId] })
    const third = await intake.submit({ child: { nhsNumber: later.nhsNumber } })
    await expect(intake.accept(third)).rejects.toMatchObject(refusedAs('child-already-known'))
    const pass = await intake.pass(intake.coordinator, [caseId])
    const screened = { areaId: intake.areaId, caseId, pass, text: 'The family of Quillfether was told.' }
    expect(await intake.as(intake.coordinator).identity.screen(screened)).toEqual({ found: ['name'] })
  })

  test('comes back exactly as it was when the merge is undone, and so does the case', async () => {
    const { known, repeat, caseId, reviewId } = await givenRepeat({ givenNames: 'Marigold A' })
    const cases = [caseId]
    const before = await intake.exported([known, repeat])
    const mergeId = await intake.propose(reviewId, { surviving: known, cases, fromMerged: ['givenNames'] })
    await intake.step('confirm', mergeId, { cases })
    expect(await intake.exported([known, repeat])).not.toBe(before)
    await intake.step('undo', mergeId, { by: intake.coordinator, cases })
    expect(await intake.exported([known, repeat])).toBe(before)
    const caller = intake.as(intake.coordinator)
    const pass = await intake.pass(intake.coordinator, cases)
    expect(await caller.identity.read({ areaId: intake.areaId, caseIds: cases, pass })).toMatchObject([
      { givenNames: child.givenNames },
    ])
    expect(await caller.notification.read(reading(repeat))).toMatchObject({
      state: 'received',
      mergedInto: null,
    })
    const { reviews } = await caller.notification.read(reading(repeat))
    expect(reviews).toContainEqual(expect.objectContaining({ reviewId, state: 'open', blocks: true }))
    expect((await intake.eventsAbout(repeat)).at(-1)).toMatchObject({ type: 'notification.merge-undone.v1' })
    await expect(intake.step('undo', mergeId, { cases })).rejects.toMatchObject(refusedAs('merge-decided'))
  })
})

describe('two notifications of one child', () => {
  test('become one case, told as the merged record knows the child', async () => {
    const [one, two] = await givenTwo(
      { sex: 'not-known', dateOfBirth: child.dateOfBirth },
      { sex: 'female', dateOfBirth: '2026-02-20', bornAlive: 'yes' },
    )
    const reviewId = await intake.proposedPair(two, one)
    await expect(intake.accept(two)).rejects.toMatchObject(refusedAs('duplicate-undecided'))
    await intake.decide(reviewId, 'same')
    await expect(intake.accept(two)).rejects.toMatchObject(refusedAs('duplicate-undecided'))
    const fromMerged = ['sex', 'dateOfBirth'] as const
    const mergeId = await intake.propose(reviewId, { surviving: one, fromMerged })
    await intake.step('confirm', mergeId)
    const { caseId } = await intake.accept(one)
    const [accepted] = await intake.eventsAbout(caseId)
    expect(accepted?.payload).toMatchObject({ sex: 'female', ageBand: '0-27d' })
    const caller = intake.as(intake.coordinator)
    expect(await caller.notification.read(reading(two))).toMatchObject({ mergedInto: { caseId } })

    await intake.step('undo', mergeId, { cases: [caseId] })
    expect((await intake.eventsAbout(caseId)).at(-1)).toMatchObject({
      type: 'case.child-corrected.v1',
      payload: { caseId, sex: 'not-known', ageBand: '5-9y' },
    })
  })

  test('the first to arrive need not wait for the decision, but for a merge that would end it', async () => {
    const [one, two] = await givenTwo()
    const reviewId = await intake.proposedPair(two, one)
    await intake.decide(reviewId, 'same')
    const mergeId = await intake.propose(reviewId, { surviving: two })
    await expect(intake.accept(one)).rejects.toMatchObject(refusedAs('duplicate-undecided'))
    await intake.step('decline', mergeId)
    expect((await intake.accept(one)).caseId).toBeTruthy()
  })

  test('of different children are remembered as such', async () => {
    const [one, two] = await givenTwo({}, { nhsNumber: aNumber() })
    const reviewId = await intake.proposedPair(two, one)
    await intake.decide(reviewId, 'different')
    const { rows } = await intake
      .as(intake.coordinator)
      .duplicateReview.list({ areaId: intake.areaId, state: 'different' })
    expect(rows.map((row) => row.reviewId)).toContain(reviewId)
    const { caseId } = await intake.accept(two)
    await expect(intake.propose(reviewId, { surviving: two, cases: [caseId] })).rejects.toMatchObject(
      refusedAs('same-child-first'),
    )
  })
})

describe('two cases of one child', () => {
  test('are one, told to the other services, and two again after the undoing', async () => {
    const later = { dateOfBirth: '2025-07-11' }
    const { one, two, first, second, cases, reviewId } = await givenTwoCases(later)
    const before = await intake.exported([one, two])
    const mergeId = await intake.propose(reviewId, { surviving: one, cases, fromMerged: ['dateOfBirth'] })
    await intake.step('confirm', mergeId, { cases })
    expect((await intake.eventsAbout(second.caseId)).at(-1)).toEqual({
      type: 'case.merged.v1',
      payload: { caseId: second.caseId, intoCaseId: first.caseId, mergeId },
    })
    expect((await intake.eventsAbout(first.caseId)).at(-1)).toMatchObject({
      type: 'case.child-corrected.v1',
      payload: { ageBand: '28-364d' },
    })
    expect(await intake.as(intake.coordinator).notification.read(reading(two))).toMatchObject({
      state: 'accepted',
      mergedInto: { caseId: first.caseId },
    })
    await intake.step('undo', mergeId, { cases })
    expect(await intake.exported([one, two])).toBe(before)
    expect((await intake.eventsAbout(second.caseId)).at(-1)).toMatchObject({ type: 'case.merge-undone.v1' })
    expect((await intake.eventsAbout(first.caseId)).at(-1)).toMatchObject({ payload: { ageBand: '5-9y' } })
  })

  test('a date of death that passes a confirmation has to be confirmed anew, until the undoing', async () => {
    const { one, first, cases, reviewId } = await givenTwoCases({}, '2026-02-28')
    const { confirmation } = intake.as(intake.coordinator)
    const pass = await intake.pass(intake.coordinator, cases)
    const word = {
      by: 'hospital-doctor' as const,
      name: 'Orla Pennywhistle',
      organisation: 'Invented Infirmary',
    }
    const on = (day: string) => ({ ...word, on: PlainDate.parse(day), time: null })
    const record = (day: string, version: number) =>
      confirmation.record({ ...reading(one), key: aKey(), pass, version, death: on(day), identity: on(day) })
    await record('2026-02-27', 0)
    const mergeId = await intake.propose(reviewId, { surviving: one, cases, fromMerged: ['dateOfDeath'] })
    await intake.step('confirm', mergeId, { cases })
    expect((await confirmation.read({ ...reading(one), pass })).diedOn).toBe('2026-02-28')
    await expect(record('2026-02-27', 1)).rejects.toMatchObject(refusedAs('dates-out-of-order'))
    await intake.step('undo', mergeId, { cases })
    expect((await intake.eventsAbout(first.caseId)).slice(-2)).toMatchObject([
      { type: 'case.child-corrected.v1', payload: { diedOn: '2026-02-27' } },
      { type: 'identity-and-death.confirmed.v1', payload: { death: { on: '2026-02-27' } } },
    ])
  })

  test('a case cannot end in a record without one', async () => {
    const { repeat, caseId, reviewId } = await givenRepeat()
    await expect(intake.propose(reviewId, { surviving: repeat, cases: [caseId] })).rejects.toMatchObject(
      refusedAs('cannot-survive'),
    )
  })

  test('dates that cannot be right together are not kept together', async () => {
    const { one, cases, reviewId } = await givenTwoCases({ dateOfBirth: '2008-02-27' }, '2026-02-26')
    const eighteen = { surviving: one, cases, fromMerged: ['dateOfBirth'] as const }
    await expect(intake.propose(reviewId, eighteen)).rejects.toMatchObject(refusedAs('out-of-scope'))
    expect(await intake.propose(reviewId, { surviving: one, cases })).toBeTruthy()
  })
})

describe('two babies of one birth', () => {
  const birth = {
    dateOfBirth: '2026-02-26',
    bornAlive: 'yes',
    multipleBirth: 'twins',
    motherNhsNumber: aNumber(),
  }
  const twins = [
    ['each with its place in the order of birth', { birthOrder: 1 }, { birthOrder: 2 }],
    ['each with an NHS number of its own', {}, { nhsNumber: aNumber() }],
    ['of whom only one says that there were two', { multipleBirth: 'one' }, { nhsNumber: aNumber() }],
  ] as const

  test.each(twins)('%s are not said to be one child, and not merged', async (_, first, second) => {
    const [one, two] = await givenTwo({ ...birth, ...first }, { ...birth, ...second })
    const reviewId = await intake.proposedPair(two, one)
    await expect(intake.decide(reviewId, 'same')).rejects.toMatchObject(refusedAs('different-babies'))
    await expect(intake.propose(reviewId, { surviving: one })).rejects.toMatchObject(
      refusedAs('same-child-first'),
    )
    // Nor where somebody had said so before it was known which baby each was.
    const { look } = intake.test
    await look`
      update intake.duplicate_reviews
      set state = 'same', decided_at = proposed_at, decided_by = gen_random_uuid() where id = ${reviewId}`
    await expect(intake.propose(reviewId, { surviving: one })).rejects.toMatchObject(
      refusedAs('different-babies'),
    )
    expect(await look`select 1 from intake.merges where review_id = ${reviewId}`).toHaveLength(0)
    const { reviews } = await intake.as(intake.coordinator).notification.read(reading(two))
    expect(reviews).toContainEqual(expect.objectContaining({ reviewId }))
    await intake.decide(reviewId, 'different')
    expect(await intake.accept(one)).not.toEqual(await intake.accept(two))
  })

  test('a repeated notification of one of them merges with that one', async () => {
    const [one, again] = await givenTwo({ ...birth, birthOrder: 1 }, { ...birth, birthOrder: 1 })
    const reviewId = await intake.proposedPair(again, one)
    await intake.decide(reviewId, 'same')
    const mergeId = await intake.propose(reviewId, { surviving: one })
    await intake.step('confirm', mergeId)
    expect((await intake.as(intake.coordinator).notification.read(reading(again))).state).toBe('duplicate')
  })
})

describe('merges that depend on one another', () => {
  test('are undone from the last, and what was proposed before is out of date', async () => {
    const nhsNumber = aNumber()
    const [one, two] = await givenTwo({ nhsNumber }, { nhsNumber })
    const three = await intake.submit({ child: { nhsNumber } })
    const pairs = [await intake.proposedPair(two, one), await intake.proposedPair(three, one)] as const
    for (const pair of pairs) await intake.decide(pair, 'same')
    const first = await intake.propose(pairs[0], { surviving: one })
    await expect(intake.propose(pairs[1], { surviving: one })).rejects.toMatchObject(
      refusedAs('merge-under-way'),
    )
    await intake.step('confirm', first)
    const second = await intake.propose(pairs[1], { surviving: one })
    await intake.step('undo', first)
    await expect(intake.step('confirm', second)).rejects.toMatchObject(refusedAs('merge-outdated'))
    await intake.step('decline', second)

    await intake.decide(pairs[0], 'same')
    await intake.decide(pairs[1], 'same')
    const again = await intake.propose(pairs[0], { surviving: one })
    await intake.step('confirm', again)
    const last = await intake.propose(pairs[1], { surviving: one })
    await intake.step('confirm', last)
    await expect(intake.step('undo', again)).rejects.toMatchObject(refusedAs('later-merge-first'))
    await intake.step('undo', last)
    await intake.step('undo', again)
  })

  test('a record merged away is followed to where it went', async () => {
    const nhsNumber = aNumber()
    const [one, two] = await givenTwo({ nhsNumber }, { nhsNumber })
    const merged = await intake.proposedPair(two, one)
    await intake.decide(merged, 'same')
    await intake.step('confirm', await intake.propose(merged, { surviving: one }))
    const three = await intake.submit({ child: { nhsNumber } })
    const [withTwo, withOne] = [await intake.proposedPair(three, two), await intake.proposedPair(three, one)]
    const caller = intake.as(intake.coordinator)
    const { records } = await caller.duplicateReview.read({ areaId: intake.areaId, reviewId: withTwo })
    expect(records.map((record) => record.notificationId)).toEqual([three, one])
    await intake.decide(withTwo, 'same')
    await intake.step('confirm', await intake.propose(withTwo, { surviving: one }))
    const open = await caller.duplicateReview.list({ areaId: intake.areaId, state: 'open' })
    expect(open.rows.map(({ reviewId }) => reviewId)).not.toContain(withOne)
  })
})

describe('who may do what to a merge', () => {
  test('nobody of another area, nobody without a pass for both, and no designated doctor may propose', async () => {
    const { one, cases, reviewId, first } = await givenTwoCases()
    const mergeId = await intake.propose(reviewId, { surviving: one, cases })
    const { areaId } = intake
    const step = { areaId, mergeId, key: aKey(), version: 1 }
    const stranger = intake.as(intake.stranger)
    const theirs = { ...step, areaId: intake.theirs.areaId }
    const conflicted = intake.as(intake.second)
    const half = await intake.pass(intake.second, [first.caseId])
    for (const attempt of [
      () => stranger.merge.confirm(step),
      () => stranger.merge.confirm(theirs),
      () => stranger.merge.read({ areaId: intake.theirs.areaId, mergeId }),
      () => stranger.merge.list({ areaId, state: 'proposed' }),
      () => stranger.duplicateReview.list({ areaId, state: 'open' }),
      () => stranger.duplicateReview.read({ areaId: intake.theirs.areaId, reviewId }),
      () => conflicted.merge.confirm(step),
      () => conflicted.merge.confirm({ ...step, pass: half }),
      () => conflicted.merge.read({ areaId, mergeId, pass: half }),
      () => conflicted.duplicateReview.read({ areaId, reviewId, pass: half }),
      () =>
        conflicted.duplicateReview.decide({
          areaId,
          reviewId,
          key: aKey(),
          seen: 'same',
          decision: 'different',
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
    }
    const undisclosed = await conflicted.merge.read({ areaId, mergeId })
    expect(undisclosed).toMatchObject({
      merged: { identity: null, sections: [] },
      surviving: { identity: null },
    })
    const doctor = givenPerson(['designated-doctor'], areaId)
    await expect(intake.propose(reviewId, { surviving: one, cases, by: doctor })).rejects.toMatchObject(
      refusedAs('forbidden'),
    )
    await intake.step('confirm', mergeId, { by: doctor, cases })
  })

  test('only the proposer withdraws; when they have left, somebody else declines', async () => {
    const { known, caseId, reviewId } = await givenRepeat()
    const cases = [caseId]
    const mergeId = await intake.propose(reviewId, { surviving: known, cases })
    await expect(intake.step('withdraw', mergeId, { cases })).rejects.toMatchObject(
      refusedAs('merge-not-yours'),
    )
    await expect(intake.step('decline', mergeId, { by: intake.coordinator, cases })).rejects.toMatchObject(
      refusedAs('merge-needs-second-person'),
    )
    await intake.step('decline', mergeId, { cases })
    await intake.decide(reviewId, 'same', cases)
    const again = await intake.propose(reviewId, { surviving: known, cases })
    await intake.step('withdraw', again, { by: intake.coordinator, cases })
    const { rows } = await intake.as(intake.second).merge.list({ areaId: intake.areaId, state: 'withdrawn' })
    expect(rows.map((row) => row.mergeId)).toContain(again)
  })

  test('a second click gets the first answer; of two at the same moment one confirms', async () => {
    const { known, repeat, caseId, reviewId } = await givenRepeat()
    const cases = [caseId]
    const mergeId = await intake.propose(reviewId, { surviving: known, cases })
    const third = givenPerson(['coordinator'], intake.areaId)
    const step = async (by: typeof third) => ({
      areaId: intake.areaId,
      mergeId,
      key: aKey(),
      version: 1,
      pass: await intake.pass(by, cases),
    })
    const once = await step(intake.second)
    const outcomes = await Promise.allSettled([
      intake.as(intake.second).merge.confirm(once),
      intake.as(third).merge.confirm(await step(third)),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    if (outcomes[0]?.status === 'fulfilled') {
      expect(await intake.as(intake.second).merge.confirm(once)).toEqual({ mergeId })
    }
    const told = await intake.eventsAbout(repeat)
    expect(told.filter(({ type }) => type === 'notification.merged.v1')).toHaveLength(1)
  })

  test('a confirmation and an undoing at the same moment leave both records whole', async () => {
    const { known, repeat, caseId, reviewId } = await givenRepeat()
    const cases = [caseId]
    const before = await intake.exported([known, repeat])
    const mergeId = await intake.propose(reviewId, { surviving: known, cases })
    await intake.step('confirm', mergeId, { cases })
    const outcomes = await Promise.allSettled([
      intake.step('undo', mergeId, { by: intake.coordinator, cases }),
      intake.step('confirm', mergeId, { cases }),
      intake.step('undo', mergeId, { cases }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await intake.exported([known, repeat])).toBe(before)
  })

  test('a confirmation that does not finish leaves nothing behind, and can be done again', async () => {
    const { known, repeat, caseId, reviewId } = await givenRepeat()
    const cases = [caseId]
    const mergeId = await intake.propose(reviewId, { surviving: known, cases })
    const before = await intake.exported([known, repeat])
    const audit = { record: () => Promise.reject(new Error('the disk is full')) }
    const once = {
      areaId: intake.areaId,
      mergeId,
      key: aKey(),
      version: 1,
      pass: await intake.pass(intake.second, cases),
    }
    const failing = calling(intake.second, { ...intake.parts, audit })
    await expect(failing.merge.confirm(once)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(await intake.exported([known, repeat])).toBe(before)
    expect(await intake.eventsAbout(repeat)).toHaveLength(1)
    expect(await intake.as(intake.second).merge.confirm(once)).toEqual({ mergeId })
  })
})

describe('the database itself', () => {
  const inArea = (work: Parameters<typeof intake.test.database.transaction>[1]) =>
    intake.test.database.transaction(intake.second, work)

  test('takes no step that is not in the table, and no confirmation by the proposer', async () => {
    const { known, caseId, reviewId } = await givenRepeat()
    const mergeId = await intake.propose(reviewId, { surviving: known, cases: [caseId] })
    const at = intake.clock.now()
    const put = (state: MergeState, by: string) =>
      inArea(
        (tx) => tx`
          update intake.merges set state = ${state}, decided_by = ${by}, decided_at = ${at},
            confirmed_as = ${state === 'confirmed' || state === 'undone' ? 1_000_000 : null},
            undone_by = ${state === 'undone' ? by : null}, undone_at = ${state === 'undone' ? at : null}
          where id = ${mergeId}`,
      )
    const refused = { sqlState: '23514' }
    await expect(put('confirmed', intake.coordinator.personId)).rejects.toMatchObject(refused)
    await expect(put('withdrawn', intake.second.personId)).rejects.toMatchObject(refused)
    for (const to of MergeState.options.filter((state) => !nextMergeStates.proposed.includes(state))) {
      await expect(put(to, intake.second.personId)).rejects.toMatchObject(refused)
    }
    await intake.step('confirm', mergeId, { cases: [caseId] })
    for (const to of MergeState.options.filter((state) => !nextMergeStates.confirmed.includes(state))) {
      await expect(put(to, intake.second.personId)).rejects.toMatchObject(refused)
    }
    await expect(
      inArea((tx) => tx`update intake.merges set provenance = '{}' where id = ${mergeId}`),
    ).rejects.toMatchObject(refused)
  })

  test('makes no notification a duplicate, and none undecided again, without a merge that says so', async () => {
    const { known, repeat, caseId, reviewId } = await givenRepeat()
    const put = (state: 'received' | 'duplicate') =>
      inArea(
        (tx) => tx`
          update intake.notifications
          set state = ${state}, decided_at = ${state === 'received' ? null : intake.clock.now()}
          where id = ${repeat}`,
      )
    await expect(put('duplicate')).rejects.toMatchObject({ sqlState: '23514' })
    const mergeId = await intake.propose(reviewId, { surviving: known, cases: [caseId] })
    await intake.step('confirm', mergeId, { cases: [caseId] })
    await expect(put('received')).rejects.toMatchObject({ sqlState: '23514' })
  })
})

test('a review without any case is read without a pass, both records whole and audited', async () => {
  const { familyName } = child
  const [one, two] = await givenTwo({ familyName }, { familyName })
  const reviewId = await intake.proposedPair(two, one)
  const { areaId } = intake
  const shown = await intake.as(intake.coordinator).duplicateReview.read({ areaId, reviewId })
  expect(shown.records.map(({ identity }) => identity?.familyName)).toEqual([
    child.familyName,
    child.familyName,
  ])
  expect(shown.records.every(({ sections }) => sections.length > 0)).toBe(true)
  const entries = await intake.test.look`
    select 1 from intake.audit_entries
    where entry->>'action' = 'duplicate-review.read' and entry->'object'->>'id' = ${reviewId}`
  expect(entries).toHaveLength(1)
})

test('a person may have two records compared that no matching proposed', async () => {
  const [one, two] = await givenTwo({}, { nhsNumber: aNumber() })
  const { caseId } = await intake.accept(one)
  const reviewId = await intake.compare(two, caseId, 'unsure')
  expect(await intake.compare(two, caseId, 'same')).toBe(reviewId)
  await expect(
    intake.as(intake.coordinator).duplicateReview.raise({
      areaId: intake.areaId,
      notificationId: two,
      with: { caseId },
      key: aKey(),
    }),
  ).rejects.toMatchObject(refusedAs('not-found'))
})

test('a person may have two notifications compared that have no case yet, but not one with itself', async () => {
  const [one, two] = await givenTwo({}, { ...someChild() })
  const { raise, read } = intake.as(intake.coordinator).duplicateReview
  const raised = { areaId: intake.areaId, notificationId: two }
  const { reviewId } = await raise({ ...raised, with: { notificationId: one }, key: aKey() })
  expect(await read({ areaId: intake.areaId, reviewId })).toMatchObject({
    state: 'open',
    reasons: ['raised-by-a-person'],
    probability: null,
  })
  const back = { areaId: intake.areaId, notificationId: one, with: { notificationId: two }, key: aKey() }
  expect(await raise(back)).toEqual({ reviewId })
  await expect(raise({ ...raised, with: { notificationId: two }, key: aKey() })).rejects.toMatchObject(
    refusedAs('already-one-record'),
  )
  const stranger = intake.as(intake.stranger).duplicateReview
  await expect(
    stranger.raise({ ...raised, with: { notificationId: one }, key: aKey() }),
  ).rejects.toMatchObject(refusedAs('not-found'))
})

import { randomUUID } from 'node:crypto'
import {
  type CaseId,
  type CaseReference,
  ENGLISH,
  type FamilyLetterId,
  FamilyMemberSaid,
  LetterLanguage,
  MergeId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver, here, there } from '../transfer/testing-handed-over.ts'

let given: GivenCaseReview
let areas: ReturnType<typeof handingOver>
let coordinator: Person
let keyWorker: Person
let worked: { caseId: CaseId; reference: CaseReference }
let caseId: CaseId
beforeAll(async () => {
  given = await givenCaseReview()
  areas = handingOver(given)
  coordinator = areas.person(here)
  keyWorker = personIn(here, 'key-worker')
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  worked = await givenCase(given, here)
  caseId = worked.caseId
  const { personId } = keyWorker
  const call = await given.as(coordinator)
  await call.family.assignKeyWorker({ areaId: here, caseId, personId, from: today, key: newKey() })
})

const today = PlainDate.parse('2026-03-02')
const polish = LetterLanguage.parse('polish')
type Known = {
  name?: string
  noContact?: 'court-order'
  hearsNothing?: boolean
  safeContact?: string
  safeTimes?: string
}
const said = ({
  name = 'Invented Mother',
  noContact,
  hearsNothing = false,
  safeContact,
  safeTimes,
}: Known = {}) =>
  FamilyMemberSaid.parse({
    relation: 'mother',
    noContact: noContact ?? null,
    hearsNothing,
    inError: false,
    details: {
      name,
      livingApart: 'apart',
      language: null,
      interpreter: 'no',
      safeContact: safeContact ?? null,
      safeTimes: safeTimes ?? null,
      noContactWhy: null,
    },
  })
async function parent(known?: Known) {
  const call = await given.as(keyWorker)
  const record = { areaId: here, caseId, key: newKey(), changes: null, said: said(known) }
  return (await call.family.recordMember(record)).familyMemberId
}
type MemberId = Awaited<ReturnType<typeof parent>>
async function answered(askedBy: MemberId | null, asked: string, answer: string) {
  const call = await given.as(coordinator)
  const place = { areaId: here, caseId }
  const question = { body: 'trust' as const, askedOn: today, channel: 'in-person' as const, asked }
  const { familyQuestionId } = await call.family.ask({ ...place, key: newKey(), askedBy, ...question })
  const given1 = { version: 0, body: 'trust' as const, answeredOn: today, answer }
  await call.family.answer({ ...place, key: newKey(), familyQuestionId, ...given1 })
  return familyQuestionId
}
const values = { child: 'Ada', keyWorker: 'Invented Nurse', phone: '01632 960 001' }
async function draft(familyMemberId: MemberId, stage: 'first-contact' | 'after-panel' = 'first-contact') {
  const call = await given.as(keyWorker)
  const letter = { areaId: here, caseId, key: newKey(), familyMemberId, stage, language: ENGLISH, ...values }
  return (await call.letter.draft(letter)).familyLetterId
}
const of = (familyLetterId: FamilyLetterId, version: number) => ({
  areaId: here,
  caseId,
  familyLetterId,
  version,
  key: newKey(),
})
const gave = {
  givenOn: today,
  givenHow: 'posted' as const,
  givenBy: 'Invented Nurse',
  told: [],
  leaflet: false,
}
const refused = (message: string) => ({ message })

describe('what an area writes to parents', () => {
  test('has versions from a day on, in each language, and only words that are listed between braces', async () => {
    const area = newArea()
    const call = await given.as(personIn(area, 'coordinator'))
    const template = { areaId: area, stage: 'later-news' as const, language: polish, version: 0 }
    const save = { ...template, validFrom: today, wording: '{parent’s name}, {phone}', key: newKey() }
    for (const wording of ['{name}', 'a { alone', '{{phone}}']) {
      const wrong = call.letter.saveTemplate({ ...save, wording, key: newKey() })
      await expect(wrong).rejects.toMatchObject(refused('unknown-placeholder'))
    }
    expect(await call.letter.saveTemplate(save)).toEqual(await call.letter.saveTemplate(save))
    const past = { ...save, version: 1, validFrom: PlainDate.parse('2026-03-01'), key: newKey() }
    await expect(call.letter.saveTemplate(past)).rejects.toMatchObject(refused('dates-out-of-order'))
    const next = { ...save, version: 1, validFrom: PlainDate.parse('2026-04-01') }
    const two = await Promise.allSettled([
      call.letter.saveTemplate({ ...next, wording: 'One', key: newKey() }),
      call.letter.saveTemplate({ ...next, wording: 'Two', key: newKey() }),
    ])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { templates } = await call.letter.templates({ areaId: area })
    expect(templates.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [2, '2026-04-01'],
      [1, '2026-03-02'],
    ])
    for (const role of ['key-worker', 'chair', 'administrator'] as const) {
      const other = await given.as(personIn(area, role))
      await expect(other.letter.templates({ areaId: area })).rejects.toMatchObject(refused('forbidden'))
    }
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    await expect(elsewhere.letter.saveTemplate(save)).rejects.toMatchObject(refused('not-found'))
    const [row] = await given.test.look<{ everything: string }[]>`
      select string_agg(t::text, '|') as everything from case_review.letter_templates t where area_id = ${area}`
    expect(row?.everything).not.toContain('phone')
  })
})

describe('a letter to a parent', () => {
  test('is drafted, rewritten, finished, printed and given, and its answers are told from then on', async () => {
    const mother = await parent()
    const father = await parent({ name: 'Invented Father' })
    const own = await answered(mother, 'Was somebody there?', 'A nurse was.')
    await answered(father, 'Could he be saved?', 'Nobody knows.')
    const [worker, office] = [await given.as(keyWorker), await given.as(coordinator)]
    const familyLetterId = await draft(mother, 'after-panel')
    const place = { areaId: here, caseId, familyLetterId }
    const drafted = await worker.letter.read(place)
    expect(drafted.content.text).toContain('Dear Invented Mother')
    expect(drafted.content.text).toContain('Was somebody there?')
    expect(drafted.content.text).not.toContain('Could he be saved?')
    expect(drafted.content.answers).toEqual([{ familyQuestionId: own, version: 1 }])
    expect(drafted.cautions).toEqual(['lives-apart', 'does-not-fit-the-stage'])
    const finalise = { ...of(familyLetterId, 1), knowsWish: false }
    await expect(worker.letter.finalise(finalise)).rejects.toMatchObject(refused('letter-has-gaps'))
    await expect(worker.letter.print(place)).rejects.toMatchObject(refused('letter-not-final'))
    const text = drafted.content.text.replace(/\[[^\]]*\]/, 'The panel found nothing more.')
    const save = { ...of(familyLetterId, 1), text }
    expect(await office.letter.save(save)).toEqual(await office.letter.save(save))
    await expect(worker.letter.save({ ...save, key: newKey() })).rejects.toMatchObject(refused('stale'))
    const finish = { ...of(familyLetterId, 2), knowsWish: false }
    expect(await worker.letter.finalise(finish)).toEqual(await worker.letter.finalise(finish))
    await expect(worker.letter.save({ ...of(familyLetterId, 3), text: 'Other' })).rejects.toMatchObject(
      refused('stale'),
    )
    expect(await worker.letter.print(place)).toMatchObject({ text, datedOn: today })
    const give = { ...of(familyLetterId, 3), ...gave, told: [own], leaflet: true }
    await expect(
      worker.letter.give({ ...give, givenOn: PlainDate.parse('2026-03-03') }),
    ).rejects.toMatchObject(refused('date-in-future'))
    await worker.letter.give({ ...give, key: give.key })
    await worker.letter.give({ ...give, key: give.key })
    await expect(worker.letter.give({ ...give, key: newKey() })).rejects.toMatchObject(refused('stale'))
    await expect(worker.letter.withdraw(of(familyLetterId, 4))).rejects.toMatchObject(refused('stale'))
    const { family } = await office.family.open({ areaId: here, caseId, named: false })
    const toldRows = family.feedback.map(({ familyQuestionId, support, channel }) => [
      familyQuestionId,
      support,
      channel,
    ])
    expect(toldRows).toEqual(
      expect.arrayContaining([
        [own, null, 'letter'],
        [null, 'leaflet-given', 'letter'],
      ]),
    )
    expect(toldRows).toHaveLength(2)
    const again = await worker.letter.read({ ...place, familyLetterId: await draft(mother, 'after-panel') })
    expect(again.content.answers).toEqual([])
    const actions = await given.test.look<{ action: string }[]>`
      select distinct entry->>'action' as action from case_review.audit_entries
      where entry->>'action' like 'letter.%' and entry->'object'->>'id' = ${caseId} order by 1`
    expect(actions.map(({ action }) => action)).toEqual([
      'letter.draft',
      'letter.finalise',
      'letter.give',
      'letter.print',
      'letter.read',
      'letter.save',
    ])
    const [row] = await given.test.look<{ everything: string }[]>`
      select string_agg(l::text, '|') as everything from case_review.family_letters l where case_id = ${caseId}`
    expect(row?.everything).toContain('after-panel')
    for (const word of ['Invented', 'Ada', 'nurse']) expect(row?.everything).not.toContain(word)
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`update case_review.family_letters set content = '\\x00', version = version + 1
          where family_letter_id = ${familyLetterId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('never goes to whoever must not be contacted, not even one that was finished: by rule and by the database', async () => {
    const mother = await parent()
    const [worker, office] = [await given.as(keyWorker), await given.as(coordinator)]
    const familyLetterId = await draft(mother)
    await worker.letter.finalise({ ...of(familyLetterId, 1), knowsWish: false })
    const changes = { familyMemberId: mother, version: 1 }
    const barred = { areaId: here, caseId, key: newKey(), changes, said: said({ noContact: 'court-order' }) }
    await worker.family.recordMember(barred)
    const no = refused('must-not-be-contacted')
    await expect(office.letter.print({ areaId: here, caseId, familyLetterId })).rejects.toMatchObject(no)
    await expect(office.letter.give({ ...of(familyLetterId, 2), ...gave })).rejects.toMatchObject(no)
    await expect(draft(mother)).rejects.toMatchObject(no)
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`update case_review.family_letters set state = 'given', version = 3, given_on = ${today},
          given_how = 'posted', given_by = '\\x00', given_recorded_by = ${coordinator.personId},
          given_recorded_at = '2026-03-02' where family_letter_id = ${familyLetterId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
    await office.letter.withdraw(of(familyLetterId, 2))
  })

  test('goes against a wish to hear nothing only with that said, and never gives away what is another parent’s', async () => {
    const mother = await parent({ hearsNothing: true })
    const father = await parent({ name: 'Invented Father', safeContact: '4 Invented Road, Leeds' })
    await answered(father, 'Could he have been saved that night?', 'Nobody knows.')
    const worker = await given.as(keyWorker)
    const familyLetterId = await draft(mother)
    const finalise = (version: number, knowsWish = true) =>
      worker.letter.finalise({ ...of(familyLetterId, version), knowsWish })
    await expect(finalise(1, false)).rejects.toMatchObject(refused('wishes-to-hear-nothing'))
    const gaveAway = refused('letter-gives-another-away')
    await worker.letter.save({ ...of(familyLetterId, 1), text: 'He lives at 4 invented road,\nLeeds.' })
    await expect(finalise(2)).rejects.toMatchObject(gaveAway)
    await worker.letter.save({
      ...of(familyLetterId, 2),
      text: 'He asked: could he have been saved that night?',
    })
    await expect(finalise(3)).rejects.toMatchObject(gaveAway)
    await worker.letter.save({ ...of(familyLetterId, 3), text: 'Dear Invented Mother' })
    await expect(finalise(4)).resolves.toEqual({ version: 5 })
  })

  test('never tells what another parent was answered, when or by which number they are reached, save what is their own too', async () => {
    const mother = await parent({ safeContact: 'Through 01632 960 123' })
    const reached = {
      safeContact: 'By text: 07700 900 123, or 01632 960123',
      safeTimes: 'After ten at night',
    }
    const father = await parent({ name: 'Invented Father', ...reached })
    await answered(father, 'Could he have been saved that night?', 'Nobody can know that.')
    await answered(father, 'Was somebody there?', 'A nurse was there.')
    await answered(mother, 'Who was there?', 'A nurse was there.')
    const worker = await given.as(keyWorker)
    const familyLetterId = await draft(mother)
    let version = 1
    for (const text of ['nobody can  know that.', 'His: 07700 900123', 'He is up after ten at night']) {
      await worker.letter.save({ ...of(familyLetterId, version), text })
      version += 1
      await expect(
        worker.letter.finalise({ ...of(familyLetterId, version), knowsWish: false }),
      ).rejects.toMatchObject(refused('letter-gives-another-away'))
    }
    const text = 'A nurse was there. I have your number as 01632 960123.'
    await worker.letter.save({ ...of(familyLetterId, version), text })
    await worker.letter.finalise({ ...of(familyLetterId, version + 1), knowsWish: false })
  })

  test('with an answer that must not be told yet is finished by nobody and read by no key worker', async () => {
    const mother = await parent()
    const own = await answered(mother, 'Was somebody there?', 'Somebody is accused.')
    const [worker, office] = [await given.as(keyWorker), await given.as(coordinator)]
    const familyLetterId = await draft(mother, 'after-panel')
    const place = { areaId: here, caseId, familyLetterId }
    await office.caveat.record({
      areaId: here,
      caseId,
      target: { of: 'family-question', familyQuestionId: own },
      kind: 'prosecution-pending',
      why: 'The trial',
      askedBy: 'Invented Inspector',
      owner: 'coordinator',
      reviewOn: PlainDate.parse('2026-06-01'),
      key: newKey(),
    })
    const no = refused('not-to-be-told-yet')
    await expect(worker.letter.read(place)).rejects.toMatchObject(no)
    await expect(worker.letter.save({ ...of(familyLetterId, 1), text: 'Other' })).rejects.toMatchObject(no)
    expect((await office.letter.read(place)).cautions).toContain('answers-withheld')
    await expect(
      office.letter.finalise({ ...of(familyLetterId, 1), knowsWish: false }),
    ).rejects.toMatchObject(no)
    const later = await office.letter.read({ ...place, familyLetterId: await draft(mother, 'after-panel') })
    expect(later.content.text).not.toContain('accused')
  })

  test('posted before its answer changed, or came under a caveat, is recorded as what it said; its parent is to be told anew', async () => {
    const mother = await parent()
    const own = await answered(mother, 'Was somebody there?', 'A nurse was.')
    const office = await given.as(coordinator)
    const [posted, late] = [await draft(mother, 'after-panel'), await draft(mother, 'after-panel')]
    for (const id of [posted, late]) {
      await office.letter.save({ ...of(id, 1), text: 'Dear Invented Mother, a nurse was.' })
      await office.letter.finalise({ ...of(id, 2), knowsWish: false })
    }
    given.clock.set('2026-03-05T10:00:00.000Z')
    const place = { areaId: here, caseId, familyQuestionId: own }
    const anew = { version: 1, body: 'trust' as const, answeredOn: today, answer: 'Two nurses were.' }
    await office.family.answer({ ...place, key: newKey(), ...anew })
    const caveat = {
      areaId: here,
      caseId,
      target: { of: 'family-question' as const, familyQuestionId: own },
      kind: 'prosecution-pending' as const,
      why: 'The trial',
      askedBy: 'Invented Inspector',
      owner: 'coordinator' as const,
      reviewOn: PlainDate.parse('2026-06-01'),
    }
    const { caveatId } = await office.caveat.record({ ...caveat, key: newKey() })
    given.clock.set('2026-03-09T10:00:00.000Z')
    const read = async (id: FamilyLetterId) =>
      (await office.letter.read({ areaId: here, caseId, familyLetterId: id })).changes
    const changes = [
      { familyQuestionId: own, why: 'answered-anew', since: '2026-03-05' },
      { familyQuestionId: own, why: 'withheld', since: '2026-03-05' },
    ]
    expect(await read(posted)).toEqual(changes)
    const give = (id: FamilyLetterId, on: string) =>
      office.letter.give({ ...of(id, 3), ...gave, givenOn: PlainDate.parse(on), told: [own] })
    await expect(give(late, '2026-03-06')).rejects.toMatchObject(refused('not-to-be-told-yet'))
    const worker = await given.as(keyWorker)
    await expect(worker.letter.give({ ...of(posted, 3), ...gave })).rejects.toMatchObject(
      refused('not-to-be-told-yet'),
    )
    const printed = office.letter.print({ areaId: here, caseId, familyLetterId: posted })
    await expect(printed).rejects.toMatchObject(refused('not-to-be-told-yet'))
    await give(posted, '2026-03-04')
    expect(await read(posted)).toEqual(changes)
    const { family } = await office.family.open({ areaId: here, caseId, named: false })
    expect(family.feedback).toMatchObject([
      { familyQuestionId: own, answerEntry: 1, toldOn: '2026-03-04', channel: 'letter' },
    ])
    const anewTask = async () =>
      (await office.case.open({ areaId: here, caseId, fieldClasses: [] })).case.tasks.filter(
        ({ stage }) => stage === 'answers-to-tell-anew',
      )
    // While they must not be told, there is nothing to tell.
    expect(await anewTask()).toEqual([])
    const lift = { areaId: here, caseId, caveatId, version: 1, why: 'The trial is over' }
    await office.caveat.lift({ ...lift, key: newKey() })
    await expect(give(late, '2026-03-06')).rejects.toMatchObject(refused('stale'))
    expect(await anewTask()).toMatchObject([{ status: 'there-is-a-problem' }])
    expect(await read(posted)).toMatchObject([{ familyQuestionId: own, why: 'answered-anew' }])
    // Whoever wishes to hear nothing is not to be told for the sake of a task.
    const wishing = async (version: number, hearsNothing: boolean) =>
      office.family.recordMember({
        areaId: here,
        caseId,
        key: newKey(),
        changes: { familyMemberId: mother, version },
        said: said({ hearsNothing }),
      })
    await wishing(1, true)
    expect(await anewTask()).toEqual([])
    await wishing(2, false)
    expect(await anewTask()).toHaveLength(1)
    await office.family.tell({
      areaId: here,
      caseId,
      key: newKey(),
      familyMemberId: mother,
      told: { what: 'answer', familyQuestionId: own, version: 2 },
      toldOn: PlainDate.parse('2026-03-09'),
      channel: 'in-person',
      toldBy: 'Invented Nurse',
      knowsWish: false,
    })
    expect(await anewTask()).toEqual([])
    expect(await read(posted)).toEqual([])
  })

  test('is nobody’s once the report was wrong, and of a key worker of another family never', async () => {
    const familyLetterId = await draft(await parent())
    const place = { areaId: here, caseId, familyLetterId }
    const [worker, stranger] = [await given.as(keyWorker), await given.as(personIn(here, 'key-worker'))]
    await worker.letter.finalise({ ...of(familyLetterId, 1), knowsWish: false })
    await expect(stranger.letter.print(place)).rejects.toMatchObject(refused('not-found'))
    await expect(stranger.letter.list({ areaId: here, caseId })).rejects.toMatchObject(refused('not-found'))
    const other = await givenCase(given, here)
    const call = await given.as(coordinator)
    await expect(call.letter.print({ ...place, caseId: other.caseId })).rejects.toMatchObject(
      refused('not-found'),
    )
    await givenErrorReport(given, here, caseId)
    for (const one of [worker, call]) {
      await expect(one.letter.print(place)).rejects.toMatchObject(refused('not-found'))
    }
  })

  test('stays with its parent’s record through a merge, and goes to another area, where it has to be read first', async () => {
    const familyLetterId = await draft(await parent())
    const kept = await givenCase(given, here)
    const mergeId = MergeId.parse(randomUUID())
    const payload = { caseId, intoCaseId: kept.caseId, mergeId }
    await given.hear('intake', here, { type: 'case.merged.v1', subject: caseId, payload })
    const call = await given.as(coordinator)
    const save = { ...of(familyLetterId, 1), caseId: kept.caseId, text: 'Dear Invented Mother' }
    await expect(call.letter.save({ ...save, caseId })).rejects.toMatchObject(
      refused('not-allowed-in-this-state'),
    )
    await call.letter.save({ ...save, key: newKey() })
    await given.hear('intake', here, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId },
    })
    expect((await call.letter.list({ areaId: here, caseId })).letters).toHaveLength(1)
    expect((await call.letter.list({ areaId: here, caseId: kept.caseId })).letters).toEqual([])
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    const office = await areas.coordinator(there)
    const place = { ...of(familyLetterId, 2), areaId: there }
    const read = await office.letter.read({ areaId: there, caseId, familyLetterId })
    expect(read.cautions).toContain('written-in-another-area')
    await expect(office.letter.finalise({ ...place, knowsWish: false })).rejects.toMatchObject(
      refused('letter-of-another-area'),
    )
    await office.letter.save({ ...place, key: newKey(), text: read.content.text })
    await office.letter.finalise({ ...place, key: newKey(), version: 3, knowsWish: false })
  })

  test('with an answer of a record that was one with this is withdrawn once they are two, and read by no key worker', async () => {
    const mother = await parent()
    const own = await answered(mother, 'Was somebody there?', 'A nurse was.')
    const kept = await givenCase(given, here)
    const office = await given.as(coordinator)
    const { personId } = keyWorker
    const assigned = { areaId: here, caseId: kept.caseId, personId, from: today }
    await office.family.assignKeyWorker({ ...assigned, key: newKey() })
    const mergeId = MergeId.parse(randomUUID())
    const first = caseId
    const payload = { caseId: first, intoCaseId: kept.caseId, mergeId }
    await given.hear('intake', here, { type: 'case.merged.v1', subject: first, payload })
    caseId = kept.caseId
    const stays = await draft(mother)
    const together = await answered(null, 'What happens next?', 'The panel meets.')
    const drafted = await draft(mother, 'after-panel')
    const finished = await draft(mother, 'after-panel')
    const handed = await draft(mother, 'after-panel')
    const { content } = await office.letter.read({ areaId: here, caseId, familyLetterId: drafted })
    expect(content.answers.map((one) => one.familyQuestionId).sort()).toEqual([own, together].sort())
    const text = 'Dear Invented Mother'
    for (const id of [finished, handed]) {
      await office.letter.save({ ...of(id, 1), text })
      await office.letter.finalise({ ...of(id, 2), knowsWish: false })
    }
    await office.letter.give({ ...of(handed, 3), ...gave })
    const undone = { caseId: first, mergeId }
    await given.hear('intake', here, { type: 'case.merge-undone.v1', subject: first, payload: undone })
    const { letters } = await office.letter.list({ areaId: here, caseId: first })
    const stateOf = (id: FamilyLetterId) => letters.find((one) => one.familyLetterId === id)?.state
    expect([stays, drafted, finished, handed].map(stateOf)).toEqual([
      'draft',
      'withdrawn',
      'withdrawn',
      'given',
    ])
    const worker = await given.as(keyWorker)
    for (const familyLetterId of [drafted, finished, handed]) {
      const place = { areaId: here, caseId: first, familyLetterId }
      await expect(worker.letter.read(place)).rejects.toMatchObject(refused('not-to-be-told-yet'))
      expect((await office.letter.read(place)).content.text).toContain('Dear Invented Mother')
    }
    await worker.letter.read({ areaId: here, caseId: first, familyLetterId: stays })
    const [audited] = await given.test.look<{ times: number }[]>`
      select count(*)::int as times from case_review.audit_entries
      where entry->>'action' = 'letter.withdraw' and entry->'object'->>'id' = ${first}`
    expect(audited?.times).toBe(1)
  })
})

import { type AreaId, type CaseId, FamilyMemberSaid, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
let area: AreaId
let coordinator: Person
let keyWorker: Person
let caseId: CaseId
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(async () => {
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  keyWorker = personIn(area, 'key-worker')
  caseId = (await givenCase(given, area)).caseId
  const call = await given.as(coordinator)
  const { personId } = keyWorker
  await call.family.assignKeyWorker({ areaId: area, caseId, personId, from: today, key: newKey() })
})
const today = PlainDate.parse('2026-03-02')

/** A parent, and a question of the family with its answer. */
async function answered(parent: { noContact?: 'court-order'; hearsNothing?: boolean } = {}) {
  const call = await given.as(keyWorker)
  const { familyMemberId } = await call.family.recordMember({
    areaId: area,
    caseId,
    key: newKey(),
    changes: null,
    said: parentSaid(parent),
  })
  const { familyQuestionId } = await call.family.ask({
    areaId: area,
    caseId,
    key: newKey(),
    body: 'trust',
    askedBy: familyMemberId,
    askedOn: today,
    channel: 'in-person',
    asked: 'Was somebody there?',
  })
  const question = { areaId: area, caseId, familyQuestionId }
  const answer = { body: 'trust' as const, answeredOn: today, answer: 'A nurse was, and is accused.' }
  await (await given.as(coordinator)).family.answer({ ...question, key: newKey(), version: 0, ...answer })
  return { familyMemberId, question }
}
function parentSaid({
  noContact,
  hearsNothing = false,
}: {
  noContact?: 'court-order'
  hearsNothing?: boolean
} = {}) {
  return FamilyMemberSaid.parse({
    relation: 'father',
    noContact: noContact ?? null,
    hearsNothing,
    inError: false,
    details: {
      name: 'Invented Father',
      livingApart: 'not-known',
      language: null,
      interpreter: 'no',
      safeContact: null,
      safeTimes: null,
      noContactWhy: null,
    },
  })
}
type Answered = Awaited<ReturnType<typeof answered>>
const feedback = ({ familyMemberId, question }: Answered, { knowsWish = false, version = 1 } = {}) => ({
  areaId: area,
  caseId,
  familyMemberId,
  told: { what: 'answer' as const, familyQuestionId: question.familyQuestionId, version },
  toldOn: today,
  channel: 'in-person' as const,
  toldBy: 'Invented Nurse',
  knowsWish,
  key: newKey(),
})

test('an answer is fed back to one parent, once, in the version they were told', async () => {
  const one = await answered()
  const call = await given.as(keyWorker)
  const told = feedback(one)
  expect(await call.family.tell(told)).toEqual(await call.family.tell(told))
  await expect(call.family.tell(feedback(one, { version: 2 }))).rejects.toMatchObject({ message: 'stale' })
  const late = { ...feedback(one), toldOn: PlainDate.parse('2026-03-03') }
  await expect(call.family.tell(late)).rejects.toMatchObject({ message: 'date-in-future' })
  const { family } = await call.family.open({ areaId: area, caseId, named: false })
  const { familyMemberId } = one
  expect(family.feedback).toMatchObject([{ familyMemberId, answerEntry: 1, toldBy: 'Invented Nurse' }])
  const stranger = await given.as(personIn(area, 'key-worker'))
  await expect(stranger.family.tell(feedback(one))).rejects.toMatchObject({ message: 'not-found' })
})

test('nobody is told or given anything who must not be contacted, by rule and by the database', async () => {
  const one = await answered({ noContact: 'court-order' })
  const call = await given.as(coordinator)
  await expect(call.family.tell(feedback(one))).rejects.toMatchObject({ message: 'must-not-be-contacted' })
  const support = { what: 'support' as const, support: 'leaflet-given' as const }
  await expect(call.family.tell({ ...feedback(one), told: support })).rejects.toMatchObject({
    message: 'must-not-be-contacted',
  })
  await expect(pastTheRules(one)).rejects.toMatchObject({ sqlState: '23514' })
})

test('somebody who wishes to hear nothing is told only by whoever says that they know', async () => {
  const one = await answered({ hearsNothing: true })
  const call = await given.as(keyWorker)
  await expect(call.family.tell(feedback(one))).rejects.toMatchObject({ message: 'wishes-to-hear-nothing' })
  await expect(call.family.tell(feedback(one, { knowsWish: true }))).resolves.toBeDefined()
})

const notYet = ({ question: { familyQuestionId } }: Pick<Answered, 'question'>) => ({
  areaId: area,
  caseId,
  target: { of: 'family-question' as const, familyQuestionId },
  kind: 'prosecution-pending' as const,
  why: 'The trial',
  askedBy: 'Invented Inspector',
  owner: 'coordinator' as const,
  reviewOn: PlainDate.parse('2026-06-01'),
  key: newKey(),
})

test('what must not be told yet is read by no key worker and told to nobody, until it is lifted', async () => {
  const one = await answered()
  const [office, worker] = [await given.as(coordinator), await given.as(keyWorker)]
  const caveat = notYet(one)
  await expect(worker.caveat.record(caveat)).rejects.toMatchObject({ message: 'forbidden' })
  await expect(office.caveat.record({ ...caveat, reviewOn: today })).rejects.toMatchObject({
    message: 'dates-out-of-order',
  })
  const { caveatId } = await office.caveat.record(caveat)
  expect(await office.caveat.record(caveat)).toEqual({ caveatId })
  await expect(office.caveat.record({ ...caveat, key: newKey() })).rejects.toMatchObject({
    message: 'caveat-stands-already',
  })
  const seen = await worker.family.open({ areaId: area, caseId, named: false })
  expect(JSON.stringify(seen)).not.toContain('accused')
  expect(JSON.stringify(seen)).not.toContain('The trial')
  expect(seen.family.questions).toMatchObject([{ withheld: true, answers: [] }])
  const { family } = await office.family.open({ areaId: area, caseId, named: false })
  expect(family.caveats).toMatchObject([
    { liftedOn: null, entries: [{ note: { why: 'The trial', askedBy: 'Invented Inspector' } }] },
  ])
  await expect(office.family.tell(feedback(one))).rejects.toMatchObject({ message: 'not-to-be-told-yet' })
  await expect(pastTheRules(one)).rejects.toMatchObject({ sqlState: '23514' })
  const lifting = { areaId: area, caseId, caveatId, version: 1, why: 'The trial is over' }
  await office.caveat.lift({ ...lifting, key: newKey() })
  await expect(office.caveat.lift({ ...lifting, key: newKey() })).rejects.toMatchObject({ message: 'stale' })
  await expect(worker.family.tell(feedback(one))).resolves.toBeDefined()
})

const pastTheRules = ({ familyMemberId, question }: Answered) =>
  given.test.database.transaction(
    coordinator,
    (tx) => tx`
      insert into case_review.family_feedback (area_id, family_feedback_id, case_id, family_member_id,
        family_question_id, answer_entry, told_on, channel, told_by, recorded_by, recorded_at)
      values (${area}, gen_random_uuid(), ${caseId}, ${familyMemberId}, ${question.familyQuestionId}, 1, ${today},
        'in-person', '\\x00', ${coordinator.personId}, '2026-03-02')`,
  )

test('why a question stays without an answer is read by no key worker either while it must not be told yet', async () => {
  const [office, worker] = [await given.as(coordinator), await given.as(keyWorker)]
  const place = { areaId: area, caseId }
  const asked = { askedBy: null, askedOn: today, channel: 'in-person' as const, asked: 'Who was there?' }
  const { familyQuestionId } = await worker.family.ask({ ...place, key: newKey(), body: 'coroner', ...asked })
  const question = { ...place, familyQuestionId }
  const why = 'Somebody is accused.'
  await office.family.leaveOpen({ ...question, key: newKey(), reason: 'cannot-be-known', why })
  await office.caveat.record(notYet({ question }))
  const seen = await worker.family.open({ ...place, named: false })
  expect(seen.family.questions).toMatchObject([{ withheld: true, leftOpen: null }])
  const whole = await office.family.open({ ...place, named: false })
  expect(whole.family.questions).toMatchObject([{ withheld: true, leftOpen: { why } }])
})

test('a key worker sets the mark that somebody must not be contacted; only who sees the whole case lifts it, and says why', async () => {
  const one = await answered()
  const [office, worker] = [await given.as(coordinator), await given.as(keyWorker)]
  const { familyMemberId } = one
  const change = (
    version: number,
    said: ReturnType<typeof parentSaid>,
    allowedWhy: string | null = null,
  ) => ({
    areaId: area,
    caseId,
    changes: { familyMemberId, version },
    said,
    allowedWhy,
    key: newKey(),
  })
  await worker.family.recordMember(change(1, parentSaid({ noContact: 'court-order' })))
  const refused = { message: 'contact-not-theirs-to-allow' }
  const lift = change(2, parentSaid(), 'The order ended')
  await expect(worker.family.recordMember(lift)).rejects.toMatchObject(refused)
  const wrong = { ...parentSaid({ noContact: 'court-order' }), inError: true }
  await expect(worker.family.recordMember(change(2, wrong))).rejects.toMatchObject(refused)
  await expect(
    office.family.recordMember({ ...lift, key: newKey(), allowedWhy: null }),
  ).rejects.toMatchObject({
    message: 'invalid-answers',
  })
  expect(await office.family.recordMember(lift)).toEqual(await office.family.recordMember(lift))
  const { family } = await worker.family.open({ areaId: area, caseId, named: false })
  expect(family.members).toMatchObject([{ noContact: null, version: 3 }])
  expect(family.contactMarks).toMatchObject([
    { familyMemberId, noContact: 'court-order', by: keyWorker.personId },
    { familyMemberId, noContact: null, why: 'The order ended', by: coordinator.personId },
  ])
  await office.family.recordMember(change(3, parentSaid({ noContact: 'court-order' })))
  await expect(
    given.test.database.transaction(
      coordinator,
      (tx) => tx`
        insert into case_review.family_member_entries select area_id, family_member_id, 5, relation, null,
          hears_nothing, in_error, details, recorded_by, recorded_at, null
        from case_review.family_member_entries where family_member_id = ${familyMemberId} and entry = 4`,
    ),
  ).rejects.toMatchObject({ sqlState: '23514' })
})

test('somebody recorded wrongly who must not be contacted is never part of the family again without that: by rule and by the database', async () => {
  const worker = await given.as(keyWorker)
  const office = await given.as(coordinator)
  const barred = parentSaid({ noContact: 'court-order' })
  const record = { areaId: area, caseId, key: newKey(), changes: null, said: barred }
  const { familyMemberId } = await worker.family.recordMember(record)
  const change = (
    version: number,
    said: ReturnType<typeof parentSaid>,
    allowedWhy: string | null = null,
  ) => ({
    areaId: area,
    caseId,
    changes: { familyMemberId, version },
    said,
    allowedWhy,
    key: newKey(),
  })
  await office.family.recordMember(change(1, { ...barred, inError: true }, 'Nobody of this family'))
  await worker.family.recordMember(change(2, { ...parentSaid(), inError: true }))
  for (const call of [worker, office]) {
    for (const said of [parentSaid(), barred]) {
      await expect(call.family.recordMember(change(3, said, 'Of it after all'))).rejects.toMatchObject({
        message: 'not-found',
      })
    }
  }
  await expect(
    given.test.database.transaction(
      coordinator,
      (tx) => tx`
        insert into case_review.family_member_entries select area_id, family_member_id, 4, relation, null,
          hears_nothing, false, details, recorded_by, recorded_at, null
        from case_review.family_member_entries where family_member_id = ${familyMemberId} and entry = 3`,
    ),
  ).rejects.toMatchObject({ sqlState: '23514' })
})

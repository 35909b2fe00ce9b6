import { randomUUID } from 'node:crypto'
import {
  type CaseId,
  type CaseReference,
  FamilyMemberSaid,
  MergeId,
  type NoContactReason,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newKey } from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver, here, there } from '../transfer/testing-handed-over.ts'

let given: GivenCaseReview
let areas: ReturnType<typeof handingOver>
let kept: { caseId: CaseId; reference: CaseReference }
let merged: { caseId: CaseId; reference: CaseReference }
beforeAll(async () => {
  given = await givenCaseReview()
  areas = handingOver(given)
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  kept = await givenCase(given, here)
  merged = await givenCase(given, here)
})

const today = PlainDate.parse('2026-03-02')
const merge = () =>
  given.hear('intake', here, {
    type: 'case.merged.v1',
    subject: merged.caseId,
    payload: {
      caseId: merged.caseId,
      intoCaseId: kept.caseId,
      mergeId: MergeId.parse(randomUUID()),
    },
  })
const undo = () =>
  given.hear('intake', here, {
    type: 'case.merge-undone.v1',
    subject: merged.caseId,
    payload: { caseId: merged.caseId, mergeId: MergeId.parse(randomUUID()) },
  })
const familyOf = async (caseId: CaseId, areaId = here) =>
  (await (await areas.coordinator(areaId)).family.open({ areaId, caseId, named: false })).family

async function parent(caseId: CaseId, name: string, noContact: NoContactReason | null = null) {
  const said = FamilyMemberSaid.parse({
    relation: 'mother',
    noContact,
    hearsNothing: false,
    inError: false,
    details: {
      name,
      livingApart: 'not-known',
      language: null,
      interpreter: 'no',
      safeContact: null,
      safeTimes: null,
      noContactWhy: null,
    },
  })
  const call = await areas.coordinator(here)
  const record = { areaId: here, caseId, key: newKey(), changes: null, said }
  return { said, ...(await call.family.recordMember(record)) }
}

async function ask(caseId: CaseId, askedBy: Awaited<ReturnType<typeof parent>> | null) {
  const call = await areas.coordinator(here)
  const place = { areaId: here, caseId }
  const { familyQuestionId } = await call.family.ask({
    ...place,
    key: newKey(),
    body: 'trust',
    askedBy: askedBy?.familyMemberId ?? null,
    askedOn: today,
    channel: 'in-person',
    asked: 'Who was there?',
  })
  const answer = { body: 'trust' as const, answeredOn: today, answer: 'Two nurses.' }
  await call.family.answer({ ...place, familyQuestionId, version: 0, key: newKey(), ...answer })
  return familyQuestionId
}

async function tell(
  { familyMemberId }: Awaited<ReturnType<typeof parent>>,
  familyQuestionId: Awaited<ReturnType<typeof ask>> | null,
) {
  const told =
    familyQuestionId === null
      ? { what: 'support' as const, support: 'leaflet-given' as const }
      : { what: 'answer' as const, familyQuestionId, version: 1 }
  const when = { toldOn: today, channel: 'in-person' as const, toldBy: 'Invented Nurse', knowsWish: false }
  const call = await areas.coordinator(here)
  await call.family.tell({ areaId: here, caseId: kept.caseId, key: newKey(), familyMemberId, told, ...when })
}

/** While they are one: parents of both records ask, and are told what either asked. */
async function toldAcross() {
  const own = await parent(kept.caseId, 'Invented Parent')
  const other = await parent(merged.caseId, 'Invented Other')
  const askedBefore = await ask(merged.caseId, other)
  await merge()
  const ofOther = await ask(kept.caseId, other)
  const together = await ask(kept.caseId, null)
  await tell(other, together)
  await tell(own, askedBefore)
  await tell(other, askedBefore)
  await tell(other, null)
  return { own, other, askedBefore, ofOther, together }
}

/** Each record on its own: whoever asked or was told something in it is one of its own parents, by name. */
async function eachWhole(areaOfKept = here, areaOfMerged = here) {
  const [one, another] = [
    await familyOf(kept.caseId, areaOfKept),
    await familyOf(merged.caseId, areaOfMerged),
  ]
  for (const { members, questions, feedback } of [one, another]) {
    const own = members.map(({ familyMemberId }) => familyMemberId)
    for (const { askedBy } of questions) if (askedBy !== null) expect(own).toContain(askedBy)
    for (const { familyMemberId, familyQuestionId, toldBy } of feedback) {
      expect(own).toContain(familyMemberId)
      expect(toldBy).toBe('Invented Nurse')
      if (familyQuestionId !== null)
        expect(questions.map((each) => each.familyQuestionId)).toContain(familyQuestionId)
    }
  }
  expect(one.questions.map(({ askedBy }) => askedBy === null).sort()).toEqual([false, true])
  expect(one.feedback).toHaveLength(1)
  expect(another.questions).toHaveLength(1)
  expect(another.feedback).toHaveLength(3)
  expect(one.members.map(({ details }) => details.name).sort()).toEqual(['Invented Other', 'Invented Parent'])
  expect(another.members.map(({ details }) => details.name).sort()).toEqual([
    'Invented Other',
    'Invented Parent',
  ])
}

test('what parents asked and were told while two records were one stands whole with each once they are two', async () => {
  await toldAcross()
  await undo()
  await eachWhole()
})

test('either of two records that were one is handed to another area with all its family was told', async () => {
  await toldAcross()
  await undo()
  await carryCase(given.parts, await areas.handOver(kept, [here, there]))
  await eachWhole(there)
  await carryCase(given.parts, await areas.handOver(merged, [here, there]))
  await eachWhole(there, there)
})

test('a record is handed over while another is merged into it, with whoever of that one asked', async () => {
  const { other } = await toldAcross()
  await carryCase(given.parts, await areas.handOver(kept, [here, there]))
  const family = await familyOf(kept.caseId, there)
  expect(family.questions.map(({ asked }) => asked)).toEqual(['Who was there?', 'Who was there?'])
  expect(family.members.map(({ details }) => details.name)).toContain(other.said.details.name)
})

test('that a parent must not be contacted goes with them into the other record', async () => {
  const barred = await parent(merged.caseId, 'Invented Other')
  await merge()
  await ask(kept.caseId, barred)
  const { familyMemberId, said } = barred
  await (await areas.coordinator(here)).family.recordMember({
    areaId: here,
    caseId: kept.caseId,
    key: newKey(),
    changes: { familyMemberId, version: 1 },
    said: { ...said, noContact: 'court-order' },
  })
  await undo()
  expect((await familyOf(kept.caseId)).members).toMatchObject([{ version: 2, noContact: 'court-order' }])
})

test('a question is moved to no other parent past the rules, and what somebody was told to no other case', async () => {
  const { own, other, ofOther } = await toldAcross()
  const change = (work: Parameters<typeof given.test.database.transaction>[1]) =>
    given.test.database.transaction(areas.person(here), work)
  await undo()
  await expect(
    change(
      (tx) => tx`update case_review.family_questions set asked_by = ${own.familyMemberId}
        where family_question_id = ${ofOther}`,
    ),
  ).rejects.toMatchObject({ sqlState: '23514' })
  await expect(
    change(
      (tx) => tx`update case_review.family_feedback set told_on = '2026-03-01'
        where family_member_id = ${other.familyMemberId}`,
    ),
  ).rejects.toMatchObject({ sqlState: '23514' })
})

import type { AreaId, CaseId, PanelMeetingId, Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let areaId: AreaId
let caseId: CaseId
let panelMeetingId: PanelMeetingId
let coordinator: Person
let chair: Person
let member: Person
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
  chair = personIn(areaId, 'chair')
  member = personIn(areaId, 'panel-member')
  ;({ caseId } = await givenCase(given, areaId))
  ;({ panelMeetingId } = await givenReading(given, coordinator, caseId))
})

const place = () => ({ areaId, caseId, panelMeetingId })
const send = async (who: Person, text: string, key = newKey()) =>
  (await given.as(who)).panelComment.send({ ...place(), text, key })
const texts = async (who: Person) => {
  const { comments, heldBack } = await (await given.as(who)).panelComment.read(place())
  return { texts: comments.map(({ text }) => text), heldBack }
}
const apologise = async (who: Person, apologises: boolean, entry: number, key = newKey()) =>
  (await given.as(who)).panelApology.send({ areaId, panelMeetingId, apologises, entry, key })
const apologies = async (who: Person) => (await given.as(who)).panelApology.read({ areaId, panelMeetingId })
const refused = (message: string) => ({ message })

test('an apology reaches the chair and the coordinator, once, and can be taken back', async () => {
  const key = newKey()
  await apologise(member, true, 0, key)
  await apologise(member, true, 0, key)
  await expect(apologise(member, true, 0)).rejects.toMatchObject(refused('stale'))
  for (const who of [chair, coordinator]) expect((await apologies(who)).all).toEqual([member.personId])
  const other = personIn(areaId, 'panel-member')
  expect(await apologies(other)).toEqual({ own: { entry: 0, apologises: false }, all: null, heldBack: [] })
  expect((await apologies(member)).own).toEqual({ entry: 1, apologises: true })
  await apologise(member, false, 1)
  expect((await apologies(chair)).all).toEqual([])
  const stranger = personIn(newArea(), 'panel-member')
  await expect(apologise(stranger, true, 0)).rejects.toMatchObject(refused('not-found'))
  await expect(apologise(coordinator, true, 0)).rejects.toMatchObject(refused('forbidden'))
})

test('a comment reaches the chair, once, sealed, and no other member', async () => {
  const key = newKey()
  await send(member, 'The cot was old.', key)
  await send(member, 'The cot was old.', key)
  expect(await texts(chair)).toEqual({ texts: ['The cot was old.'], heldBack: 0 })
  expect(await texts(member)).toEqual({ texts: ['The cot was old.'], heldBack: 0 })
  expect(await texts(personIn(areaId, 'panel-member'))).toEqual({ texts: [], heldBack: 0 })
  expect(await texts(coordinator)).toEqual({ texts: [], heldBack: 0 })
  const [row] = await given.test.look<{ comment: Buffer }[]>`
    select comment from case_review.panel_comments where area_id = ${areaId}`
  expect(row?.comment.toString('latin1')).not.toContain('cot')
})

test('one that says who the child was is held back from the chair, and its writer cannot tell', async () => {
  const said = `I knew ${FAMILY_NAME}.`
  await send(member, said)
  expect(await texts(chair)).toEqual({ texts: [], heldBack: 1 })
  expect(await texts(member)).toEqual({ texts: [said], heldBack: 0 })
  expect((await apologies(coordinator)).heldBack).toEqual([caseId])
  expect((await apologies(chair)).heldBack).toEqual([])
  expect((await texts(coordinator)).texts).toEqual([said])
})

test('neither counts for quorum', async () => {
  const before = await (await given.as(chair)).panelMeeting.deliberation({ areaId, caseId })
  await apologise(member, true, 0)
  await send(member, 'The cot was old.')
  expect(await (await given.as(chair)).panelMeeting.deliberation({ areaId, caseId })).toEqual(before)
})

test('of somebody who withdrew from the case nothing reaches the chair, and they write no more', async () => {
  await send(member, 'The cot was old.')
  await (await given.as(member)).conflict.declare({ areaId, caseId, key: newKey() })
  expect(await texts(chair)).toEqual({ texts: [], heldBack: 0 })
  await expect(send(member, 'Again.')).rejects.toMatchObject(refused('not-found'))
  await expect(texts(member)).rejects.toMatchObject(refused('not-found'))
  await expect(send(personIn(newArea(), 'panel-member'), 'x')).rejects.toMatchObject(refused('not-found'))
})

import type { AreaId, CaseId, Person } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
let area: AreaId
let asha: Person
let ben: Person
let caseId: CaseId

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  asha = personIn(area, 'coordinator')
  ben = personIn(area, 'coordinator', 'panel-member')
  ;({ caseId } = await givenCase(given, area, { told: { acceptedBy: asha.personId } }))
})

async function open(person: Person, visit: 'with-name' | 'without-name' = 'with-name') {
  const call = await given.as(person)
  return call.case.open({ areaId: area, caseId, fieldClasses: [], visit })
}
async function passOf(person: Person, token: string | null) {
  return token === null ? null : acceptPass(given.rings.intake, person, token)
}
async function written() {
  const rows = await given.test.look<{ actor: string }[]>`
    select entry ->> 'actor' as actor from case_review.audit_entries
    where area_id = ${area} and entry ->> 'action' = 'case.name-own' and entry -> 'fieldClasses' = '["identity"]'
  `
  return rows.map(({ actor }) => actor)
}
const minutes = (at: string) => given.clock.set(`2026-03-02T${at}:00.000Z`)

describe('the name of the child', () => {
  test('comes with the pages of one’s own case, written down once per visit before the first', async () => {
    const first = await open(asha)
    expect(first.own).toBe(true)
    expect(await passOf(asha, first.pass)).toMatchObject({ caseIds: [caseId], fieldClasses: ['identity'] })
    expect(await passOf(asha, first.pass)).not.toHaveProperty('again')
    for (const at of ['10:00', '10:29', '10:58']) {
      minutes(at)
      expect(await passOf(asha, (await open(asha)).pass)).toMatchObject({ again: true })
    }
    expect(await written()).toEqual([`person:${asha.personId}`])
    minutes('11:28')
    expect(await passOf(asha, (await open(asha)).pass)).not.toHaveProperty('again')
    expect(await written()).toHaveLength(2)
  })

  test('comes with the pages of a case to the doctor who leads it, and to nobody else', async () => {
    const doctor = personIn(area, 'designated-doctor')
    for (const person of [ben, doctor]) expect(await open(person)).toMatchObject({ own: false, pass: null })
    const lead = { areaId: area, caseId, part: 'designated-doctor' as const, personId: doctor.personId }
    await (await given.as(asha)).assignment.assign({ ...lead, key: newKey(), instead: null })
    expect((await open(doctor)).pass).not.toBeNull()
    expect(await open(ben)).toMatchObject({ own: false, pass: null })
    expect(await written()).toEqual([`person:${doctor.personId}`])
  })

  test('stays hidden on a screen others can see: nothing is disclosed and nothing written down', async () => {
    expect(await open(asha, 'without-name')).toMatchObject({ own: true, pass: null })
    expect(await written()).toEqual([])
    expect(await passOf(asha, (await open(asha)).pass)).not.toHaveProperty('again')
    expect(await written()).toHaveLength(1)
  })

  test('goes with the case: whoever gave it away is shown it no more, in the middle of a visit too', async () => {
    await open(asha)
    const change = { areaId: area, caseId, part: 'coordinator' as const, personId: ben.personId }
    await (await given.as(asha)).assignment.assign({ ...change, key: newKey(), instead: asha.personId })
    expect(await open(asha)).toMatchObject({ own: false, pass: null })
    expect((await open(ben)).pass).not.toBeNull()
  })

  test('asked for, it is a look of its own each time', async () => {
    const ask = { areaId: area, caseId, fieldClasses: ['identity' as const], visit: 'with-name' as const }
    await open(asha)
    const asked = await (await given.as(asha)).case.open(ask)
    expect(await passOf(asha, asked.pass)).not.toHaveProperty('again')
  })
})

describe('who else is at a case', () => {
  const here = async (person: Person) => (await given.as(person)).case.whoIsHere({ areaId: area, caseId })

  test('is told to both, at each load and every few seconds', async () => {
    expect((await open(asha)).here).toEqual([])
    expect((await open(ben)).here).toEqual([asha.personId])
    expect(await here(asha)).toEqual({ here: [ben.personId] })
    minutes('10:02')
    expect(await here(asha)).toEqual({ here: [] })
    expect(await here(ben)).toEqual({ here: [asha.personId] })
    expect((await open(ben, 'without-name')).here).toEqual([asha.personId])
    expect(await here(asha)).toEqual({ here: [ben.personId] })
  })

  test('prolongs no visit by itself, and is forgotten within the hour', async () => {
    await open(asha)
    await open(ben)
    for (const at of ['10:10', '10:20', '10:29']) {
      minutes(at)
      await here(asha)
    }
    minutes('10:31')
    await open(asha)
    expect(await written()).toHaveLength(2)
    minutes('11:15')
    await open(asha)
    const kept = await given.test.look`select person_id from case_review.case_visits where area_id = ${area}`
    expect(kept).toEqual([{ personId: asha.personId }])
  })

  test('never names somebody who declared a conflict, and tells them nothing', async () => {
    await givenListing(given, asha, caseId)
    await open(ben)
    await open(asha)
    await (await given.as(ben)).conflict.declare({ areaId: area, caseId, key: newKey() })
    expect(await here(asha)).toEqual({ here: [] })
    await expect(here(ben)).rejects.toMatchObject({ message: 'not-found' })
    const elsewhere = personIn(newArea(), 'coordinator')
    await expect(here(elsewhere)).rejects.toMatchObject({ message: 'not-found' })
    await expect(here(personIn(area, 'chair'))).rejects.toMatchObject({ message: 'forbidden' })
  })
})

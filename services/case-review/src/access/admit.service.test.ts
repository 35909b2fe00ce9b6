import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const identity = ['identity' as const]

test('of some cases a person is admitted to those they may see, in the order asked, by one pass', async () => {
  const [area, elsewhere] = [newArea(), newArea()]
  const coordinator = personIn(area, 'coordinator')
  const one = await givenCase(given, area, {})
  const two = await givenCase(given, area, {})
  const other = await givenCase(given, elsewhere, {})
  const call = await given.as(coordinator)
  const asked = { areaId: area, caseIds: [two.caseId, other.caseId, one.caseId], fieldClasses: identity }
  const { rows, pass } = await call.case.admit(asked)
  expect(rows.map(({ caseId }) => caseId)).toEqual([two.caseId, one.caseId])
  const opened = await acceptPass(given.rings.intake, coordinator, pass ?? '')
  expect(opened).toMatchObject({ caseIds: [two.caseId, one.caseId], fieldClasses: identity })
  const whole = { ...asked, fieldClasses: [...identity, 'analysis' as const] }
  expect(await call.case.admit(whole)).toEqual({ rows: [], pass: null })
  const elsewhereOnly = { ...asked, caseIds: [other.caseId] }
  expect(await call.case.admit(elsewhereOnly)).toEqual({ rows: [], pass: null })
  await expect((await given.as(personIn(area, 'chair'))).case.admit(asked)).rejects.toMatchObject({
    message: 'forbidden',
  })
  await expect(call.case.admit({ ...asked, areaId: elsewhere })).rejects.toMatchObject({
    message: 'not-found',
  })
})

test('a declared conflict takes a case out of every admission, and is what is withheld', async () => {
  const area = newArea()
  const both = personIn(area, 'coordinator', 'chair')
  const colleague = personIn(area, 'coordinator')
  const one = await givenCase(given, area, {})
  const two = await givenCase(given, area, {})
  await givenListing(given, colleague, two.caseId)
  const call = await given.as(both)
  expect(await call.case.withheld({ areaId: area })).toEqual([])
  await call.conflict.declare({ areaId: area, caseId: two.caseId, key: newKey() })
  const asked = { areaId: area, caseIds: [two.caseId, one.caseId], fieldClasses: identity }
  expect((await call.case.admit(asked)).rows.map(({ caseId }) => caseId)).toEqual([one.caseId])
  expect(await call.case.withheld({ areaId: area })).toEqual([two.caseId])
  const leading = await given.as({ ...both, roles: ['response-lead', 'panel-member'] })
  expect(await leading.case.withheld({ areaId: area })).toEqual([two.caseId])
  expect(await (await given.as(colleague)).case.withheld({ areaId: area })).toEqual([])
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  await expect(stranger.case.withheld({ areaId: area })).rejects.toMatchObject({ message: 'not-found' })
})

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

test('of the cases a search found, a coordinator sees those they may, with one pass for their children', async () => {
  const [area, elsewhere] = [newArea(), newArea()]
  const coordinator = personIn(area, 'coordinator')
  const one = await givenCase(given, area, {})
  const two = await givenCase(given, area, {})
  const other = await givenCase(given, elsewhere, {})
  const call = await given.as(coordinator)
  const asked = { areaId: area, caseIds: [two.caseId, other.caseId, one.caseId] }
  const { rows, pass } = await call.case.found(asked)
  expect(rows.map(({ caseId }) => caseId)).toEqual([two.caseId, one.caseId])
  const opened = await acceptPass(given.parts.keyring, coordinator, pass ?? '')
  expect(opened).toMatchObject({ caseIds: [two.caseId, one.caseId], fieldClasses: ['identity'] })

  await givenListing(given, coordinator, two.caseId)
  const both = { ...coordinator, roles: ['coordinator' as const, 'chair' as const] }
  await (await given.as(both)).conflict.declare({ areaId: area, caseId: two.caseId, key: newKey() })
  const after = await call.case.found(asked)
  expect(after.rows.map(({ caseId }) => caseId)).toEqual([one.caseId])
  expect(await call.case.found({ areaId: area, caseIds: [other.caseId] })).toEqual({ rows: [], pass: null })
})

import { randomUUID } from 'node:crypto'
import type { AreaId, CategoryOfDeath } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, agreed, asPerson, envelope, givenReporting, hear, newArea, newCase } from '../testing.ts'

let given: GivenService
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())

type Mix = Readonly<{ category: CategoryOfDeath; placeOfDeath: string; reviews: number; modifiable: number }>

/** Reviews of an area, all of 2023-24 and of babies; of each mix the first so many with modifiable factors. */
async function givenReviews(areaId: AreaId, mixes: readonly Mix[]) {
  const cases = mixes.flatMap(({ category, placeOfDeath, reviews, modifiable }) =>
    Array.from({ length: reviews }, (_, at) => ({
      caseId: newCase(),
      category,
      placeOfDeath,
      found: at < modifiable,
    })),
  )
  await hear(
    given,
    'intake',
    cases.map(({ caseId, placeOfDeath }) =>
      envelope(areaId, {
        type: 'notification.accepted.v1',
        subject: caseId,
        payload: accepted(caseId, { placeOfDeath }),
      }),
    ),
  )
  await hear(
    given,
    'factor-analysis',
    cases.map(({ caseId, category, found }) =>
      envelope(areaId, {
        type: 'analysis.agreed.v1',
        subject: caseId,
        payload: agreed(caseId, {
          categories: [category],
          primaryCategory: category,
          modifiability: found ? 'modifiable-factors-identified' : 'no-modifiable-factors',
        }),
      }),
    ),
  )
  return cases
}

const ask = (areaId: AreaId) => asPerson(given, areaId).figure.caseMix({ areaId, reportingYear: '2023-24' })

test('an area’s share is held against all areas of its case mix, with case mix and coding apart, once there are three', async () => {
  const [mine, second, third] = [newArea(), newArea(), newArea()]
  // At home nine in ten, in hospital one in ten; this area has more deaths at home, and codes as the others do.
  await givenReviews(mine, [
    { category: 10, placeOfDeath: 'home', reviews: 40, modifiable: 36 },
    { category: 10, placeOfDeath: 'neonatal-unit', reviews: 20, modifiable: 2 },
  ])
  const others: readonly Mix[] = [
    { category: 10, placeOfDeath: 'home', reviews: 20, modifiable: 18 },
    { category: 10, placeOfDeath: 'neonatal-unit', reviews: 60, modifiable: 6 },
  ]
  await givenReviews(second, others)
  expect((await ask(mine)).compared).toBeNull()
  await givenReviews(third, others)

  const found = await ask(mine)
  expect(found).toMatchObject({ notForPublication: true, fewestReviews: 50, fewestAreas: 3 })
  expect(found.years.map(({ code }) => code)).toEqual(['2019-20', '2020-21', '2021-22', '2022-23', '2023-24'])
  expect(found.compared?.together).toMatchObject({
    kind: 'compared',
    reviews: 60,
    observed: 38,
    expected: expect.closeTo(38, 9),
    ratio: expect.closeTo(1, 9),
    position: 'within',
    split: { coding: expect.closeTo(0, 9) },
  })
  const split = found.compared?.together.kind === 'compared' ? found.compared.together.split : null
  expect(split?.caseMix).toBeCloseTo(100 * (38 / 60 - 86 / 220), 9)
  // Without the place of death, all of it would have looked like coding.
  expect(found.compared?.byYear.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 4 }, () => 'cannot-say'),
    'compared',
  ])
  expect(JSON.stringify(found)).not.toContain(second)
})

test('nothing is said of an area with too few reviews, and nobody else’s is read', async () => {
  const small = newArea()
  await givenReviews(small, [{ category: 10, placeOfDeath: 'home', reviews: 49, modifiable: 44 }])
  expect((await ask(small)).compared?.together).toMatchObject({
    kind: 'cannot-say',
    reason: 'too-few-reviews',
  })
  await expect(
    asPerson(given, newArea()).figure.caseMix({ areaId: small, reportingYear: '2023-24' }),
  ).rejects.toMatchObject({ message: 'not-found' })
  for (const role of ['coordinator', 'chair'] as const) {
    const asked = asPerson(given, small, [role]).figure.caseMix({ areaId: small, reportingYear: '2023-24' })
    await expect(asked).rejects.toMatchObject({ message: 'forbidden' })
  }
  await expect(
    asPerson(given, small).figure.caseMix({ areaId: small, reportingYear: '2026-27' }),
  ).rejects.toMatchObject({ message: 'date-in-future' })
})

test('what is known to be wrong is in no comparison, and every look is audited', async () => {
  const area = newArea()
  const [wrong] = await givenReviews(area, [
    { category: 9, placeOfDeath: 'home', reviews: 52, modifiable: 20 },
  ])
  if (wrong === undefined) throw new Error('there are reviews')
  const reviewsOf = async () => {
    const { compared } = await ask(area)
    return compared?.together.reviews
  }
  expect(await reviewsOf()).toBe(52)
  await hear(given, 'intake', [
    envelope(area, {
      type: 'notification.reported-in-error.v1',
      subject: wrong.caseId,
      version: 2,
      payload: {
        caseId: wrong.caseId,
        notificationId: randomUUID(),
        reason: 'entered-by-mistake',
        nationalDatabaseTold: false,
      },
    }),
  ])
  expect(await reviewsOf()).toBe(51)
  const entries = await given.test.look`
    select entry from reporting.audit_entries where area_id = ${area} and entry->>'action' = 'figure.case-mix'
  `
  expect(entries).toHaveLength(2)
})

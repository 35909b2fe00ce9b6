import type { AreaId, EventEnvelope } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { accepted, agreed, envelope, hear, newCase, serviceActor } from './testing.ts'

/**
 * Herefordshire and Worcestershire 2021/22 as its panel reported it (Herefordshire Council minutes): 43 notified, 28
 * reviewed, 16 of them with modifiable factors, and the four factor counts. The children are invented.
 */
export const herefordshireAndWorcestershire = {
  notified: 43,
  reviewed: 28,
  modifiable: 16,
  factors: {
    prematurity: 10,
    'smoking-in-pregnancy': 7,
    'neonatal-care-quality': 5,
    'complex-family-circumstances': 8,
  },
} as const

/** Lets an area hear of the deaths and reviews of Herefordshire and Worcestershire's year. */
export async function givenHerefordshireAndWorcestershire(
  given: GivenService,
  areaId: AreaId,
): Promise<void> {
  const { notified, reviewed, modifiable, factors } = herefordshireAndWorcestershire
  const deaths: EventEnvelope[] = []
  const reviews: EventEnvelope[] = []
  for (let child = 0; child < notified; child += 1) {
    const caseId = newCase()
    const recordedAt = '2022-03-31T09:00:00.000Z'
    const payload = accepted(caseId, {
      receivedOn: '2021-09-02',
      diedOn: '2021-09-01',
      sex: child % 2 === 0 ? 'female' : 'male',
    })
    deaths.push(envelope(areaId, { type: 'notification.accepted.v1', subject: caseId, payload, recordedAt }))
    if (child >= reviewed) continue
    const found = Object.entries(factors).flatMap(([code, times], at) =>
      // Spread so that each of the 16 has one at least, and no factor is counted twice in a review.
      (child + modifiable - at * 4) % modifiable < times && child < modifiable
        ? [{ domain: 'intrinsic' as const, code, relevance: 2 as const, modifiable: true }]
        : [],
    )
    const review = agreed(caseId, {
      reviewedOn: '2022-02-10',
      modifiability: child < modifiable ? 'modifiable-factors-identified' : 'no-modifiable-factors',
      factors: found,
    })
    reviews.push(
      envelope(areaId, { type: 'analysis.agreed.v1', subject: caseId, payload: review, recordedAt }),
    )
  }
  await hear(given, 'intake', deaths)
  await hear(given, 'factor-analysis', reviews)
}

/** England's deaths in the years ending March 2023 and 2024 (NCMD data releases), laid down in one statement. */
export const england = { '2022-23': 3_743, '2023-24': 3_577 } as const

export async function givenEngland(given: GivenService, areaId: AreaId): Promise<void> {
  await given.test.database.transaction(
    serviceActor('intake', areaId),
    (tx) => tx`
      insert into reporting.death_facts (
        area_id, case_id, event_version, recorded_from, died_on, died_in_year, received_on, age_band, sex,
        ethnic_category, place_of_death, expectedness, local_authority, jar_triggers, form_version, completeness
      )
      select ${areaId}, gen_random_uuid(), 1, '2024-05-01T00:00:00Z', year.died_on, year.code, year.died_on,
             (array['0-27d', '28-364d', '1-4y', '5-9y', '10-14y', '15-17y'])[1 + child % 6],
             (array['female', 'male'])[1 + child % 2], 'A', 'neonatal-unit', 'expected', 'E92000001',
             array[]::text[], '2026-04-01', '{"child-sex": "answered"}'::jsonb
      from (values ('2022-23', date '2022-10-01', ${england['2022-23']}::int),
                   ('2023-24', date '2023-10-01', ${england['2023-24']}::int)) as year (code, died_on, deaths),
           lateral generate_series(1, year.deaths) as child
    `,
  )
}

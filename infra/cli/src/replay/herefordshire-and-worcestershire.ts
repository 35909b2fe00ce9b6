import { AuthorityCode, FactorCode, FactorDomain } from '@cdop/domain'
import { firstDayOf, type PlannedDeath, type PlannedReview, plannedDeaths } from './planned-death.ts'
import published from './published-figures.json' with { type: 'json' }

const figures = published.herefordshireAndWorcestershire

/**
 * Which modifiable factors each review found: every factor is dealt to as many reviews as were printed, in turn, so
 * that exactly the printed number of reviews has at least one.
 */
function dealtFactors(): readonly PlannedReview['modifiable'][] {
  const hands: { domain: FactorDomain; code: FactorCode }[][] = Array.from(
    { length: figures.reviewsWithModifiableFactors },
    () => [],
  )
  let next = 0
  for (const [code, { domain, reviews }] of Object.entries(figures.factors)) {
    for (let dealt = 0; dealt < reviews; dealt += 1) {
      hands[next % hands.length]?.push({ domain: FactorDomain.parse(domain), code: FactorCode.parse(code) })
      next += 1
    }
  }
  return hands
}

/** 43 notified, 28 reviewed, 16 of them with modifiable factors: Herefordshire and Worcestershire, 2021/22. */
export function herefordshireAndWorcestershire(): readonly PlannedDeath[] {
  const hands = dealtFactors()
  return plannedDeaths({
    count: figures.notifications,
    expected: figures.expected,
    from: firstDayOf(figures.reportingYear),
    authorities: [AuthorityCode.parse('E06000019'), AuthorityCode.parse('E10000034')],
    nhsNumbersFrom: 100_000,
    review: (index) => {
      if (index >= figures.reviews) return null
      const modifiable = hands[index] ?? []
      const premature = modifiable.some((factor) => factor.code === 'prematurity')
      return { category: premature ? 8 : 7, modifiable }
    },
  })
}

import type { FactorCode, FactorDomain } from '@cdop/domain'
import type { AgreedAnalysis } from './panel-steps.ts'

/** The answers of an analysis form in which the panel found these modifiable factors, or none at all. */
export function analysisWith(
  category: number,
  modifiable: readonly { domain: FactorDomain; code: FactorCode }[],
): AgreedAnalysis {
  const assessed = (domain: FactorDomain) => {
    const factors = modifiable
      .filter((factor) => factor.domain === domain)
      .map((factor) => ({ code: factor.code, relevance: '2', modifiable: 'yes' }))
    return factors.length > 0 ? { answer: 'factors', factors } : { answer: 'none-identified' }
  }
  return {
    categories: [String(category)],
    domains: {
      intrinsic: assessed('intrinsic'),
      social: assessed('social'),
      physical: assessed('physical'),
      service: assessed('service'),
    },
    modifiability: modifiable.length > 0 ? 'modifiable-factors-identified' : 'no-modifiable-factors',
  }
}

/** A short agency return under the domain paths of the reporting form. Invented. */
export function inventedReturn(
  index: number,
  summary = 'Invented for demonstration: the agency knew the family and saw nothing unusual.',
): Record<string, unknown> {
  return {
    report: {
      reporter: { name: 'Sam Reporter', role: 'Named nurse' },
      involvement: { known: 'yes', services: ['primary-care'] },
      child: { conditions: index % 3 === 0 ? ['asthma'] : ['none'] },
      family: {
        householdSmoking: index % 4 === 0 ? 'yes' : 'no',
        smokingInPregnancy: index % 5 === 0 ? 'not-known' : 'no',
        socialCareStatus: index % 6 === 0 ? 'previously-known' : 'never-known',
        domesticAbuse: 'not-known',
      },
      summary,
    },
  }
}

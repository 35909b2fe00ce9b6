import { FactorCode, FactorDomain, factorCodebook, type PlainDate } from '@cdop/domain'

/** Every factor of the codebook of a day, with its domain. */
export function codesOn(day: PlainDate): ReadonlyMap<FactorCode, FactorDomain> {
  const codebook = factorCodebook(day)
  if (codebook === null) return new Map()
  return new Map(
    FactorDomain.options.flatMap((domain) =>
      Object.keys(codebook.domains[domain]).map((code) => [FactorCode.parse(code), domain] as const),
    ),
  )
}

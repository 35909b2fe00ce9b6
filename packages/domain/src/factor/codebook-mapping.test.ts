import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { codebookChanges } from './codebook-changes.ts'
import { type CodebookChange, type FactorKey, faultsOf, inLaterEdition } from './codebook-mapping.ts'
import { FactorDomain } from './factor.ts'
import { codebookEditions, type FactorCodebook } from './factor-codebook.ts'
import { codebookEntries, searchCodebook } from './search-codebook.ts'

const meaning = { label: 'One', definition: 'One.', example: 'One', synonyms: [] }
const edition = (version: string, keys: readonly FactorKey[]): FactorCodebook => ({
  version,
  from: PlainDate.parse(version),
  wording: 'own-unverified',
  domains: {
    intrinsic: {},
    social: {},
    physical: {},
    service: {},
    ...Object.fromEntries(
      Object.entries(Object.groupBy(keys, ({ domain }) => domain)).map(([domain, of]) => [
        domain,
        Object.fromEntries((of ?? []).map(({ code }) => [code, meaning])),
      ]),
    ),
  },
})
const key = fc.record({
  domain: fc.constantFrom(...FactorDomain.options),
  code: fc.constantFrom('a', 'b', 'c', 'd'),
})
const keys = fc.uniqueArray(key, { selector: ({ domain, code }) => `${domain}/${code}`, maxLength: 12 })
const same = (one: FactorKey, other: FactorKey) => one.domain === other.domain && one.code === other.code
const [V1, V2] = ['2030-04-01', '2031-04-01']

test('a change without faults takes every code of the older edition to one of the newer, or says it has no successor', () => {
  const change = fc.record({
    from: fc.constant(V1),
    to: fc.constant(V2),
    becomes: fc.array(fc.record({ was: key, is: key }), { maxLength: 6 }),
    withdrawn: fc.array(key, { maxLength: 4 }),
  })
  let whole = 0
  fc.assert(
    fc.property(keys, keys, change, fc.nat(), (olderKeys, newerKeys, any: CodebookChange, pick) => {
      // Any change at all, and one that says of every code that went what it became.
      const gone = olderKeys.filter((one) => !newerKeys.some((now) => same(one, now)))
      const is = newerKeys[pick % Math.max(1, newerKeys.length)]
      const said: CodebookChange =
        is === undefined
          ? { from: V1, to: V2, becomes: [], withdrawn: gone }
          : { from: V1, to: V2, becomes: gone.map((was) => ({ was, is })), withdrawn: [] }
      const given = pick % 2 === 0 ? any : said
      const [older, newer] = [edition(V1, olderKeys), edition(V2, newerKeys)]
      const faults = faultsOf(older, newer, given)
      const lostNothing = olderKeys.every((one) => {
        try {
          const found = inLaterEdition([older, newer], [given], { from: V1, to: V2, key: one })
          return found === 'no-successor' || Object.hasOwn(newer.domains[found.domain], found.code)
        } catch {
          return false
        }
      })
      if (faults.length > 0) return
      whole += olderKeys.length > 0 ? 1 : 0
      expect(lostNothing).toBe(true)
    }),
    { numRuns: 3_000 },
  )
  expect(whole).toBeGreaterThan(100)
})

test('a code that is left out, said twice, or was never there is a fault', () => {
  const [a, b]: FactorKey[] = [
    { domain: 'social', code: 'a' },
    { domain: 'social', code: 'b' },
  ]
  if (a === undefined || b === undefined) throw new Error('unreachable')
  const [older, newer] = [edition(V1, [a, b]), edition(V2, [a])]
  const change = { from: V1, to: V2, becomes: [], withdrawn: [] }
  expect(faultsOf(older, newer, change)).toEqual([b])
  expect(faultsOf(older, newer, { ...change, withdrawn: [b] })).toEqual([])
  expect(faultsOf(older, newer, { ...change, becomes: [{ was: b, is: a }] })).toEqual([])
  expect(faultsOf(older, newer, { ...change, withdrawn: [b], becomes: [{ was: b, is: a }] })).toContainEqual(
    b,
  )
  const elsewhere: FactorKey = { domain: 'service', code: 'a' }
  expect(faultsOf(older, newer, { ...change, withdrawn: [b, elsewhere] })).toEqual([elsewhere])
  const asked = { from: V1, to: V2, key: b }
  expect(inLaterEdition([older, newer], [{ ...change, withdrawn: [b] }], asked)).toBe('no-successor')
  expect(inLaterEdition([older, newer], [{ ...change, becomes: [{ was: b, is: a }] }], asked)).toEqual(a)
  expect(() => inLaterEdition([older, newer], [], asked)).toThrow(RangeError)
})

test('the editions there are lead from one to the next, and every change between them is without faults', () => {
  const oldestFirst = codebookEditions.toReversed()
  expect(codebookChanges.map(({ from, to }) => [from, to])).toEqual(
    oldestFirst.slice(1).map(({ version }, at) => [oldestFirst[at]?.version, version]),
  )
  for (const change of codebookChanges) {
    const [older, newer] = [change.from, change.to].map((version) =>
      codebookEditions.find((one) => one.version === version),
    )
    expect(older && newer && faultsOf(older, newer, change)).toEqual([])
  }
})

test('the codebook is searched by the beginnings of words, what is called so first; by nothing all of it is there', () => {
  const [book] = codebookEditions
  if (book === undefined) throw new Error('no codebook')
  expect(searchCodebook(book, '')).toEqual(codebookEntries(book))
  expect(searchCodebook(book, ' BED-sharing ').map(({ code }) => code)).toEqual(['co-sleeping'])
  const antibiotics = searchCodebook(book, 'antibiotic').map(({ code }) => code)
  expect(antibiotics[0]).toBe('treatment-initiation')
  expect(searchCodebook(book, 'leeping')).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chance,
  inventedBirth,
  inventedChild,
  notifiedAgain,
  testNumber,
  wrongDigit,
} from '../testing-children.ts'
import { compareChildren } from './compare-children.ts'
import { likelihoods, RELATIONS } from './likelihoods.ts'
import { matchKeysOf, nameSearchKey, numberSearchKey, searchKeysOf } from './match-keys.ts'
import type { MatchPerson } from './match-person.ts'
import { matchReasonWords } from './reason.ts'

/** Some years of England's child deaths. */
const among = { children: 35_000 }
const compare = (one: MatchPerson, other: MatchPerson) => compareChildren(one, other, among)
const sharesKey = (one: MatchPerson, other: MatchPerson) => {
  const theirs = new Set(matchKeysOf(other))
  return matchKeysOf(one).some((key) => theirs.has(key))
}
const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 })

describe('babies of one pregnancy', () => {
  /** Twins and triplets, in pairs, until there are a thousand. */
  const random = chance(2026)
  const births: (readonly MatchPerson[])[] = []
  const pairs: (readonly [MatchPerson, MatchPerson])[] = []
  while (pairs.length < 1_000) {
    const babies = inventedBirth(random)
    births.push(babies)
    babies.forEach((one, at) => {
      for (const other of babies.slice(at + 1)) pairs.push([one, other])
    })
  }

  test('are never taken for one child, in a thousand pairs', () => {
    expect(pairs.filter(([one, other]) => compare(one, other).verdict === 'same')).toEqual([])
  })

  test('are not taken for one child when each is notified again with slips', () => {
    const again = pairs.map(
      ([one, other]) => [notifiedAgain(one, random), notifiedAgain(other, random)] as const,
    )
    expect(again.filter(([one, other]) => compare(one, other).verdict === 'same')).toEqual([])
  })

  test('notified again are found, each as itself', () => {
    const missed: MatchPerson[][] = []
    const mistaken: MatchPerson[][] = []
    for (const babies of births) {
      for (const baby of babies) {
        const again = notifiedAgain(baby, random)
        const own = compare(again, baby)
        if (own.verdict === 'different' || !sharesKey(again, baby)) missed.push([again, baby])
        const others = babies.filter((other) => other !== baby).map((other) => compare(again, other))
        const stronger = others.some((other) => other.verdict === 'same')
        if (stronger) mistaken.push([again, baby])
      }
    }
    expect(mistaken).toEqual([])
    expect(missed).toEqual([])
  })

  test('with nothing to tell them apart are shown to a person', () => {
    const [one] = inventedBirth(chance(7))
    if (one === undefined) throw new Error('no baby')
    const bare = {
      ...one,
      nhsNumber: null,
      givenNames: 'Baby',
      birthOrder: null,
      birthWeightGrams: null,
      timeOfBirth: null,
      ofSeveral: true,
    }
    expect(compare(bare, { ...bare, givenNames: null }).verdict).toBe('possible')
  })

  test('who are the first and the second never match, whatever else agrees', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const [one] = inventedBirth(chance(from))
        if (one === undefined) throw new Error('no baby')
        const verdict = compare({ ...one, birthOrder: 1 }, { ...one, birthOrder: 2 }).verdict
        expect(verdict).not.toBe('same')
      }),
      { numRuns: 200 },
    )
  })

  test('say which they are by “Twin Two” as well as by a number', () => {
    const [one] = inventedBirth(chance(9))
    if (one === undefined) throw new Error('no baby')
    const named = (givenNames: string, birthOrder: number | null) => ({
      ...one,
      givenNames,
      birthOrder,
      nhsNumber: null,
      birthWeightGrams: null,
      timeOfBirth: null,
    })
    expect(compare(named('Twin One', null), named('Twin Two', null)).verdict).toBe('different')
    expect(compare(named('Twin II', null), named('Baby', 2)).reasons).toContain('same-birth-order')
  })
})

describe('a child notified again', () => {
  test('is found by its keys, and said to be the same or shown to a person', () => {
    const random = chance(11)
    let surely = 0
    for (let at = 0; at < 1_000; at += 1) {
      const child = inventedChild(random)
      const again = notifiedAgain(child, random)
      expect(sharesKey(child, again)).toBe(true)
      const { verdict } = compare(child, again)
      expect(verdict, JSON.stringify([child, again])).not.toBe('different')
      if (verdict === 'same') surely += 1
    }
    expect(surely).toBeGreaterThan(950)
  })

  test('with one digit of the NHS number wrong is offered on name, date of birth and date of death', () => {
    const random = chance(12)
    for (let at = 0; at < 300; at += 1) {
      const child = inventedChild(random)
      const bare = {
        ...child,
        motherNhsNumber: null,
        timeOfBirth: null,
        birthWeightGrams: null,
        address: null,
        postcodes: [],
      }
      const again = { ...bare, nhsNumber: wrongDigit(random, child.nhsNumber ?? '') }
      const { verdict, reasons } = compare(bare, again)
      expect(verdict).toBe('same')
      expect(reasons).toEqual(
        expect.arrayContaining(['nhs-number-slip', 'same-birth-date', 'same-death-date', 'same-given-name']),
      )
    }
  })

  test('under another name known to one of them is found', () => {
    const child = { ...inventedChild(chance(13)), givenNames: 'Robert', nhsNumber: null }
    const other = { ...child, givenNames: 'Bobby', alsoKnownAs: 'Bobby Robert' }
    expect(compare(child, other).reasons).toContain('similar-given-name')
    expect(compare(child, other).verdict).toBe('same')
  })
})

describe('children who are not the same', () => {
  const random = chance(21)

  test('are told apart in a thousand pairs drawn at random', () => {
    const children = Array.from({ length: 1_001 }, () => inventedChild(random))
    const found = children.slice(1).filter((child, at) => {
      const before = children[at]
      return before !== undefined && compare(before, child).verdict !== 'different'
    })
    expect(found).toEqual([])
  })

  test('of one family, born years apart, are not taken for one child', () => {
    for (let at = 0; at < 300; at += 1) {
      const [older, other] = [inventedChild(random), inventedChild(random)]
      const born = '2011-03-04'
      const younger = {
        ...other,
        familyName: older.familyName,
        address: older.address,
        postcodes: older.postcodes,
        motherNhsNumber: older.motherNhsNumber,
        dateOfBirth: born,
      }
      const { verdict, probabilities } = compare(older, younger)
      expect(verdict).toBe('different')
      expect(probabilities['same-family']).toBeGreaterThan(0.5)
    }
  })

  test('two houses of one street, or no home at all, are no agreement', () => {
    const child = inventedChild(random)
    const at = (address: string, postcode: string) => ({ ...child, address, postcodes: [postcode] })
    const { reasons } = compare(at('12 Mill Lane', 'ZZ99 3VZ'), at('13 Mill Lane', 'ZZ99 3VZ'))
    expect(reasons).toContain('different-address')
    expect(reasons).not.toContain('same-postcode')
    expect(matchKeysOf(at('12 Mill Lane', 'ZZ99 3VZ')).join()).not.toContain('zz99')
  })

  test('a name many bear weighs less than one hardly anybody bears', () => {
    const child = {
      ...inventedChild(random),
      nhsNumber: null,
      address: null,
      postcodes: [],
      motherNhsNumber: null,
    }
    const other = { ...child, dateOfDeath: null, birthWeightGrams: null }
    const likely = (family: number) =>
      compareChildren(child, other, { children: 1_000_000, shares: { family, given: family } }).probabilities[
        'same-child'
      ]
    expect(likely(0.0001)).toBeGreaterThan(likely(0.05))
  })
})

test('a probability means what it says: of pairs said to be likely so much, so many are of one child', () => {
  // A small population so that every kind of pair is common: repeats, babies of one birth, brothers, strangers.
  const random = chance(31)
  const bins = new Map<number, { said: number; right: number; pairs: number }>()
  for (let at = 0; at < 3_000; at += 1) {
    const babies = random() < 0.13 ? inventedBirth(random) : [inventedChild(random)]
    const [one, other] = babies
    if (one === undefined) continue
    const repeat = other === undefined || random() < 0.5
    const second = repeat ? notifiedAgain(one, random, 1 + Math.floor(random() * 5)) : other
    const said = compareChildren(one, second, { children: 2 }).probabilities['same-child']
    const bin = bins.get(Math.floor(said * 2)) ?? { said: 0, right: 0, pairs: 0 }
    bins.set(Math.floor(said * 2), {
      said: bin.said + said,
      right: bin.right + (repeat ? 1 : 0),
      pairs: bin.pairs + 1,
    })
  }
  for (const { said, right, pairs } of bins.values()) expect(Math.abs(said - right) / pairs).toBeLessThan(0.1)
})

test('comparing is the same both ways, and probabilities of what two records are to each other are all of it', () => {
  fc.assert(
    fc.property(seed, seed, (one, other) => {
      const [first, second] = [inventedChild(chance(one)), inventedChild(chance(other))]
      expect(compare(first, second)).toEqual(compare(second, first))
      const sum = Object.values(compare(first, second).probabilities).reduce(
        (total, share) => total + share,
        0,
      )
      expect(sum).toBeCloseTo(1, 9)
    }),
    { numRuns: 200 },
  )
})

test('what is believed of every aspect adds up, for each relation', () => {
  for (const [aspect, levels] of Object.entries(likelihoods)) {
    RELATIONS.forEach((relation, at) => {
      const sum = levels.reduce((total, { shares }) => total + (shares[at] ?? 0), 0)
      expect(sum, `${aspect} ${relation}`).toBeCloseTo(1, 2)
    })
  }
})

describe('keys', () => {
  test('are at most eight, whatever is known', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const child = { ...inventedChild(chance(from)), alsoKnownAs: 'Other Names Of Many Kinds' }
        expect(matchKeysOf(child).length).toBeGreaterThan(3)
        expect(matchKeysOf(child).length).toBeLessThanOrEqual(8)
      }),
      { numRuns: 100 },
    )
  })

  test('to search by are of each name’s sound and of the number as it is typed', () => {
    const child = { ...inventedChild(chance(3)), familyName: 'Catherwood', nhsNumber: testNumber(5) }
    expect(searchKeysOf(child)).toContain(nameSearchKey('Katherwood'))
    expect(searchKeysOf(child)).toContain(
      numberSearchKey((child.nhsNumber ?? '').replace(/(...)(...)/, '$1 $2 ')),
    )
  })
})

test('every reason has its words', () => {
  for (const words of Object.values(matchReasonWords)) expect(words.length).toBeGreaterThan(5)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTestRange, NhsNumber, nhsCheckDigit } from './nhs-number.ts'

const accepts = (typed: string) => NhsNumber.safeParse(typed).success

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })

/** Any number that may be issued. */
const issued = nineDigits
  .map((digits) => digits.join(''))
  .filter((nine) => nhsCheckDigit(nine) !== null)
  .map((nine) => `${nine}${nhsCheckDigit(nine)}`)
  .filter((number) => !/^(\d)\1{9}$/.test(number))

describe('an NHS number', () => {
  test.each(['9434765919', '6541003238', '4146515092', '4000000020', '9990000018'])(
    '%s is valid',
    (number) => {
      expect(NhsNumber.parse(number)).toBe(number)
    },
  )

  test.each([
    ['with a wrong check digit', '1234561234'],
    ['with a wrong check digit', '9434765918'],
    ['of nine digits', '943476591'],
    ['of eleven digits', '94347659190'],
    ['with a letter', '943476591O'],
    ['with full-width digits', '９４３４７６５９１９'],
    ['of nothing', ''],
    ['of spaces', '          '],
    ['of one digit ten times, which passes the arithmetic', '2222222222'],
    ['of one digit ten times, which passes the arithmetic', '9999999999'],
  ])('%s is refused: %s', (_, number) => {
    expect(accepts(number)).toBe(false)
  })

  test('is accepted with spaces and kept without', () => {
    expect(NhsNumber.parse('943 476 5919')).toBe('9434765919')
  })

  test('does not exist where the check would be 10', () => {
    expect(nhsCheckDigit('400000008')).toBeNull()
    for (let last = 0; last <= 9; last += 1) expect(accepts(`400000008${last}`)).toBe(false)
  })

  test('has a check digit of 0 where the arithmetic gives 11', () => {
    expect(nhsCheckDigit('400000002')).toBe(0)
  })

  test('with any one digit wrong is refused', () => {
    fc.assert(
      fc.property(issued, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, off) => {
        const wrong = (Number(number[place]) + off) % 10
        expect(accepts(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`)).toBe(false)
      }),
    )
  })

  test('with two different neighbours swapped is refused', () => {
    fc.assert(
      fc.property(issued, fc.nat(8), (number, place) => {
        const [left, right] = [number.charAt(place), number.charAt(place + 1)]
        fc.pre(left !== right)
        expect(accepts(`${number.slice(0, place)}${right}${left}${number.slice(place + 2)}`)).toBe(false)
      }),
    )
  })

  test('beginning 999 is never issued', () => {
    expect(isTestRange(NhsNumber.parse('9990000018'))).toBe(true)
    expect(isTestRange(NhsNumber.parse('9434765919'))).toBe(false)
  })
})

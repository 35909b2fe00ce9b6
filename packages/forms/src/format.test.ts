import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatName, formats } from './format.ts'

function accepted(name: FormatName, typed: string): boolean {
  return formats[name].accepts(formats[name].normalise(typed))
}

describe('NHS numbers', () => {
  test.each(['9434765919', '6541003238', '4146515092', '4000000020', '943 476 5919', ' 943-476-5919 '])(
    'takes %s',
    (typed) => {
      expect(accepted('nhs-number', typed)).toBe(true)
    },
  )

  test.each([
    '1234561234',
    '9434765918',
    '943476591',
    '94347659190',
    'ABCDEFGHIJ',
    '4000000081',
    '٩٤٣٤٧٦٥٩١٩',
  ])('refuses %s', (typed) => {
    expect(accepted('nhs-number', typed)).toBe(false)
  })

  test.each(Array.from({ length: 10 }, (_, digit) => String(digit).repeat(10)))(
    'refuses one digit repeated, %s, though its check digit may be right',
    (typed) => {
      expect(accepted('nhs-number', typed)).toBe(false)
    },
  )

  test('finds any single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digits = [...'9434765919']
        digits[place] = String((Number(digits[place]) + change) % 10)
        expect(accepted('nhs-number', digits.join(''))).toBe(false)
      }),
    )
  })
})

describe('other formats', () => {
  test.each<[FormatName, string]>([
    ['uk-postcode', 'LS1 1UR'],
    ['uk-postcode', 'ls11ur'],
    ['uk-postcode', ' EC1A 1BB '],
    ['uk-postcode', 'M1 1AE'],
    ['uk-postcode', 'GIR 0AA'],
    ['email', 'reporter@agency.example'],
    ['email', "o'neill+cdop@mail.agency.example"],
    ['phone', '01632 960 001'],
    ['phone', '+44 808 157 0192'],
    ['phone-or-email', '(01632) 960-001'],
    ['phone-or-email', 'reporter@agency.example'],
    ['gss-code', 'E08000035'],
    ['gss-code', 'w06000015'],
    ['gss-code', 'M83000003'],
  ])('%s takes "%s"', (name, typed) => {
    expect(accepted(name, typed)).toBe(true)
  })

  test.each<[FormatName, string]>([
    ['uk-postcode', 'LS1'],
    ['uk-postcode', 'LS1 1URX'],
    ['uk-postcode', '11 1LS'],
    ['email', 'reporter'],
    ['email', 'reporter@agency'],
    ['email', 'a b@agency.example'],
    ['email', 'a@b@agency.example'],
    ['email', 'a@agency.example\nBcc: x@y.example'],
    ['phone', '999'],
    ['phone', 'ring me'],
    ['phone', '.........'],
    ['phone-or-email', 'ask at the desk'],
    ['gss-code', 'E0800003'],
    ['gss-code', 'X08000035'],
    ['gss-code', 'Leeds'],
  ])('%s refuses "%s"', (name, typed) => {
    expect(accepted(name, typed)).toBe(false)
  })

  test.each(FormatName.options)('%s brings every spelling to one, and leaves that one alone', (name) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (typed) => {
        const once = formats[name].normalise(typed)
        expect(formats[name].normalise(once)).toBe(once)
      }),
    )
  })
})

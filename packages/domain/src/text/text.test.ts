import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStorable, text } from './text.ts'

describe('text a person typed', () => {
  const line = text(20)

  test('is kept trimmed and composed, so that one name is one spelling', () => {
    expect(line.parse('  Zoe\u0308 ')).toBe('Zo\u00eb')
    expect(line.parse('李小明')).toBe('李小明')
    expect(line.parse('👶🏽')).toBe('👶🏽')
  })

  test.each([
    ['nothing', ''],
    ['only white space', ' \t\n\u00a0'],
    ['one character too many', 'x'.repeat(21)],
    ['a megabyte', 'x'.repeat(1_048_576)],
    ['a NUL byte', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('is refused when it is %s', (_, typed) => {
    expect(line.safeParse(typed).success).toBe(false)
  })

  test.each([null, undefined, 7, {}, ['a']])('is text and not %s', (given) => {
    expect(line.safeParse(given).success).toBe(false)
  })

  test('is storable exactly when it survives a round trip through UTF-8 and holds no NUL', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\ud800', '\udfff', '\u0000'),
        (a, b) => {
          const typed = `${a}${b}`
          const roundTrip = Buffer.from(typed, 'utf8').toString('utf8')
          expect(isStorable(typed)).toBe(roundTrip === typed && !typed.includes('\u0000'))
        },
      ),
    )
  })
})

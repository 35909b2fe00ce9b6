import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePack } from './pack/compile.ts'
import { screenFor } from './screen.ts'
import { givenCase, givenKey, settledWith } from './testing-given.ts'

const screen = screenFor(givenCase())
const compiled = (text: string) =>
  compilePack(givenKey(1), [{ caseKey: 'one', narratives: [settledWith(screen(text))] }])[0]?.narratives[0]
    ?.text ?? ''
const certain = (text: string) =>
  screen(text)
    .findings.filter((finding) => finding.certainty === 'certain')
    .map(({ start, end }) => text.slice(start, end))
const doubtful = (text: string) =>
  screen(text)
    .findings.filter((finding) => finding.certainty === 'doubtful')
    .map(({ start, end }) => text.slice(start, end))

describe('what is certainly of this case is taken out', () => {
  test.each([
    ['The crew found Aliyah in bed.', 'The crew found [the child] in bed.'],
    ["Aliyah's mum, Rhiannon, woke.", "[the child]'s mum, [mother], woke."],
    ['CHAUDHRY-JONES, Aliyah was seen.', '[the child] was seen.'],
    ['Seen with Mr Chaudhry at home.', 'Seen with [father] at home.'],
    ['Seen with ali-\nyah at home.', 'Seen with [the child] at home.'],
    ['Seen with A l i y a h at home.', 'Seen with [the child] at home.'],
    ['Seen with Ali\u200byah at home.', 'Seen with [the child] at home.'],
    ['Seen with Аlіуаh at home.', 'Seen with [the child] at home.'],
    ['Seen with Alyiah at home.', 'Seen with [the child] at home.'],
    ['Seen with Lulu at home.', 'Seen with [the child] at home.'],
    ['Seen with Mrs R. Jones at home.', 'Seen with [mother] at home.'],
    ['Number 999 000\n0018 is wrong.', 'Number [NHS number] is wrong.'],
    ['Number nine nine nine, oh oh oh, oh oh one eight.', 'Number [NHS number].'],
    ['Ring +44 (0)113 496-0123 now.', 'Ring [telephone number] now.'],
    ['Lives in ls119zz with dad.', 'Lives in [postcode] with dad.'],
    ['Lives in LS11 with dad.', 'Lives in [postcode] with dad.'],
    ['Lives at 12 Marldale Ave with dad.', 'Lives at [address] with dad.'],
    ['Write to RHI.JONES84@example.com today.', 'Write to [e-mail address] today.'],
    ['The C-J baby and Miss Jones’s bag.', 'The [the child] baby and [mother]’s bag.'],
    ['See HC 123456 for more.', 'See [reference] for more.'],
  ])('%j', (written, expected) => expect(compiled(written)).toBe(expected))

  test.each([
    ['on 14/11/26 at 03:15', 'on [a Saturday in November, day 3 of life] at 03:15'],
    ['on the 14th of Nov', 'on the [a Saturday in November, day 3 of life]'],
    ['on 2026-11-12T09:00', 'on [a Thursday in November, day 1 of life]T09:00'],
    ['in mid-pregnancy, on 1 July 2026', 'in mid-pregnancy, on [a Wednesday in July, 19 weeks before birth]'],
    ['on Saturday 14th', 'on [a Saturday in November, day 3 of life]'],
    ['on 30 February 2026', 'on [a day in February]'],
  ])('of %j the weekday and month stay, and how far into life it was', (written, expected) =>
    expect(compiled(`Seen ${written}.`)).toBe(`Seen ${expected}.`),
  )

  test.each([
    ['St. Swithuns General', 'hospital'],
    ['Saint Swithun’s', 'hospital'],
    ['SSGH', 'hospital'],
    ['BTN', 'nursery'],
    ['Dr O Brien', 'doctor'],
    ['O’Briens', 'doctor'],
    ['Siân', 'doctor'],
    ['Dr. Sian OBrien', 'doctor'],
    ['PC 4512', 'police officer'],
  ])('%j becomes its kind and a code', (written, kind) =>
    expect(compiled(`She spoke to ${written} again.`)).toMatch(
      new RegExp(`^She spoke to \\[${kind} [A-Z]\\d\\d\\] again\\.$`),
    ),
  )

  test('a family name that several bear is the family’s', () => {
    expect(compiled('The Jones household moved.')).toBe('The [the family] household moved.')
  })
})

describe('what is nobody’s of this case, but says who somebody is', () => {
  test.each(['NG7 2UH', '999 000 0026', '07700 900123', 'someone@example.org', '3 June 2011'])(
    '%j is taken out',
    (written) => {
      expect(certain(`The form gives ${written} for it.`)).toEqual([written])
    },
  )

  test.each(['Dr Wetherby', 'Mrs Wetherby', 'Luddington General Hospital', '7 Osgodby Lane'])(
    '%j is taken out',
    (written) => {
      expect(certain(`The form gives ${written} for it.`)).toEqual([written])
    },
  )

  test.each(['Tracy Wetherby', 'Kasia'])('%j, unknown, is put to a person', (written) => {
    expect(doubtful(`It was said by ${written} at the door.`)).toEqual([written])
  })
})

describe('words that only look like it', () => {
  test.each([
    'The family will need support and may be seen in May.',
    'Apgar scores were 9 at 1 minute and 10 at 5 minutes; blood pressure 120/80, GCS 3/15.',
    'Amoxicillin 125 mg was given on Ward 7. Edwards syndrome was excluded.',
    'On the 9th centile for weight and the 25th for length, seen 24/7 by the team.',
    'Sudden Unexpected Death in Infancy guidance was followed. She had been in ED and PICU.',
  ])('%j stays as it is', (text) => expect(screen(text).findings).toEqual([]))

  test('a name that is a word is asked about where it may be either, and taken out where it is a name', () => {
    expect(doubtful('Will was at school.')).toEqual(['Will'])
    expect(certain('She said that Will was at school.')).toEqual(['Will'])
    expect(certain('It was will chaudhry-jones who called.')).toEqual(['will chaudhry-jones'])
    expect(screen('It will be reviewed; he will not come.').findings).toEqual([])
  })
})

describe('whatever is given', () => {
  const piece = fc.constantFrom(
    'Aliyah',
    'Jones',
    '14/11/26',
    '999',
    '000',
    '0018',
    'LS11',
    '9ZZ',
    '@',
    '.',
    ' ',
    '\n',
    '-',
    "'",
    'will',
    'Dr',
    '\u200b',
    'é',
    '𝐀',
    'İ',
    '\ud800',
    'ﬁ',
  )
  test('findings lie in the text, in order, and never overlap; the same text gives the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 30 }).map((some) => some.join('')),
          fc.string({ maxLength: 60 }),
        ),
        (text) => {
          const { findings } = screen(text)
          let at = 0
          for (const { start, end } of findings) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
          expect(screen(text).findings).toEqual(findings)
        },
      ),
      { numRuns: 100 },
    )
  })

  test.each([
    ['a', 'a'],
    ['figures', '9'],
    ['spaced figures', '9 '],
    ['capitals', 'A '],
    ['letters apart', 'a-'],
    ['at signs', '@'],
    ['addresses', 'a.a@a.'],
    ['slashes', '1/'],
    ['dates', '14 November '],
    ['line ends', '\n'],
    ['unseen', '\u200b'],
    ['marks', 'a\u0301\u0301'],
    ['half a name', 'Aliya-'],
    ['names', 'Aliyah '],
    ['number words', 'nine '],
    ['titles', 'Dr '],
    ['weekdays', 'Saturday, '],
    ['at dot', 'a at a dot '],
    ['capital words', 'Wetherby '],
    ['streets', 'Street '],
  ])('ten thousand characters of %s take no time to speak of', (_, repeated) => {
    const text = repeated.repeat(Math.floor(10_000 / repeated.length))
    const before = process.cpuUsage().user
    screen(text)
    expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(0.8)
  })
})

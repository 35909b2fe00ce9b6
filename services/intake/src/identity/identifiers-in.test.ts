import { NhsNumber, PlainDate } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChildIdentity } from './child-identity.ts'
import { identifiersIn } from './identifiers-in.ts'

const given = (changes: Partial<ChildIdentity> = {}): ChildIdentity => ({
  familyName: 'O’Brien-Łuczak',
  givenNames: 'Zoë May',
  nhsNumber: NhsNumber.parse('9990000018'),
  dateOfBirth: PlainDate.parse('2019-03-04'),
  dateOfDeath: PlainDate.parse('2026-02-27'),
  sex: 'female',
  address: null,
  postcode: 'LS1 1UR',
  ...changes,
})

const found = (text: string, changes: Partial<ChildIdentity> = {}) => identifiersIn(text, given(changes))

describe('a child’s name in a text', () => {
  test.each([
    'zoe was found',
    'ZOË was found',
    'Zoe\u0308 was found',
    "the O'Brien family",
    'the obrien family',
    'Mrs Luczak said',
    'mother (Łuczak)',
    'Zoë’s mother',
    'when May was admitted',
    'may o’brien',
  ])('is found in: %s', (text) => {
    expect(found(text)).toEqual(['name'])
  })

  test.each([
    'The child may have been unwell.',
    'May have been unwell for days.',
    'A zoetrope stood in the room',
    'The panel agreed that nothing more could be done',
    '',
  ])('is not found in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('not given yet is no name', () => {
    const unnamed = { givenNames: 'Not yet named', familyName: 'Quillfeather' }
    expect(found('The baby girl was not yet named', unnamed)).toEqual([])
    expect(found('Baby Quillfeather', unnamed)).toEqual(['name'])
  })

  test('that is an everyday word does not stop every text', () => {
    const everyday = { familyName: 'To', givenNames: 'Minh' }
    expect(found('The child was taken to hospital', everyday)).toEqual([])
    expect(found('The child, Minh, was taken to hospital', everyday)).toEqual(['name'])
    expect(found('sister of To', everyday)).toEqual(['name'])
  })

  test('is found in a script that does not part its words', () => {
    expect(found('患者王小明死亡', { familyName: '王', givenNames: '小明' })).toEqual(['name'])
  })
})

describe('a date in a text', () => {
  test.each([
    '2019-03-04',
    '04/03/2019',
    '4/3/2019',
    '4.3.19',
    '4-3-19',
    '4 / 3 / 2019',
    '2019/3/4',
    '04032019',
    '20190304',
    '4 March 2019',
    '4th March 2019',
    '4th of March, 2019',
    'the 4th of march',
    '04 Mar 19',
    "4 Mar '19",
    '4-MAR-2019',
    '04MAR2019',
    'March 4, 2019',
    'Mar 4th 2019',
    'March the 4th',
    'on 4 March the',
  ])('is found as %s', (text) => {
    expect(found(`Born ${text}.`)).toEqual(['date-of-birth'])
  })

  test.each([
    '5 March 2019',
    '14/03/2019',
    '4 March 2021',
    '4 March 21',
    'March 2019',
    '4/3/2018',
    '4 marches',
    '24 March',
    '3 of 4',
  ])('is not mistaken in %s', (text) => {
    expect(found(`Seen ${text} in clinic`)).toEqual([])
  })

  test('of death is told from that of birth', () => {
    expect(found('died on 27 February 2026')).toEqual(['date-of-death'])
  })
})

describe('a number or postcode in a text', () => {
  test.each(['9990000018', '999 000 0018', '999-000-0018', '999\u00a0000\u00a00018', 'NHS:9990000018.'])(
    'the NHS number is found as %s',
    (text) => {
      expect(found(`Number ${text}`)).toEqual(['nhs-number'])
    },
  )

  test.each(['LS1 1UR', 'ls11ur', 'Ls1  1uR', 'LS1-1UR'])('the postcode is found as %s', (text) => {
    expect(found(`Lives at ${text}`)).toEqual(['postcode'])
  })

  test('a child without them has none to find', () => {
    expect(found('Number 9990000018, LS1 1UR', { nhsNumber: null, postcode: null })).toEqual([])
  })
})

describe('however a text is written', () => {
  const plainWords = fc
    .array(
      fc.constantFrom('the', 'child', 'was', 'found', 'at', 'home,', 'and', '(later)', 'hospital.', 'At 3'),
      {
        maxLength: 12,
      },
    )
    .map((words) => words.join(' '))
  const told = fc.constantFrom(
    ['Zoë', 'name'],
    ['LUCZAK', 'name'],
    ['999 0000018', 'nhs-number'],
    ['04/03/2019', 'date-of-birth'],
    ['27th Feb 2026', 'date-of-death'],
    ['ls1 1ur', 'postcode'],
  )

  test('what identifies is found wherever it stands, and nothing is found without it', () => {
    fc.assert(
      fc.property(plainWords, told, plainWords, (before, [identifier, kind], after) => {
        expect(found(`${before} ${after}`)).toEqual([])
        expect(found(`${before} – ${identifier}; ${after}`)).toEqual([kind])
      }),
    )
  })

  test('characters nobody sees, or of another width, hide nothing', () => {
    expect(found('Lu\u00adc\u200bzak')).toEqual(['name'])
    expect(found('９９９ ０００ ００１８')).toEqual(['nhs-number'])
    expect(found('４ March ２０１９')).toEqual(['date-of-birth'])
  })

  test.each([
    ['digits and blanks', '4 '.repeat(10_000)],
    ['one digit and blanks', `4${' '.repeat(19_999)}`],
    ['apostrophes', "a'".repeat(10_000)],
    ['marks', `a${'\u0301'.repeat(19_999)}`],
    ['dates that are not', '4 March 2018 '.repeat(1_500)],
  ])('a page of %s is judged at once', (_, text) => {
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now()
      found(text)
      return performance.now() - started
    })
    // The fastest: a search that goes back on itself takes minutes every time, a busy machine does not.
    expect(Math.min(...times)).toBeLessThan(1_000)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProse } from './check-prose.ts'
import { changedFigures, staleStatements } from './stale-statements.ts'
import { givenReportTables } from './testing-report-tables.ts'

const tables = givenReportTables(20, 12, 3)
const check = (prose: string) => checkProse(prose, tables)
const faultsOf = (prose: string) => check(prose).faults.map(({ kind, written }) => [kind, written])
const heldOf = (prose: string) => check(prose).held.flatMap(({ kinds }) => kinds)

describe('live figures', () => {
  test('are read from the protected cells of the release, in the words of its tables', () => {
    const prose =
      'In the year {{N1 latest count}} children died, {{N1 latest change}} on the year before.\n\nOf the reviews, ' +
      '{{R1 modifiable-factors-identified percentage}} found modifiable factors.'
    const { paragraphs, figures, faults } = check(prose)
    expect(faults).toEqual([])
    expect(paragraphs).toEqual([
      'In the year 35 children died, +45.8% on the year before.',
      'Of the reviews, 40.0% found modifiable factors.',
    ])
    expect(figures[0]).toEqual({
      reference: 'N1 latest total count',
      written: '35',
      says: 'N1 Deaths by reporting year: Year ending 31 March 2024, number',
    })
  })

  test('that are hidden are [c], and those there are none of [x], never a number', () => {
    expect(check('There were {{N2 15-17y male count}}.').paragraphs).toEqual(['There were [c].'])
    const table = tables.find(({ tableId }) => tableId === 'N2')?.table
    const small = table?.cells.find((cell) => cell.statistics[0]?.kind === 'denominator-too-small')
    if (small === undefined) throw new Error('35 deaths are too few for a percentage')
    expect(check(`That is {{N2 ${small.row} ${small.column} percentage}}.`).paragraphs).toEqual([
      'That is [x].',
    ])
  })

  test.each([
    ['{{N7 total count}}', 'table-unknown', 'N7 total total count'],
    ['{{R2 total count}}', 'table-withheld', 'R2 total total count'],
    ['{{N2 0-28d total count}}', 'row-unknown', 'N2 0-28d total count'],
    ['{{N2 0-27d girls count}}', 'column-unknown', 'N2 0-27d girls count'],
    ['{{N2 total rate}}', 'not-in-this-table', 'N2 total total rate'],
    ['{{N2 total}}', 'words-missing', '{{N2 total}}'],
    ['{{N2 total number}}', 'statistic-unknown', '{{N2 total number}}'],
    ['{{"five" because}}', 'reason-unknown', '{{"five" because}}'],
    ['{{N2 total count', 'not-closed', '{{N2 total count'],
    ['more}} follows', 'not-opened', '}}'],
  ])('that cannot be read stop the report, with where they stand: %s', (written, kind, found) => {
    expect(faultsOf(`Here: ${written}`)).toEqual([[kind, found]])
    expect(check(`Here: ${written}`).faults[0]?.sentence).toContain('Here:')
  })

  test('give nothing of a hidden cell away, whatever was counted and whatever is asked', () => {
    const asked = ['count', 'percentage']
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (girls, boys, older) => {
        for (const { tableId, table } of givenReportTables(girls, boys, older)) {
          for (const cell of table?.cells ?? []) {
            for (const statistic of asked) {
              const prose = `{{${tableId} ${cell.row} ${cell.column} ${statistic}}}`
              const [said] = checkProse(prose, [{ tableId, table }]).paragraphs
              if (cell.count.kind === 'hidden') expect(said).toMatch(/^\[[cx?]\]$/)
              else if (statistic === 'count') expect(said).toBe(String(cell.count.value))
            }
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('a number of the prose that is no live figure', () => {
  test.each([
    ['Twelve babies were born too soon.', ['Twelve']],
    ['A third had a modifiable factor, twenty-one of them twice.', ['third', 'twenty-one', 'twice']],
    ['Some 57.1% were boys (16/28).', ['57.1%', '16/28']],
    ['One hundred and five deaths, or half.', ['One hundred and five', 'half']],
    ['The 2nd and the third meeting, ½ of all.', ['2nd', 'third', '½']],
    ['In 2019 children died.', ['2019']],
    ['Zero, or ٣, or １２.', ['Zero', '٣', '１２']],
    ['On 03/05/2024 it changed.', ['03/05/2024']],
    ['Deaths rose from 2015 to 2021 to 2030 deaths.', ['2030']],
  ])('stops the report: %s', (prose, numbers) => {
    expect(faultsOf(prose)).toEqual(numbers.map((written) => ['number-without-source', written]))
  })

  test.each([
    'In 2024 the panel met. Since April 2019 it has been one panel.',
    'The year ending 31 March 2024, from 1 April 2023, is 2023-24 or 2023/24; compare 2019 to 2021.',
    'The Children Act 2004 says so.',
    'Someone else, often, at the hospice, was tended by the weights of a network.',
  ])('is no year and no date: %s', (prose) => {
    expect(faultsOf(prose)).toEqual([])
  })

  test('may be exempt with a coded reason, is listed then, and is held where its sentence speaks of children', () => {
    const law = 'An agency answers within {{"15 working days" law-or-guidance}}.'
    expect(check(law)).toMatchObject({
      paragraphs: ['An agency answers within 15 working days.'],
      faults: [],
      held: [],
      exempt: [{ written: '15 working days', reason: 'law-or-guidance' }],
    })
    expect(heldOf('Then {{"three" name}} children died.')).toEqual(['exempt-number'])
    expect(heldOf('Of them, {{"3" activity}} drowned.')).toEqual(['exempt-number'])
    expect(faultsOf('It is {{"well" name}} known.')).toEqual([['odd-exemption', 'well']])
  })

  test('is found wherever it stands and however it is spelled', () => {
    const units = 'two three four five six seven eight nine ten eleven twelve thirteen'.split(' ')
    const number = fc.oneof(
      fc.nat(1989).map(String),
      fc.nat(99).map((value) => `${value}%`),
      fc.float({ min: 0, max: 99, noNaN: true }).map((value) => value.toFixed(1)),
      fc.constantFrom(...units),
      fc.constantFrom(...units).map((word) => word.toUpperCase()),
      fc.tuple(fc.constantFrom('twenty', 'ninety'), fc.constantFrom(...units)).map((pair) => pair.join('-')),
    )
    const words = fc.array(fc.constantFrom('panel', 'parents,', 'in', 'the', 'learning.', 'May', 'of'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, number, words, (before, found, after) => {
        const around = (middle: string) => [...before, middle, ...after].join(' ')
        const { faults, held } = check(around(found))
        // "12 May" is a day, and held as one.
        expect(faults.length + held.length).toBeGreaterThan(0)
        expect(faultsOf(around('here'))).toEqual([])
        expect(faultsOf(around(`{{"${found}" activity}}`))).toEqual([])
      }),
    )
  })
})

describe('what tells of few children', () => {
  test.each([
    ['Only one of them was at home.', 'small-number'],
    ['Both twins were known to services.', 'small-number'],
    ['A single agency did not answer.', 'small-number'],
    ['No children died of infection.', 'small-number'],
    ['All of the deaths were expected.', 'small-number'],
    ['A case study follows.', 'case-study'],
    ['A 15-year-old was found.', 'case-study'],
    ['A young boy who had asthma went to school.', 'case-study'],
    ['A toddler drowned at a farm.', 'case-study'],
    ['Another baby suffocated in a sling.', 'case-study'],
    ['One family moved twice.', 'small-number'],
    ['The family moved twice.', 'case-study'],
    ['Nobody asked what she wanted.', 'case-study'],
    ['“We were listened to.”', 'quotation'],
    ['It was "a long wait" for families.', 'quotation'],
    ['The death of 3 May 2024 was reviewed.', 'exact-date'],
  ])('is held until two people have decided: %s', (prose, kind) => {
    expect(heldOf(prose)).toContain(kind)
  })

  test('is shown to the second person as readers get it', () => {
    const { held } = check('It was read. Only {{R1 total count}} were. It was kept.')
    expect(held.map(({ printed }) => printed)).toEqual([expect.stringMatching(/^Only (\d+|\[c\]) were\.$/)])
  })

  test('a count before the verb "may" is no day', () => {
    expect(faultsOf('Of these, 12 may have been linked to smoking.')).toEqual([
      ['number-without-source', '12'],
    ])
  })

  test('is held sentence by sentence, with the words that were found', () => {
    const { held } = check('The panel met often. Only twins were affected. It learnt much.')
    expect(held).toEqual([
      {
        sentence: 'Only twins were affected.',
        printed: 'Only twins were affected.',
        kinds: ['small-number'],
        words: ['Only', 'twins'],
      },
    ])
  })

  test('is not plain learning, nor once as a conjunction', () => {
    expect(heldOf('Once the review is complete, agencies are told what was learnt and act on it.')).toEqual(
      [],
    )
  })

  test('“preventable” and “avoidable” are refused but for the series before April 2010', () => {
    expect(faultsOf('Many deaths were preventable; others unavoidable.')).toEqual([
      ['word-of-before-2010', 'preventable'],
      ['word-of-before-2010', 'unavoidable'],
    ])
    expect(faultsOf('It counted {{"preventable" series-before-2010}} deaths.')).toEqual([])
    expect(faultsOf('It counted {{"5 preventable" activity}} deaths.')).toEqual([
      ['odd-exemption', '5 preventable'],
    ])
    expect(faultsOf('This is not a finding that a death would have been prevented.')).toEqual([])
  })

  test('cannot hide behind a character nobody sees', () => {
    expect(faultsOf('tw\u00adelve')).toEqual([['hidden-character', '']])
  })
})

test('whatever is typed is read to its last character', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{',
    'N1 latest count',
    '"6" name',
    ' ',
    'one.',
    '\n\n',
    '12',
    'é',
    '>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
      const prose = typed.join('')
      const { faults, paragraphs } = check(prose)
      for (const { at } of faults) expect(at).toBeLessThan(prose.length)
      if (faults.length === 0) expect(paragraphs.join()).not.toMatch(/\{\{|\}\}|\[\?\]/)
    }),
  )
})

test('when another release is pinned, the statements whose figures changed are stale, and so are carried-over years', () => {
  const prose =
    'In the year {{N1 latest count}} died. It was {{N1 2022-23 count}}. Since 2019 we meet monthly.'
  const seen = check(prose).figures
  const now = checkProse(prose, givenReportTables(20, 19, 3))
  expect(changedFigures(seen, now.figures)).toMatchObject([{ before: '35', after: '42' }])
  expect(staleStatements(prose, seen, now, false)).toEqual([
    { sentence: 'In the year {{N1 latest count}} died.', why: 'figure-changed' },
  ])
  expect(staleStatements(prose, seen, now, true).map(({ why }) => why)).toEqual([
    'figure-changed',
    'names-a-year',
    'names-a-year',
  ])
})

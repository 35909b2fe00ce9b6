import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseState } from '../case/case-state.ts'
import { FamilyMemberDetails } from '../family/family-member.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { defaultLetters } from './default-letters.ts'
import {
  avoidedNear,
  givesAway,
  givesNumberAway,
  type LetterFacts,
  letterCautions,
} from './letter-cautions.ts'
import { LetterStage, letterFits, nextDateInLetter, stepInLetter } from './letter-stage.ts'
import {
  ENGLISH,
  fillLetter,
  LetterLanguage,
  letterGaps,
  letterPlaceholders,
  placeholdersIn,
  placeholderTyped,
  readsLanguage,
  unknownPlaceholders,
} from './letter-text.ts'

const day = (date: string) => PlainDate.parse(date)
const values = {
  child: 'Ada',
  parent: 'Invented Parent',
  keyWorker: 'Invented Nurse',
  nextDate: 'There is no date for this yet.',
  phone: '01632 960 001',
  answers: '',
}

describe('a template', () => {
  test('says only what the list of placeholders has; whatever else stands between braces is named', () => {
    expect(unknownPlaceholders("{child's first name} {CHILD’S  FIRST NAME} { key worker }")).toEqual([])
    expect(unknownPlaceholders('{name} {name} {child} } {')).toEqual(['{name}', '{child}', '}', '{'])
    expect(unknownPlaceholders('{{phone}}')).toEqual(['{', '}'])
    expect(placeholdersIn('{phone} {parent’s name} {phone}')).toEqual(['phone', 'parent'])
  })

  test('is filled once: what is put in is never read as a placeholder', () => {
    expect(fillLetter('Dear {parent’s name}', { ...values, parent: '{phone}' })).toBe('Dear {phone}')
    expect(fillLetter('One\n\n{answers}\n\nTwo', values)).toBe('One\n\nTwo')
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...keys()), (text, key) => {
        const put = fillLetter(`>${placeholderTyped(key)}<`, { ...values, [key]: text })
        expect(put).toBe(`>${text}<`.replace(/\n{3,}/g, '\n\n'))
      }),
    )
  })

  test('of this product uses no other placeholder, leaves nothing open but what only a person knows, and is not an order', () => {
    for (const stage of LetterStage.options) {
      const letter = defaultLetters[stage]
      expect(unknownPlaceholders(letter)).toEqual([])
      expect(placeholdersIn(letter)).toEqual(
        expect.arrayContaining(['child', 'parent', 'keyWorker', 'phone']),
      )
      expect(letterGaps(fillLetter(letter, values)).every((gap) => gap.startsWith('['))).toBe(true)
      expect(letter).not.toMatch(/passed away|lost your|loss of|must |promise|will make sure|please/i)
      for (const sentence of letter.split(/[.?!]\s/)) expect(sentence.split(/\s+/).length).toBeLessThan(35)
    }
  })
})
const keys = () =>
  (['child', 'parent', 'keyWorker', 'nextDate', 'phone', 'answers'] as const).filter(
    (key) => key in letterPlaceholders,
  )

describe('a letter', () => {
  test('shows what is still to be written', () => {
    expect(letterGaps('Dear Ada, [say what] {phone} [say what]')).toEqual(['[say what]', '{phone}'])
    expect(letterGaps('Nothing is open (here).')).toEqual([])
  })

  test('is in a language, and who has none recorded reads English', () => {
    expect(LetterLanguage.parse(' Polish ')).toBe('polish')
    expect(LetterLanguage.safeParse('<b>').success).toBe(false)
    expect(readsLanguage(null, ENGLISH)).toBe(true)
    expect(readsLanguage('Polish', ENGLISH)).toBe(false)
    expect(readsLanguage(' Polish', LetterLanguage.parse('polish'))).toBe(true)
  })

  test('is about what is so: none after the panel before it has met, none before it once it has', () => {
    for (const state of CaseState.options) {
      expect(letterFits('first-contact', state)).toBe(true)
      expect(letterFits('before-panel', state) && letterFits('after-panel', state)).toBe(false)
    }
    expect(letterFits('after-panel', 'listed')).toBe(false)
    expect(letterFits('after-review-meeting', 'gathering')).toBe(false)
    expect(letterFits('after-review-meeting', 'review-meeting-not-held')).toBe(false)
  })

  test('speaks of the step it is about, and promises no day', () => {
    const panel = { step: 'panel' as const, when: 'by' as const, on: day('2026-08-02') }
    const meeting = { step: 'review-meeting' as const, when: 'planned' as const, on: day('2026-03-04') }
    expect(stepInLetter('before-panel', [meeting, panel])).toBe(panel)
    expect(stepInLetter('first-contact', [meeting, panel])).toBe(meeting)
    expect(stepInLetter('before-review-meeting', [panel])).toBeNull()
    expect(nextDateInLetter(meeting)).toBe('The day planned for this is 4 March 2026. It can still change.')
    expect(nextDateInLetter(panel)).toBe('We expect this to happen by 2 August 2026. It can take longer.')
    expect(nextDateInLetter(null)).toBe('There is no date for this yet.')
  })
})

describe('before a letter goes', () => {
  const details = FamilyMemberDetails.parse({
    name: 'Invented Mother',
    livingApart: 'together',
    language: null,
    interpreter: 'no',
    safeContact: null,
    safeTimes: null,
    noContactWhy: null,
  })
  const facts: LetterFacts = {
    member: { hearsNothing: false, details },
    others: [{ hearsNothing: false, details: { ...details, name: 'Invented Father' } }],
    stage: 'first-contact',
    state: 'gathering',
    language: ENGLISH,
    text: 'Dear Invented Mother',
    today: day('2026-03-02'),
    avoided: [{ month: 7, day: 12 }],
    withheld: false,
    fromElsewhere: false,
  }
  const of = (change: Partial<LetterFacts>) => letterCautions({ ...facts, ...change })
  const member = (change: Partial<FamilyMemberDetails>, hearsNothing = false) => ({
    member: { hearsNothing, details: { ...details, ...change } },
  })

  test('it is said what is known of this parent and of the others', () => {
    expect(of({})).toEqual([])
    expect(of(member({ livingApart: 'apart', language: 'Polish', interpreter: 'yes' }, true))).toEqual([
      'wishes-to-hear-nothing',
      'lives-apart',
      'to-be-translated',
      'interpreter-needed',
    ])
    expect(of({ text: 'as INVENTED\n father said' })).toEqual(['names-another'])
    expect(of({ avoided: [{ month: 3, day: 10 }] })).toEqual(['date-to-avoid'])
    expect(of({ withheld: true, stage: 'after-panel', fromElsewhere: true })).toEqual([
      'answers-withheld',
      'does-not-fit-the-stage',
      'written-in-another-area',
    ])
  })

  test('a day to avoid counts a fortnight before it and three days after, over the end of a year and in any February', () => {
    const dates = [{ month: 1, day: 5 }]
    expect(avoidedNear(day('2025-12-22'), dates)).toEqual(dates)
    expect(avoidedNear(day('2025-12-21'), dates)).toEqual([])
    expect(avoidedNear(day('2026-01-08'), dates)).toEqual(dates)
    expect(avoidedNear(day('2026-01-09'), dates)).toEqual([])
    const leap = [{ month: 2, day: 29 }]
    expect(avoidedNear(day('2026-02-28'), leap)).toEqual(leap)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (shift) => {
        const today = addDays(day('2024-01-01'), shift)
        const [, month = 1, at = 1] = today.split('-').map(Number)
        expect(avoidedNear(today, [{ month, day: at }])).toHaveLength(1)
      }),
      { numRuns: 50 },
    )
  })

  test('words that are another parent’s are found, however they are spaced', () => {
    expect(givesAway('Write to 4 Invented\n  Road, Leeds', ['4 invented road', null])).toBe(true)
    expect(givesAway('Dear Invented Mother', ['by text', 'Why was nobody there that night?'])).toBe(false)
    expect(givesAway('Write to 4 Invented Road', ['4 Invented Road'], ['At 4 invented road', null])).toBe(
      false,
    )
  })

  test('a number another is reached by is found, however it is spaced, but not where it is their own too', () => {
    const known = ['By text to 07700 900 123, after six', null]
    for (const text of [
      'On 07700900123.',
      'On 077 0090 0123',
      '+44 7700 900123',
      '+44 (0)7700-900123',
      'In 2026 07700 900123',
    ]) {
      expect(givesNumberAway(text, known)).toBe(true)
      expect(givesNumberAway(text, known, [null, 'On +44 7700 900123'])).toBe(false)
    }
    expect(givesNumberAway('07700 900 123', ['07700 900123 18:00'])).toBe(true)
    expect(givesNumberAway('Call 01632 960 001', ['01632 960 002', 'After 18:00'])).toBe(false)
  })
})

import { PlainDate } from '@cdop/domain'
import { expect, test } from 'vitest'
import { expectedView, expectedWords } from './expected-view.ts'

const on = PlainDate.parse('2026-04-14')
const from = PlainDate.parse('2026-04-02')
const until = PlainDate.parse('2026-05-08')

test('says by when, with its interval and what it rests on', () => {
  expect(expectedWords({ basedOn: 64, all: { on, from, until }, order: [] })).toBe(
    'Of cases that wait like this one, half have all their answers by 14 April 2026 (95% interval: somewhere from 2 April 2026 to 8 May 2026). It is worked out from 64 answers in this area over three years.',
  )
  expect(expectedWords({ basedOn: 64, all: { on, from, until: null }, order: [] })).toContain(
    'not before 2 April 2026, and nobody can say how late',
  )
})

test('says so when nobody can say', () => {
  expect(expectedWords({ basedOn: 3, all: null, order: [] })).toContain('Too few agencies have answered')
  expect(expectedWords({ basedOn: 64, all: { on: null, from, until: null }, order: [] })).toContain(
    'Nobody can say when the last answer will come',
  )
})

test('says whom chasing helps most, when there is a choice and it helps', () => {
  const all = { on, from, until }
  const one = { organisationName: 'Invented <Surgery>', gain: 6.4 }
  const other = { organisationName: 'Invented School', gain: 0.7 }
  const shown = String(expectedView({ basedOn: 64, all, order: [one, other] }))
  expect(shown).toContain('<li>Invented &lt;Surgery&gt;: 6 days</li>')
  expect(shown).toContain('<li>Invented School: 1 day</li>')
  expect(String(expectedView({ basedOn: 64, all, order: [one] }))).not.toContain('<li>')
})

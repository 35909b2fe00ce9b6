import type { SummarySection } from '@cdop/forms'
import { expect, test } from 'vitest'
import { comparedWith, differencesBetween } from './analysis-difference.ts'

const section = (rows: readonly [path: string, answer: string, entry?: number][]): SummarySection => ({
  linkId: 'social',
  title: 'Social environment',
  rows: rows.map(([path, answer, entry]) => ({
    label: path,
    linkId: path,
    path,
    answer,
    ...(entry !== undefined && { entry: { linkId: 'factors', row: entry, label: `Factor ${entry + 1}` } }),
  })),
})

test('two versions are told apart answer by answer, and what is alike is left out', () => {
  const before = [
    section([
      ['answer', 'Factors'],
      ['factors.0.code', 'Smoking', 0],
      ['gone', 'Yes'],
    ]),
  ]
  const now = [
    section([
      ['answer', 'Factors'],
      ['factors.0.code', 'Housing', 0],
      ['factors.1.code', 'Smoking', 1],
    ]),
  ]
  expect(differencesBetween(before, now)).toEqual([
    { section: 'Social environment', label: 'Factor 1: factors.0.code', before: 'Smoking', now: 'Housing' },
    { section: 'Social environment', label: 'Factor 2: factors.1.code', before: null, now: 'Smoking' },
    { section: 'Social environment', label: 'gone', before: 'Yes', now: null },
  ])
  expect(differencesBetween(before, before)).toEqual([])
})

test('every answer of the panel says whether the meeting said the same, otherwise or nothing', () => {
  const meeting = [
    section([
      ['answer', 'Factors'],
      ['outcome', 'Modifiable'],
      ['learning', 'Not provided'],
      ['gone', 'Yes'],
    ]),
  ]
  const panel = [
    section([
      ['answer', 'Factors'],
      ['outcome', 'Not modifiable'],
      ['learning', 'Not provided'],
      ['asked', 'Here only'],
    ]),
  ]
  expect(comparedWith(meeting, panel).map((one) => [one.label, one.meeting])).toEqual([
    ['answer', 'same'],
    ['outcome', 'different'],
    ['learning', 'nothing'],
    ['asked', 'nothing'],
    ['gone', 'different'],
  ])
})

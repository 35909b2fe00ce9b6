import { PlainDate } from '@cdop/domain'
import { expect, test } from 'vitest'
import { categoryGuide, categoryReasons } from './category-reasons.ts'

const why = (...categories: Parameters<typeof categoryReasons>[0]) => String(categoryReasons(categories))

test('of several categories the page says why one is the primary one, and which would be instead', () => {
  const words = why(9, 8)
  expect(words).toContain('<details')
  expect(words).toContain('Why category 8 is the primary category')
  expect(words).toContain('the highest up the list should be marked (wording not checked')
  expect(words).toContain('Recorded beside it: 9.')
  expect(words).toContain('It would be 9. Infection, if category 8 could not reasonably be applied.')
})

test('of one category alone the page says on which facts its definition turns', () => {
  const words = why(10)
  expect(words).toContain('It is the only category selected.')
  expect(words).toContain('There would be none, if category 10 could not reasonably be applied.')
  expect(words).toContain(
    'It would be 5. Acute medical or surgical condition, if it was a sudden unexpected death in epilepsy',
  )
  expect(words).toContain(
    'Category 5 should include SUDEP. Category 10 excludes SUDEP, which is category 5 (wording',
  )
  expect(words).not.toContain('malignancy')
  const infection = why(9)
  expect(infection).toContain('the panel decides; both are recorded.')
  expect(infection).toContain('began in the first postnatal week')
})

test('a category that another one excludes is named with its rule, and stays what the panel selected', () => {
  expect(why(3, 1)).toContain('Category 3 excludes what is category 1')
  expect(why(3, 1)).toContain('Why category 1 is the primary category')
  expect(why(3, 1)).toContain('No other one that was selected remains.')
  expect(why(3, 1)).toContain('It would be 3. Trauma')
  expect(why(3, 1)).toContain('what it selected is kept as it is')
})

test('there is nothing to explain before a category is selected', () => {
  expect(categoryReasons([])).toBeNull()
})

test('the guide has all ten categories and says that its words were not checked', () => {
  const guide = String(categoryGuide(PlainDate.parse('2026-02-23')))
  expect(guide).toContain('were not checked against the published form')
  for (const part of [
    '1. Deliberately',
    '10. Sudden',
    'Excludes sudden unexpected death in epilepsy, SUDEP',
  ]) {
    expect(guide).toContain(part)
  }
  expect(categoryGuide(PlainDate.parse('2018-01-01'))).toBeNull()
})

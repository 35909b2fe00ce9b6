import { expect, test } from 'vitest'
import {
  ChasingSettings,
  ChasingText,
  defaultChasingSettings,
  filledText,
  textFault,
} from './chasing-texts.ts'

test.each([
  ['About NHS number 999 123 4560', 'number-like-nhs'],
  ['About 9991234560', 'number-like-nhs'],
  ['About 999-123-4560', 'number-like-nhs'],
  ['Born on 14/03/2024', 'date'],
  ['Born on 2024-03-14', 'date'],
  ['Born on 14 March 2024', 'date'],
  ['Answer at https://elsewhere.example', 'link'],
  ['Answer at www.elsewhere.example', 'link'],
  ['About {child}', 'unknown-placeholder'],
  ['About {name', 'unknown-placeholder'],
  ['About {{area}}', 'unknown-placeholder'],
])('a text for every agency does not say “%s”', (typed, fault) => {
  expect(textFault(typed)).toBe(fault)
  expect(ChasingText.safeParse(typed).success).toBe(false)
})

test('it may name the area, how many requests there are, and the telephone number of the office', () => {
  const typed = 'Ring us about {requests} in {area}: 01632 960 001.'
  expect(textFault(typed)).toBeNull()
  expect(filledText(ChasingText.parse(typed), { area: 'Example $& area', requests: '2 requests' })).toBe(
    'Ring us about 2 requests in Example $& area: 01632 960 001.',
  )
})

test('the texts that are there from the beginning keep to it', () => {
  expect(ChasingSettings.safeParse(defaultChasingSettings).success).toBe(true)
})

test('settings of before agencies could send a part allow what holds from the beginning', () => {
  const { ladder, texts } = defaultChasingSettings
  expect(ChasingSettings.parse({ ladder, texts }).promise).toEqual({ workingDays: 10, renewals: 2 })
})

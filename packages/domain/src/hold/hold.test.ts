import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { HeldStage, HoldReason, holdsOf, keepsWaiting, wronglyHeld } from './hold.ts'

test('information that has not come is no reason to hold a case', () => {
  expect(HoldReason.options).not.toContain('awaiting-information')
})

test('an inquest keeps the panel waiting and not the review meeting; a post-mortem keeps both', () => {
  expect(wronglyHeld('inquest', ['panel'])).toEqual([])
  expect(wronglyHeld('inquest', ['review-meeting', 'panel'])).toEqual(['review-meeting'])
  expect(wronglyHeld('inquest', [])).toEqual(['panel'])
  expect(wronglyHeld('post-mortem', ['panel'])).toEqual(['review-meeting'])
  expect(wronglyHeld('post-mortem', ['review-meeting', 'panel'])).toEqual([])
})

test('where it is decided case by case either is possible, but a hold that keeps nothing waiting is none', () => {
  expect(wronglyHeld('criminal-proceedings', ['panel'])).toEqual([])
  expect(wronglyHeld('criminal-proceedings', ['review-meeting', 'panel'])).toEqual([])
  expect(wronglyHeld('family-request', ['review-meeting'])).toEqual([])
  expect(wronglyHeld('family-request', [])).toEqual(['review-meeting', 'panel'])
})

test('every reason keeps some stage waiting', () => {
  for (const reason of HoldReason.options) {
    const stages = HeldStage.options.filter((stage) => keepsWaiting[reason][stage] !== 'never')
    expect(wronglyHeld(reason, stages), reason).toEqual([])
  }
})

test('of several holds those of one stage can be told', () => {
  const from = PlainDate.parse('2026-01-01')
  const inquest = { from, until: null, stages: ['panel' as const] }
  const postMortem = { from, until: null, stages: HeldStage.options }
  expect(holdsOf('review-meeting', [inquest, postMortem])).toEqual([postMortem])
  expect(holdsOf('panel', [inquest, postMortem])).toEqual([inquest, postMortem])
})

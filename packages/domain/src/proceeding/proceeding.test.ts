import { expect, test } from 'vitest'
import { HoldReason } from '../hold/hold.ts'
import { holdReasonOf, outcomesOf, ProceedingKind, ProceedingStep, stepsOf } from './proceeding.ts'

test('everything a case waits for outside the panel’s office has a proceeding that opens the hold', () => {
  const brought = new Set(Object.values(holdReasonOf))
  const byOthers = HoldReason.options.filter(
    (reason) => reason !== 'family-request' && reason !== 'themed-panel',
  )
  for (const reason of byOthers) expect(brought, reason).toContain(reason)
})

test('a review of a death with a learning disability keeps nothing waiting', () => {
  expect(holdReasonOf['learning-disability-review']).toBeNull()
})

test('every step belongs to one kind', () => {
  const all = ProceedingKind.options.flatMap((kind) => stepsOf(kind))
  expect([...all].sort()).toEqual([...ProceedingStep.options].sort())
})

test('only an inquest is suspended and not resumed', () => {
  expect(outcomesOf('inquest')).toContain('not-resumed')
  expect(outcomesOf('criminal-proceedings')).toEqual(['concluded', 'discontinued', 'recorded-in-error'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NhsNumber } from '../nhs-number/nhs-number.ts'
import { MultipleBirth } from '../notification/notification.ts'
import { Refusal } from '../refusal/refusal.ts'
import { differentBabies } from './different-babies.ts'
import { MergeState, mayStepMerge, nextMergeStates, stepMerge } from './merge-state.ts'

describe('the steps of a merge', () => {
  const anyState = fc.constantFrom(...MergeState.options)

  test('a step in the table is taken, any other is refused', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        if (nextMergeStates[from].includes(to)) expect(stepMerge(from, to)).toBe(to)
        else expect(() => stepMerge(from, to)).toThrow(new Refusal('merge-decided'))
      }),
    )
  })

  test('nothing is merged that was not proposed, or undone that was not merged', () => {
    const before = (wanted: MergeState) =>
      MergeState.options.filter((state) => nextMergeStates[state].includes(wanted))
    expect(before('confirmed')).toEqual(['proposed'])
    expect(before('undone')).toEqual(['confirmed'])
    expect(before('proposed')).toEqual([])
  })

  test('the proposer may withdraw and nothing else; everybody else may confirm or decline and not withdraw', () => {
    expect((['confirmed', 'declined', 'withdrawn'] as const).map((to) => mayStepMerge(to, true))).toEqual([
      false,
      false,
      true,
    ])
    expect((['confirmed', 'declined', 'withdrawn'] as const).map((to) => mayStepMerge(to, false))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('different babies of one birth', () => {
  const [first, second] = [NhsNumber.parse('9990000018'), NhsNumber.parse('9990000026')]

  test('two that say another place in the order of birth never merge, whatever else they say', () => {
    expect(differentBabies({ birthOrder: 1 }, { birthOrder: 2 })).toBe(true)
    const same = { nhsNumber: first, multipleBirth: 'twins' as const }
    expect(differentBabies({ ...same, birthOrder: 1 }, { ...same, birthOrder: 2 })).toBe(true)
  })

  test('twins with numbers of their own never merge, also when only one record knows of the other baby', () => {
    expect(
      differentBabies({ nhsNumber: first, multipleBirth: 'twins' as const }, { nhsNumber: second }),
    ).toBe(true)
    expect(differentBabies({ nhsNumber: first }, { nhsNumber: second, birthOrder: 2 })).toBe(true)
  })

  test('one twin notified twice may merge', () => {
    const twin = { nhsNumber: first, multipleBirth: 'twins' as const, birthOrder: 2 }
    expect(differentBabies(twin, twin)).toBe(false)
    expect(differentBabies(twin, { multipleBirth: 'twins' as const, birthOrder: 2 })).toBe(false)
    expect(differentBabies(twin, { multipleBirth: 'twins' as const })).toBe(false)
  })

  test('a child born alone who was given two numbers may merge: people decide', () => {
    expect(differentBabies({ nhsNumber: first }, { nhsNumber: second })).toBe(false)
    const alone = { multipleBirth: 'one' as const, birthOrder: 1 }
    expect(differentBabies({ ...alone, nhsNumber: first }, { ...alone, nhsNumber: second })).toBe(false)
  })

  test('it does not matter which of the two is asked first', () => {
    const baby = fc.record(
      {
        nhsNumber: fc.constantFrom(first, second),
        multipleBirth: fc.constantFrom(...MultipleBirth.options),
        birthOrder: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(baby, baby, (one, other) => {
        expect(differentBabies(one, other)).toBe(differentBabies(other, one))
      }),
    )
  })
})

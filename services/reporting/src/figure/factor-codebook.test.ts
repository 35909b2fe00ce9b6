import { describe, expect, test } from 'vitest'
import { countedFactor, factorCodebook } from './factor-codebook.ts'

describe('the codebook factors are counted by', () => {
  test('lists every factor of the analysis form once, in the words of the form', () => {
    expect(factorCodebook.length).toBeGreaterThan(60)
    expect(new Set(factorCodebook.map(({ code }) => code)).size).toBe(factorCodebook.length)
    expect(factorCodebook).toContainEqual({ code: 'prematurity', label: 'Prematurity' })
  })

  test('counts a factor it does not list in a line that is always there', () => {
    expect(countedFactor('prematurity')).toBe('prematurity')
    expect(countedFactor('moonlight')).toBe('not-in-codebook')
    expect(factorCodebook.at(-1)).toMatchObject({ code: 'not-in-codebook' })
  })
})

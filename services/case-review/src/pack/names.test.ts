import { describe, expect, test } from 'vitest'
import { fullName, sameName } from './names.ts'

describe('a name written in one line', () => {
  test.each([
    ['Dr Oona Brisk (paediatrician)', ['Oona'], ['Brisk']],
    ['Mara Anneka Quillfeather', ['Mara', 'Anneka'], ['Quillfeather']],
    ['Jan van der Berg', ['Jan'], ['van der Berg']],
    ['Sister Ollerton', [], ['Ollerton']],
    ['PC 4512', [], []],
    ['', [], []],
  ])('%s', (written, givenNames, familyNames) => {
    expect(fullName(written)).toEqual({ givenNames, familyNames })
  })

  test('is the same with and without a title, marks and small letters', () => {
    expect(sameName('Dr. Siân O’Brien')).toBe(sameName('SIAN OBRIEN'))
    expect(sameName('Oona Brisk')).not.toBe(sameName('Oona Bright'))
  })
})

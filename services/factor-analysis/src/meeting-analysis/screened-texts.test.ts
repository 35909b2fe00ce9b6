import { ANALYSIS_FORM, type Answers, formInForce, statutoryForms } from '@cdop/forms'
import { expect, test } from 'vitest'
import { screenedTexts } from './screened-texts.ts'

const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-04-01')

test('everything that was written is looked through, whole, and never more at once than can be', () => {
  const described = Array.from({ length: 30 }, (_, at) => `${at} `.padEnd(2_000, 'x'))
  const learning = 'y'.repeat(10_000)
  const answers: Answers = {
    'intrinsic-answer': 'none-identified',
    // No longer asked, and still looked through: it would go along when the panel begins from it.
    'intrinsic-factors': described.map((one) => ({
      'intrinsic-factor-code': 'prematurity',
      'intrinsic-factor-description': one,
    })),
    'learning-points': learning,
  }
  const texts = screenedTexts(form, answers, ['Why'])
  expect(texts.join('\n\n')).toBe([...described, learning, 'Why'].join('\n\n'))
  expect(texts.map((text) => text.length).every((length) => length <= 20_000)).toBe(true)
  expect(texts).toHaveLength(4)
  expect(screenedTexts(form, { categories: ['8'] }, [])).toEqual([])
})

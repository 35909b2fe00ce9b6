import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedPairs } from './invented-recommendations.ts'
import { meaningOf } from './meaning-of.ts'
import { mostSimilar } from './similar-texts.ts'

const earlier = inventedPairs.map(([text], of) => ({ of, text }))
const later = inventedPairs.map(([, text], of) => ({ of, text }))

describe('similar recommendations of the past', () => {
  test.each([
    ['an earlier one, by who writes the same years later', earlier, later],
    ['a later one, by who wrote the same before', later, earlier],
  ])('have %s among the first five at least 9 times in 10', (_, among, asked) => {
    const missed = asked.filter(
      ({ of, text }) => !mostSimilar(text, among, 5).some((found) => found.of === of),
    )
    expect(asked.length).toBe(50)
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(5)
  })

  test('are the same for the same question, nearest first, never more than asked for', () => {
    const any = fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), any, fc.nat(6), (text, texts, most) => {
        const among = texts.map((one, of) => ({ of, text: one }))
        const found = mostSimilar(text, among, most)
        expect(found).toEqual(mostSimilar(text, among, most))
        expect(found.length).toBeLessThanOrEqual(most)
        const likenesses = found.map(({ likeness }) => likeness)
        expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a))
        expect(likenesses.every((likeness) => likeness > 0 && likeness <= 1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('begin with a text that is the same', () => {
    for (const { of, text } of earlier) expect(mostSimilar(text, earlier, 1)[0]?.of).toBe(of)
  })

  test('have nothing for nothing', () => {
    expect(mostSimilar('', earlier, 5)).toEqual([])
    expect(mostSimilar('of the and', earlier, 5)).toEqual([])
    expect(mostSimilar('anything', [], 5)).toEqual([])
    expect(mostSimilar('zyxwv', earlier, 5)).toEqual([])
  })

  test('know endings and words that mean the same', () => {
    expect(meaningOf('Babies were assessed')).toEqual(meaningOf('assessing an infant').reverse())
    expect(meaningOf('whooping cough')).toEqual(meaningOf('Pertussis'))
  })
})

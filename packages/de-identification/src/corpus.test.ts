import { describe, expect, test } from 'vitest'
import { compilePack } from './pack/compile.ts'
import { screenFor } from './screen.ts'
import { HIDING_NAMES, measure, nothingMeasured, plantedCase, recall } from './testing-corpus/index.ts'
import { givenKey, settledWith } from './testing-given.ts'

type Off = NonNullable<Parameters<typeof screenFor>[1]>

function measured(cases: number, each: number, off?: Off) {
  const into = nothingMeasured()
  for (let at = 0; at < cases; at += 1) {
    const planted = plantedCase(5, at, each)
    measure(into, planted, screenFor(planted.one.known, off), at)
  }
  return into
}

describe('of the planted identifiers', () => {
  const withOwnRules = measured(4, 3, new Set(['general']))

  test('99.9% of the own ones are found in a sample, every form of hiding was tried, little else is taken out', () => {
    const sample = measured(14, 2)
    const own = recall(sample, true)
    expect(HIDING_NAMES).toHaveLength(25)
    for (const name of HIDING_NAMES) expect(sample.byHiding.get(name)?.chances ?? 0, name).toBeGreaterThan(5)
    expect(
      sample.misses
        .filter(({ hiding }) => !hiding.startsWith('nobody'))
        .map(({ text, hiding }) => `${hiding}: ${text}`),
    ).toEqual([])
    expect(own.found / own.chances).toBeGreaterThanOrEqual(0.999)
    expect(own.hidden / own.chances).toBeGreaterThanOrEqual(0.96)
    const others = recall(sample, false)
    expect(others.found / others.chances).toBeGreaterThanOrEqual(0.99)
    expect(1 - sample.needless / sample.certain).toBeGreaterThanOrEqual(0.98)
    expect((1000 * sample.idleQuestions) / sample.words).toBeLessThan(5)
  })

  test.each([
    ['slips', 'two slips', 1],
    ['inside', 'inside a compound', 1],
    ['short forms', 'short form', 3],
    ['initials', 'initials', 3],
    ['broken up', 'broken up', 3],
    ['places', 'institution', 3],
    ['codes', 'address or postcode', 1],
    ['dates', 'date in any form', 8],
    ['numbers', 'NHS number spaced or split', 8],
  ] as const)('many are missed when the rule for %s is switched off', (rule, hiding, least) => {
    const without = measured(4, 3, new Set([rule, 'general'])).byHiding.get(hiding)
    const missedAnyway = withOwnRules.byHiding.get(hiding)
    expect((without?.missed ?? 0) - (missedAnyway?.missed ?? 0)).toBeGreaterThanOrEqual(least)
  })

  test('none is left in the text once people have decided to hide what is in doubt', () => {
    for (let at = 100; at < 102; at += 1) {
      const { one, narratives } = plantedCase(5, at, 1)
      const screen = screenFor(one.known)
      const settled = narratives.map(({ text }) => settledWith(screen(text)))
      const text = compilePack(givenKey(at), [{ caseKey: 'a', narratives: settled }])
        .flatMap((compiled) => compiled.narratives.map((narrative) => narrative.text))
        .join('\n')
      for (const number of one.known.nhsNumbers) expect(text.replace(/\W/g, '')).not.toContain(number)
      for (const { familyNames } of one.known.family)
        for (const name of familyNames) expect(text).not.toContain(name)
    }
  })
})

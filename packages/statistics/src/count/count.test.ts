import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Count, countOf, deaths, MixedPopulations, type Population, reviews } from './count.ts'
import { formatChange, formatPercent, formatPercentWithInterval } from './format.ts'
import { percentChange } from './percent-change.ts'
import { percentage } from './percentage.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** What the TypeScript compiler says about a planted file of this room; empty when it compiles. */
function compile(source: string): string {
  const folder = mkdtempSync(join(here, '../../node_modules/planted-'))
  try {
    writeFileSync(join(folder, 'planted.ts'), source)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "extends": "../../../../tsconfig.base.json", "compilerOptions": { "types": [] }, "files": ["planted.ts"] }',
    )
    const tsc = join(here, '../../node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const imports = "import { percentage, percentChange, deaths, reviews } from '../../src/index.ts'"

describe('deaths and reviews never meet in one figure', () => {
  test('a share across populations does not compile, a share within one does', () => {
    const said = compile(
      [
        imports,
        'percentage(deaths(16), deaths(43))',
        'percentage(deaths(16), reviews(28))',
        'percentChange(deaths(16), reviews(28))',
        'percentage(deaths(16), 28)',
      ].join('\n'),
    )
    const faults = [...said.matchAll(/planted\.ts\((\d+),\d+\): error (TS\d+)/g)]
    expect(faults.map(([, line, code]) => `${line} ${code}`)).toEqual(['3 TS2345', '4 TS2345', '5 TS2345'])
  }, 60_000)

  test('their types are apart', () => {
    expectTypeOf<Count<'reviews'>>().not.toExtend<Count<'deaths'>>()
    expectTypeOf(percentage<'deaths'>)
      .parameter(1)
      .toEqualTypeOf<Count<'deaths'>>()
  })

  test('a share is refused at run time where the types were lost', () => {
    const part: Count = deaths(16)
    const whole: Count = reviews(28)
    expect(() => percentage(part, whole)).toThrow(MixedPopulations)
    expect(() => percentChange(part, whole)).toThrow(MixedPopulations)
  })

  test('the published 67 and 33 per cent of 28 reviews cannot be produced', () => {
    const printed = Array.from({ length: 29 }, (_, part) =>
      formatPercent(percentage(reviews(part), reviews(28))),
    )
    expect(printed.filter((text) => /^(67\.[0-4]|66\.[5-9]|33\.[0-4]|32\.[5-9])%$/.test(text))).toEqual([])
    expect(() => percentage(reviews(29), reviews(28))).toThrow(RangeError)
    expect(() => percentage<Population>(countOf('deaths', 29), reviews(28))).toThrow(MixedPopulations)
    expect(formatPercent(percentage(deaths(29), deaths(43)))).toBe('67.4%')
    expect(formatPercent(percentage(deaths(14), deaths(43)))).toBe('32.6%')
    expect(formatPercent(percentage(reviews(19), reviews(28)))).toBe('67.9%')
  })
})

describe('a figure carries what is needed to read it', () => {
  test('a share carries its counts, its population and its interval', () => {
    expect(percentage(reviews(16), reviews(28))).toMatchObject({
      kind: 'percentage',
      population: 'reviews',
      numerator: 16,
      denominator: 28,
      interval: { level: 0.95, method: 'wilson' },
    })
    expect(formatPercentWithInterval(percentage(reviews(16), reviews(28)))).toBe('57.1% (39.1 to 73.5)')
    expect(formatPercent(percentage(reviews(784), reviews(4012)))).toBe('19.5%')
  })

  test('a share of nothing is not available', () => {
    expect(formatPercent(percentage(reviews(0), reviews(0)))).toBe('[x]')
  })

  test.each([
    [3743, 3577, '-4.4%'],
    [3577, 3492, '-2.4%'],
    [50, 51, '+2.0%'],
    [50, 50, '0.0%'],
    [10000, 9999, '0.0%'],
    [0, 5, '[x]'],
  ])('the change from %i to %i deaths is %s', (from, to, text) => {
    expect(formatChange(percentChange(deaths(from), deaths(to)))).toBe(text)
  })

  test('a count is a whole number of 0 or more', () => {
    for (const value of [-1, 1.5, Number.NaN]) expect(() => deaths(value)).toThrow()
  })
})

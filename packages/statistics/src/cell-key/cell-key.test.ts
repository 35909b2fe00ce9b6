import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cellKeyOf, perturbedCount, recordKeyOf, rowOfCount } from './cell-key.ts'
import { noiseOf } from './maximum-entropy.ts'
import { keys, mostCounts, pTableOf, pValue, readPTable } from './p-table.ts'

const rule = { most: 5, variance: 3, noneUpTo: 2 }
const table = pTableOf(rule)
const rowOf = (count: number) => Array.from({ length: keys }, (_, key) => pValue(table, count, key))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Record keys of cases as an operator's secret makes them. */
const keyOf = (caseId: string) =>
  recordKeyOf(createHmac('sha256', 'an invented secret').update(caseId).digest())
const casesOf = (many: number, word = 'case') =>
  Array.from({ length: many }, (_, at) => keyOf(`${word}-${at}`))

describe('noise by maximum entropy', () => {
  test('has no bias, stays within its limit, and leaves no result that is small or less than nothing', () => {
    for (const count of [...Array.from({ length: 40 }, (_, at) => at + 1), 501, mostCounts]) {
      const row = rowOf(count)
      expect(mean(row), `${count}`).toBe(0)
      expect(Math.max(...row.map(Math.abs))).toBeLessThanOrEqual(5)
      expect(row.filter((noise) => count + noise < 0 || [1, 2].includes(count + noise))).toEqual([])
    }
  })

  test('has the variance asked for wherever the count allows it', () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 750]) {
      const variance = mean(rowOf(count).map((noise) => noise ** 2))
      expect(Math.abs(variance - 3), `${count}`).toBeLessThan(0.12)
    }
  })

  test('is as even as its mean and variance allow: no other distribution with them has more entropy', () => {
    const chances = noiseOf(40, rule)
    const entropy = (of: readonly number[]) => -of.reduce((sum, chance) => sum + chance * Math.log(chance), 0)
    const best = entropy([...chances.values()])
    // Moves that change neither sum, mean nor variance: third differences.
    const values = [...chances.values()]
    for (const step of [1e-3, -1e-3]) {
      for (let at = 0; at + 3 < values.length; at += 1) {
        const moved = values.map((chance, place) => {
          const times = [1, -3, 3, -1][place - at] ?? 0
          return chance + step * times
        })
        if (moved.every((chance) => chance > 0)) expect(entropy(moved)).toBeLessThan(best)
      }
    }
  })

  test('is nothing where nothing can balance it', () => {
    expect([...noiseOf(40, { most: 0, variance: 1, noneUpTo: 0 })]).toEqual([[0, 1]])
    expect(() => noiseOf(1, { most: 1, variance: 1, noneUpTo: 3 })).toThrow('without bias')
  })
})

describe('a perturbed count', () => {
  test('takes its row by the count: those above 750 share the last 250 in turn', () => {
    expect([1, 750, 751, 1000, 1001, 350_000].map(rowOfCount)).toEqual([1, 750, 501, 750, 501, 750])
  })

  test('takes its key from its cases, in any order', () => {
    expect(cellKeyOf([200, 100, 3])).toBe(47)
    expect(cellKeyOf([3, 200, 100])).toBe(47)
    expect(cellKeyOf([])).toBe(0)
    expect(() => cellKeyOf([256])).toThrow('byte')
  })

  test('is the same wherever the same cases are counted, so that asking again averages nothing out', () => {
    const cases = casesOf(24)
    const answers = Array.from({ length: 400 }, (_, turn) =>
      perturbedCount([...cases.slice(turn % 24), ...cases.slice(0, turn % 24)], table, 5),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('does not withstand many splits of one group added up: it is never the only protection', () => {
    const noisy = (cases: readonly number[]) => {
      const answer = perturbedCount(cases, table, 1)
      return answer.kind === 'shown' ? answer.value : 0
    }
    let state = 1
    const byte = () => {
      state = (state * 48_271) % 2_147_483_647
      return (state >> 7) & 255
    }
    const recovered = Array.from({ length: 30 }, () => {
      const cases = Array.from({ length: 24 }, byte)
      const sums = Array.from({ length: 400 }, () => {
        const isIn = cases.map(() => byte() > 127)
        return noisy(cases.filter((_, at) => isIn[at])) + noisy(cases.filter((_, at) => !isIn[at]))
      })
      return Math.round(mean(sums)) === 24
    })
    expect(recovered.filter(Boolean).length).toBeGreaterThan(20)
  })

  test('is hidden where what comes out is below the threshold, and zero gets no noise', () => {
    expect(perturbedCount([], table, 1)).toEqual({ kind: 'hidden' })
    expect(perturbedCount([], table, 0)).toEqual({ kind: 'shown', value: 0 })
    for (const many of [3, 9, 40, 800]) {
      const cases = casesOf(many)
      const value = many + pValue(table, rowOfCount(many), cellKeyOf(cases))
      expect(perturbedCount(cases, table, 10)).toEqual(
        value < 10 ? { kind: 'hidden' } : { kind: 'shown', value },
      )
    }
  })
})

describe('a table of noise of an operator’s own', () => {
  const lines = Array.from({ length: mostCounts * keys }, (_, at) => {
    const [count, key] = [Math.floor(at / keys) + 1, at % keys]
    return `${count},${key},${pValue(table, count, key)}`
  })
  const csv = (of: readonly string[]) => `pcv,ckey,pvalue\n${of.join('\n')}\n`

  test('is read as it stands, in any order of lines and columns', () => {
    expect(readPTable(csv(lines.toReversed()))).toEqual(table)
    const turned = lines.map((line) => line.split(',').toReversed().join(','))
    expect(readPTable(`"pvalue","ckey","pcv"\r\n${turned.join('\r\n')}`)).toEqual(table)
  })

  test.each([
    [['1,0,0'], 'has 192000 lines'],
    [['1,0,x'], 'line 2 is no count'],
    [['751,0,0'], 'line 2 is no count'],
    [['1,0,0', '1,0,0'], 'line 3 says a count and key again'],
    [['1,0,-2'], 'line 2 makes a count less than nothing'],
  ])('%j is refused by the line', (wrong, words) => {
    expect(() => readPTable(csv(wrong))).toThrow(words)
  })

  test('without its columns is refused', () => {
    expect(() => readPTable('count,key,noise\n1,0,0')).toThrow('pcv, ckey and pvalue')
  })
})

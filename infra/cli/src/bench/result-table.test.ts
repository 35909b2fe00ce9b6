import { expect, test } from 'vitest'
import type { BenchResult } from './bench-result.ts'
import { resultJson, resultTable } from './result-table.ts'

const results: readonly BenchResult[] = [
  {
    name: 'accept-notification',
    what: 'notifications accepted',
    unit: 'per second',
    value: 123.456,
    ceiling: 246.912,
    ratio: 0.5,
    rounds: [{ value: 123.456, ceiling: 246.912 }],
    more: { statements: 14 },
  },
  {
    name: 'page',
    what: 'a page',
    unit: 'ms',
    value: 12.3456,
    ceiling: 3.0864,
    ratio: 0.25,
    rounds: [{ value: 12.3456, ceiling: 3.0864 }],
    more: {},
  },
]

test('the table shows every figure beside its ceiling, what it is, and how busy the machine was', () => {
  expect(resultTable(results, 0.42)).toBe(
    [
      '                               value          ceiling   reached',
      'accept-notification   123 per second   247 per second      50 %',
      'page                         12.3 ms          3.09 ms      25 %',
      '',
      'accept-notification: notifications accepted.',
      'page: a page.',
      'Load of the machine before the start: 0.4.',
      '',
    ].join('\n'),
  )
})

test('as JSON there is one object, which gives value, unit, ceiling and ratio by name', () => {
  expect(JSON.parse(resultJson(results, 0.42))).toMatchObject({
    'accept-notification': {
      value: 123.456,
      unit: 'per second',
      ceiling: 246.912,
      ratio: 0.5,
      loadBefore: 0.42,
    },
    page: { value: 12.3456, unit: 'ms', ceiling: 3.0864, ratio: 0.25 },
  })
})

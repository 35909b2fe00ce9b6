import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const checkout = join(import.meta.dirname, '../../..')

const log = await readFile(join(checkout, 'docs/hazard-log.md'), 'utf8')
const rows = log
  .split('\n')
  .filter((line) => /^\| H\d+ /.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('the hazard log numbers its hazards from 1, and each says cause, effect and control', () => {
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(rows.map(([hazard = '']) => hazard.split(' ')[0])).toEqual(rows.map((_, index) => `H${index + 1}`))
  for (const row of rows) {
    expect(row).toHaveLength(5)
    expect(row.filter((cell) => cell === '')).toEqual([])
  }
})

test.each(rows.map((row) => [row[0] ?? '', row[4] ?? '']))(
  '%s is held by a test that exists',
  async (_, named) => {
    const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(named) ?? []
    const source = await readFile(join(checkout, file), 'utf8')
    expect(source).toContain(`'${title}'`)
  },
)

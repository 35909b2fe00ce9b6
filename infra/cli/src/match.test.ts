import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventedFebrl } from '@cdop/matching/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { match } from './match.ts'

const folder = mkdtempSync(join(tmpdir(), 'cdop-match-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'people.csv')
const plan = { seed: 1, originals: 60, duplicates: 40, mostDuplicates: 2 }
writeFileSync(file, inventedFebrl({ ...plan, mostChangesInField: 1, mostChangesInRecord: 2 }))

async function said(...args: readonly string[]): Promise<string> {
  const lines: string[] = []
  expect(await match(args, { say: (line) => lines.push(line) })).toBe(0)
  return lines.join('\n')
}

describe('cdop match evaluate', () => {
  test('says precision, recall, F1 and seconds, as JSON when asked', async () => {
    const Said = z.object({
      records: z.literal(100),
      precision: z.literal(1),
      recall: z.literal(1),
      f1: z.literal(1),
      seconds: z.number().positive(),
    })
    Said.parse(JSON.parse(await said('evaluate', file, '--json')))
    expect(await said('evaluate', file)).toMatch(
      /^100 records, .*\nprecision 1\.0000, recall 1\.0000, F1 1\.0000/,
    )
  })

  test('refuses in one sentence what it cannot read', async () => {
    await expect(said()).rejects.toThrow('Say which file to evaluate')
    await expect(said('evaluate', join(folder, 'none.csv'))).rejects.toThrow('The file cannot be read')
    const other = join(folder, 'other.csv')
    writeFileSync(other, 'name\nsomebody\n')
    await expect(said('evaluate', other)).rejects.toMatchObject({ name: 'PlainError' })
  })
})

import { expect, test } from 'vitest'
import { readTable, TableRefusal } from './index.ts'
import { inPieces } from './testing.ts'
import { mutated, numbersFrom, wholeFiles } from './testing-mutations.ts'

test.each(['csv', 'xlsx'] as const)(
  'a mutated %s file is read to its end or refused in words, never broken',
  async (kind) => {
    const number = numbersFrom(14)
    let refused = 0
    for (let file = 0; file < 150; file += 1) {
      const bytes = mutated(wholeFiles[kind], number)
      try {
        const table = await readTable(inPieces(bytes, 512))
        for await (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(TableRefusal)
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(100)
  },
)

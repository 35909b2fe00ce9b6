import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseColumns, sheetColumns } from './sheet-columns.ts'

test('every column a bundle may have is explained', () => {
  const said = readFileSync(join(import.meta.dirname, '../../../../docs/open-cases.md'), 'utf8')
  const [, ...parts] = said.split(/^## /m)
  const sections = new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part]))
  for (const [sheet, { required, optional }] of Object.entries({ cases: caseColumns, ...sheetColumns })) {
    for (const column of [...required, ...optional]) expect(sections.get(sheet)).toContain(column)
  }
})

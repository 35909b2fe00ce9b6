import { ReleaseId } from '@cdop/domain'
import { ReleaseOfAnswer, yearsOf } from '@cdop/statistics'
import { z } from 'zod'
import type { ReleaseHead, StoredTable } from '../release/release.ts'

/** How a table of a release is named in an address and in a file name: "N2". */
export const TableId = z.string().regex(/^[A-Z][A-Za-z0-9-]{0,19}$/)

/** A table in the contents of a release. */
export const TableLine = z.strictObject({
  tableId: TableId,
  title: z.string(),
  outcome: z.enum(['published', 'withheld']),
  /** Why it is withheld, in words. */
  says: z.string().nullable(),
  /** Of a withheld table nothing but its name is known. */
  holds: z
    .strictObject({
      population: z.string(),
      period: z.string(),
      /** The reporting years it is of, oldest first. */
      years: z.array(z.string()),
      shape: z.string(),
      rowField: z.string(),
      columnField: z.string().nullable(),
      rowTitle: z.string(),
      columnTitle: z.string().nullable(),
    })
    .nullable(),
})
export type TableLine = z.infer<typeof TableLine>

/** A published release and its contents. */
export const PublishedRelease = ReleaseOfAnswer.extend({ releaseId: ReleaseId, tables: z.array(TableLine) })
export type PublishedRelease = z.infer<typeof PublishedRelease>

const Margin = z.object({ field: z.string(), title: z.string() })
const Contents = z.object({
  measure: z.object({
    population: z.string(),
    period: z.string(),
    shape: z.string(),
    filters: z.array(z.object({ field: z.string(), anyOf: z.array(z.string()) })),
    rows: Margin,
    columns: Margin.nullable(),
  }),
})

/** A stored table's line in the contents: its figures are not looked at. */
export function lineOf({ tableId, title, outcome, says, content }: StoredTable): TableLine {
  if (content === null) return TableLine.parse({ tableId, title, outcome, says, holds: null })
  const { population, period, shape, filters, rows, columns } = Contents.parse(JSON.parse(content)).measure
  const holds = {
    ...{ population, period, shape },
    years: yearsOf({ filters }),
    rowField: rows.field,
    rowTitle: rows.title,
    columnField: columns?.field ?? null,
    columnTitle: columns?.title ?? null,
  }
  return TableLine.parse({ tableId, title, outcome, says, holds })
}

/** The head of a release as every answer carries it. */
export function headOfAnswer(head: ReleaseHead): ReleaseOfAnswer {
  const { releaseId, title, areaName, reportingYear, asKnownOn, builtAt, hash } = head
  return { releaseId, title, areaName, reportingYear, asKnownOn, builtAt, hash }
}

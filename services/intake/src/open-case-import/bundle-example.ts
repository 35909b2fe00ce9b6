import { type BundleTable, writeBundle } from '@cdop/tabular'
import type { Mapping } from '../import/mapping.ts'
import { newestMapping } from '../import/mappings.ts'
import { caseColumns, sheetColumns } from './sheet-columns.ts'

/** The tables of a bundle whose cases are written by a mapping, with no rows. */
function emptyTables(mapping: Mapping): BundleTable[] {
  const columns = new Set([
    ...caseColumns.required,
    ...caseColumns.optional,
    mapping.receivedOn,
    ...mapping.columns.map(({ column }) => column),
  ])
  return [
    { name: 'cases', columns: [...columns], rows: [] },
    ...Object.entries(sheetColumns).map(([name, { required, optional }]) => ({
      name: name.replaceAll(' ', '-'),
      columns: [...required, ...optional],
      rows: [],
    })),
  ]
}

/** An empty bundle as a file. Undefined when there is no such mapping of bundles. */
export function emptyBundle(mapping: string): Uint8Array | undefined {
  const found = newestMapping(mapping)
  return found?.bundle === true ? writeBundle(emptyTables(found)) : undefined
}

import { type BundleTable, writeBundle } from '@cdop/tabular'
import { exportedRow } from './testing-import.ts'

type Cells = Readonly<Record<string, string>>

/** A table with a column for each key of its rows. */
export function tableOf(name: string, rows: readonly Cells[]): BundleTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { name, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) }
}

/** An open case of an invented child, in the columns of the incumbent’s export. */
export const openCaseRow: Cells = {
  ...exportedRow,
  'Date of Notification': '12/06/2025',
  'NHS Number': '',
  'Date of Death': '01/06/2025',
  'old reference': 'OLD/2025/1',
  stage: 'gathering',
  'confirmed by': 'hospital doctor',
  'confirmed by name': 'Orla Pennywhistle',
  'confirmed by organisation': 'Invented Infirmary',
  'confirmed on': '01/06/2025',
}

export const requestRow: Cells = {
  'old reference': 'OLD/2025/1',
  agency: 'Invented Surgery',
  'agency kind': 'General practice',
  'agency ods code': '',
  'agency mailbox': 'box@surgery.example',
  'asked on': '20/06/2025',
  'chased on': '15/07/2025; 22/07/2025',
  outcome: '',
  'answered on': '',
}

/** A bundle as a ZIP file of CSV files; a sheet without rows is left out. */
export function bundleFile(sheets: Readonly<Record<string, readonly Cells[]>>): Uint8Array {
  return writeBundle(
    Object.entries(sheets)
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => tableOf(name, rows)),
  )
}

/**
 * Every way a file is refused as a table: what is wrong and what cures it. Nothing here repeats what stands in the
 * file, not even a heading: a file without a heading row has a child's name where a heading should be.
 */
export const tableFaults = {
  empty: { says: 'The file is empty', cure: 'Export it again and check that it has rows' },
  'too-big': { says: 'The file is too big', cure: 'Split it into smaller files' },
  'not-a-table': { says: 'The file is neither CSV nor XLSX', cure: 'Save it as CSV (UTF-8) or XLSX' },
  'old-or-locked': {
    says: 'The file is an old Excel file (XLS) or has a password',
    cure: 'Open it, remove the password and save it as XLSX or CSV (UTF-8)',
  },
  'utf-16': {
    says: 'The file is saved as UTF-16 (“Unicode text”)',
    cure: 'Save it again as CSV UTF-8',
  },
  'not-utf-8': {
    says: 'The letters of the file are not UTF-8, most likely Windows-1252',
    cure: 'Save it again as CSV UTF-8, so that names with accents stay right',
  },
  separator: {
    says: 'The values are not separated by commas',
    cure: 'Save it again as CSV with commas, or as XLSX',
  },
  quotes: {
    says: 'A quotation mark stands in the middle of a value',
    cure: 'Save the file again from a spreadsheet program, which doubles quotation marks inside a value',
  },
  truncated: {
    says: 'The file is cut short',
    cure: 'Export or copy it again, and check that it is whole',
  },
  damaged: { says: 'The file is damaged', cure: 'Export or copy it again' },
  'expands-too-far': {
    says: 'The file unpacks to far more than it should',
    cure: 'Save it again as CSV (UTF-8)',
  },
  'several-sheets': {
    says: 'The file has more than one sheet, and only one would be read',
    cure: 'Keep the sheet with the rows and delete or hide the others',
  },
  'no-bundle': {
    says: 'The file is neither a workbook (XLSX) with the sheets of a bundle nor a ZIP file of CSV files',
    cure: 'Start from the empty bundle, and upload that file filled in',
  },
  'missing-sheet': {
    says: 'The bundle lacks a sheet that is needed',
    cure: 'Add the sheet, or the CSV file, with the name the empty bundle has for it',
  },
  'unknown-sheet': {
    says: 'The bundle has a sheet that is not known',
    cure: 'Rename, hide or remove it, so that nothing in it is lost without notice',
  },
  'repeated-sheet': { says: 'The bundle has a sheet twice', cure: 'Keep one of the two' },
  'no-header': {
    says: 'The first row does not hold the names of the columns',
    cure: 'Make the first row the names of the columns, each with a name',
  },
  'repeated-column': {
    says: 'Two columns have the same name',
    cure: 'Name each column once',
  },
  'missing-column': {
    says: 'A column that is needed is missing',
    cure: 'Add the column, with its name in the first row',
  },
  'unknown-column': {
    says: 'The file has a column that is not known',
    cure: 'Rename or remove the column, so that nothing in it is lost without notice',
  },
  'no-rows': { says: 'The file has no rows below the names of the columns', cure: 'Export it again' },
  'too-many-rows': { says: 'The file has too many rows', cure: 'Split it into smaller files' },
  'too-many-columns': {
    says: 'The file has too many columns',
    cure: 'Remove the columns that are not needed',
  },
  'row-length': {
    says: 'A row has more or fewer values than there are columns',
    cure: 'Put quotation marks around values with commas, and check that the file is whole',
  },
  'cell-too-long': { says: 'A value is too long', cure: 'Shorten the value' },
  'cell-error': {
    says: 'A cell holds a formula that has no value',
    cure: 'Replace the formula by its value',
  },
} as const satisfies Record<string, { says: string; cure: string }>

export type TableFault = keyof typeof tableFaults

type Where = Readonly<{
  /** The row as a spreadsheet numbers it: the names of the columns are row 1. */
  row?: number
  /** A column's letters (`AB`), or the name of one that was looked for; never a heading found in the file. */
  column?: string
}>

/** The file cannot be read as a table. Carries the fault and where it is, never what stands there. */
export class TableRefusal extends Error {
  readonly fault: TableFault
  readonly row: number | undefined
  readonly column: string | undefined

  constructor(fault: TableFault, where: Where = {}) {
    super(fault)
    this.name = 'TableRefusal'
    this.fault = fault
    this.row = where.row
    this.column = where.column
  }

  /** What is wrong, as a sentence without its full stop. */
  get says(): string {
    return tableFaults[this.fault].says
  }

  /** What to do about it, as a sentence without its full stop. */
  get cure(): string {
    return tableFaults[this.fault].cure
  }
}

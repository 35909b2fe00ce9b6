/** What stands in a cell: words, or a number as it is printed ("29.8"). */
export type OdsCell = string | Readonly<{ number: string }>

/** A worksheet: lines of words, the first its title, then at most one table. */
export type OdsSheet = Readonly<{
  /** Of the worksheet: letters, digits, spaces and underscores, 31 at most. */
  name: string
  lines: readonly string[]
  table: Readonly<{
    /** Of the table: a letter first, then letters, digits and underscores. */
    name: string
    columns: readonly string[]
    rows: readonly (readonly OdsCell[])[]
  }> | null
}>

/** A spreadsheet: its title, when it was made, its worksheets in their order. */
export type OdsWorkbook = Readonly<{ title: string; madeAt: string; sheets: readonly OdsSheet[] }>

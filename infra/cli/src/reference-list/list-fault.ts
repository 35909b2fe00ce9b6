/** What is wrong with one value of a list, where, and what to do about it. */
export type ListFault = { row: number; column: string; says: string; cure: string }

/** The file is not the list it is said to be. Carries the first of its faults. */
export class FaultyList extends Error {
  readonly faults: readonly ListFault[]
  constructor(faults: readonly ListFault[]) {
    super('the list has faults')
    this.name = 'FaultyList'
    this.faults = faults
  }
}

/** How the rows of one kind of file are read. */
export type ListReader<Row> = (
  columns: readonly string[],
) => (row: { number: number; cells: readonly string[] }) => Row | ListFault

export function isFault(read: object): read is ListFault {
  return 'says' in read
}

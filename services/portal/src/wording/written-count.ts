const british = new Intl.NumberFormat('en-GB')

/** A count with its noun: "1 row", "12,345 rows". */
export function writtenCount(count: number, one: string, several = `${one}s`): string {
  return `${british.format(count)} ${count === 1 ? one : several}`
}

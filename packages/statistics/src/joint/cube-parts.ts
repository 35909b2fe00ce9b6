import { filterField, type JointTable, yearField } from './joint-table.ts'
import type { Fields } from './margins.ts'

/** One part of a population: a code for each field it is cut by. */
export type Part = ReadonlyMap<string, string>

/** Stands for every code that no table names. */
const anyOther = '~'

/** The codes each field can take in these tables: those listed, and one for all others where no table lists every one. */
export function codesOfFields(tables: readonly JointTable[]): Map<string, readonly string[]> {
  const codes = new Map<string, Set<string>>()
  const complete = new Set<string>()
  const add = (field: string, some: readonly string[]) => {
    const found = codes.get(field) ?? new Set()
    for (const code of some) found.add(code)
    codes.set(field, found)
  }
  for (const { measure } of tables) {
    const filtered = new Set(measure.filters.map(({ field }) => field))
    for (const filter of measure.filters) {
      const field = filterField(filter)
      if (field === yearField(measure)) continue
      add(field, field === filter.field ? filter.anyOf : ['in'])
    }
    for (const margin of [measure.rows, ...(measure.columns === null ? [] : [measure.columns])]) {
      add(
        margin.field,
        margin.codes.map(({ code }) => code),
      )
      if (!filtered.has(margin.field)) complete.add(margin.field)
    }
  }
  return new Map(
    [...codes].map(([field, some]) => [field, complete.has(field) ? [...some] : [...some, anyOther]]),
  )
}

/** Every part these fields cut into, or null when there are more than so many. */
export function partsOf(
  fields: Fields,
  codes: ReadonlyMap<string, readonly string[]>,
  most: number,
): Part[] | null {
  let parts: Part[] = [new Map()]
  for (const field of fields) {
    const some = codes.get(field) ?? []
    if (parts.length * some.length > most) return null
    parts = parts.flatMap((part) => some.map((code) => new Map([...part, [field, code]])))
  }
  return parts
}

/** Which of the parts carry one of the codes of every field named. */
export function matching(parts: readonly Part[], where: ReadonlyMap<string, readonly string[]>): number[] {
  return parts.flatMap((part, at) => {
    const fits = [...where].every(([field, codes]) => codes.includes(part.get(field) ?? ''))
    return fits ? [at] : []
  })
}

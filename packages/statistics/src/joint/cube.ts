import { layoutOf } from '../table/layout.ts'
import { codesOfFields, matching, type Part, partsOf } from './cube-parts.ts'
import { type CellMeaning, cutBy, isOverlappingRow, type JointTable, meaningOf } from './joint-table.ts'
import { type Fields, type MarginTree, marginTree } from './margins.ts'

/** A sum of variables. */
export type Sum = readonly (readonly [variable: number, times: number])[]

/** What a sum lies between. */
export type Row = Readonly<{ sum: Sum; low: number; high: number }>

/** One number that readers see, or do not, wherever it stands: the same cells of several tables are one. */
type CellClass = Readonly<{
  sum: Sum
  truth: number
  cells: readonly Readonly<{ table: number; at: number }>[]
}>

/** All tables as sums over the parts of the populations they cut, with what holds between the parts. */
export type Cube = Readonly<{
  tables: readonly JointTable[]
  variables: number
  rows: readonly Row[]
  classes: readonly CellClass[]
  /** The class of each cell of each table. */
  classOf: readonly (readonly number[])[]
  /** Beyond it no count is looked for: the attacker knows that nothing is so large. */
  most: number
}>

/** Raised when tables hang together in a circle over so many cells that no audit of them would end. */
export class CubeTooLarge extends Error {
  override name = 'CubeTooLarge'
}

const mostParts = 8_000

type Block = Readonly<{ tree: MarginTree; parts: readonly (readonly Part[])[]; firstOf: readonly number[] }>

/** The cube of these tables. @throws CubeTooLarge */
export function cubeOf(tables: readonly JointTable[]): Cube {
  const rows: Row[] = []
  let variables = 0
  const newVariables = (many: number) => {
    variables += many
    return variables - many
  }
  const blocks = new Map<string, Block>()
  for (const [key, ofBlock] of tablesByBlock(tables)) {
    const tree = marginTree(ofBlock.map(({ measure }) => cutBy(measure)))
    const codes = codesOfFields(ofBlock)
    const parts = tree.cliques.map((fields) => partsOf(fields, codes, mostParts))
    if (parts.some((some) => some === null)) throw new CubeTooLarge('the tables cut too finely together')
    const made = parts.map((some) => some ?? [])
    const block = { tree, parts: made, firstOf: made.map(({ length }) => newVariables(length)) }
    blocks.set(key, block)
    rows.push(...agreements(block, codes))
  }
  const most = 2 * Math.max(0, ...tables.flatMap(({ counts, exact }) => [...counts, ...exact])) + 20
  const sumOf = (population: string, { years, where }: CellMeaning): Sum =>
    years.flatMap((year) => sumIn(blocks.get(`${population} ${year}`), where))
  const classes: { sum: Sum; truth: number; cells: { table: number; at: number }[] }[] = []
  const known = new Map<string, number>()
  const classOf = tables.map((table, index) => {
    const layout = layoutOf(table.measure)
    const { population } = table.measure
    const lagging = table.counts.some((count, at) => count !== table.exact[at])
    const own = lagging && layout.shape === 'partition' ? ownVariables(table, newVariables) : null
    return layout.positions.map((position, at) => {
      const overlapping = isOverlappingRow(layout, at)
      const meaning = meaningOf(table.measure, position)
      const truth = table.counts[at] ?? 0
      const lags = truth !== table.exact[at]
      const there = overlapping ? null : sumOf(population, meaning)
      let sum: Sum
      if (own !== null) sum = own[at] ?? []
      else if (there === null || lags) sum = [[newVariables(1), 1]]
      else sum = there
      if (there !== null && sum !== there) {
        const off = lags ? Math.max(table.rule.threshold - 1, Math.abs(truth - (table.exact[at] ?? 0))) : 0
        rows.push({ sum: [...sum, ...negative(there)], low: -off, high: off })
      }
      const key = sum === there ? `${population} ${keyOf(sum)}` : `${table.id} ${at}`
      const found = known.get(key)
      if (found !== undefined && classes[found]?.truth === truth) {
        classes[found]?.cells.push({ table: index, at })
        return found
      }
      known.set(key, classes.length)
      classes.push({ sum, truth, cells: [{ table: index, at }] })
      return classes.length - 1
    })
  })
  for (const [index, table] of tables.entries()) rows.push(...overlaps(table, classOf[index] ?? [], classes))
  return { tables, variables, rows, classes, classOf, most }
}

/** The population and the years a table counts. */
function blocksOf({ measure }: JointTable): string[] {
  const years = layoutOf(measure).positions.flatMap((at) => meaningOf(measure, at).years)
  return [...new Set(years)].map((year) => `${measure.population} ${year}`)
}

function tablesByBlock(tables: readonly JointTable[]): Map<string, JointTable[]> {
  const found = new Map<string, JointTable[]>()
  for (const table of tables) {
    for (const key of blocksOf(table)) found.set(key, [...(found.get(key) ?? []), table])
  }
  return found
}

/** The tables in groups that have no year of a population in common: nothing of one says anything of another. */
export function groupedByFacts(tables: readonly JointTable[]): number[][] {
  let groups: { tables: number[]; blocks: Set<string> }[] = []
  for (const [at, table] of tables.entries()) {
    const blocks = blocksOf(table)
    const near = groups.filter((group) => blocks.some((block) => group.blocks.has(block)))
    const joined = {
      tables: [...near.flatMap((group) => group.tables), at],
      blocks: new Set([...near.flatMap((group) => [...group.blocks]), ...blocks]),
    }
    groups = [...groups.filter((group) => !near.includes(group)), joined]
  }
  return groups.map((group) => group.tables.sort((one, other) => one - other))
}

/** Cuts that share fields agree on them. */
function agreements({ tree, parts, firstOf }: Block, codes: ReadonlyMap<string, readonly string[]>): Row[] {
  return tree.links.flatMap(({ one, other, shared }) =>
    (partsOf(shared, codes, mostParts) ?? []).map((part) => {
      const where = new Map([...part].map(([field, code]) => [field, [code]]))
      const of = (clique: number) =>
        matching(parts[clique] ?? [], where).map((at): [number, number] => [(firstOf[clique] ?? 0) + at, 1])
      return { sum: [...of(one), ...negative(of(other))], low: 0, high: 0 }
    }),
  )
}

/** A cell as the sum of the parts it counts, in the smallest cut that has its fields. */
function sumIn(block: Block | undefined, where: ReadonlyMap<string, readonly string[]>): Sum {
  if (block === undefined) throw new RangeError('a cell lies outside every cut')
  const holds = (fields: Fields) => [...where.keys()].every((field) => fields.includes(field))
  let best = -1
  for (const [at, fields] of block.tree.cliques.entries()) {
    const size = block.parts[at]?.length ?? 0
    if (holds(fields) && (best === -1 || size < (block.parts[best]?.length ?? 0))) best = at
  }
  if (best === -1) throw new RangeError('a cell lies outside every cut')
  const first = block.firstOf[best] ?? 0
  return matching(block.parts[best] ?? [], where).map((at): [number, number] => [first + at, 1])
}

/** A table that lags behind the facts has cells of its own, which add up to its totals. */
function ownVariables(table: JointTable, newVariables: (many: number) => number): Sum[] {
  const layout = layoutOf(table.measure)
  const totals = new Map(layout.lines.map(({ total, parts }) => [total, parts]))
  const inner = layout.positions.map((_, at) => (totals.has(at) ? -1 : newVariables(1)))
  const partsIn = (at: number): number[] => {
    const parts = totals.get(at)
    return parts === undefined ? [at] : parts.flatMap(partsIn)
  }
  return layout.positions.map((_, at) => partsIn(at).map((part): [number, number] => [inner[part] ?? -1, 1]))
}

/** Rows that overlap count no more than their total. */
function overlaps(table: JointTable, classOf: readonly number[], classes: readonly CellClass[]): Row[] {
  const layout = layoutOf(table.measure)
  if (layout.shape !== 'overlapping') return []
  const total = classes[classOf.at(-1) ?? -1]
  return classOf.slice(0, -1).flatMap((index) => {
    const own = classes[index]
    if (own === undefined || total === undefined) return []
    return [{ sum: [...total.sum, ...negative(own.sum)], low: 0, high: Number.POSITIVE_INFINITY }]
  })
}

/** The sum taken away. */
function negative(sum: Sum): Sum {
  return sum.map(([variable, times]) => [variable, -times])
}

function keyOf(sum: Sum): string {
  return sum
    .map(([variable]) => variable)
    .sort((one, other) => one - other)
    .join(',')
}

import type { Db } from '@cdop/database'
import { type AreaId, type Clock, canonicalJson, type Instant } from '@cdop/domain'
import {
  type Earlier,
  type PublishedTable,
  revise,
  type Table,
  tellableCauses,
  UnsafeTable,
} from '@cdop/statistics'
import { type Ground, groundOf, MeasureId, tableOf } from '../figure/measure-tables.ts'
import { isRunning } from '../figure/reporting-year-input.ts'
import { countCauses } from './count-causes.ts'
import { type EarlierTable, earlierTables } from './earlier-release-store.ts'
import { protectedTable, publishedTable, type StoredTable } from './release.ts'

type Asked = Readonly<{ tx: Db; clock: Clock; areaId: AreaId; ground: Ground; at: Instant }>
type Revising = Asked & Readonly<{ groundAt: (instant: Instant) => Promise<Ground> }>

/**
 * Every table of a year as it may be released now. What was released of it before is revised, never made anew: somebody
 * who holds both learns no hidden count. Figures to date are held to none, and none is held to them.
 */
export async function releasableTables(asked: Asked): Promise<readonly StoredTable[]> {
  const { tx, clock, areaId, ground } = asked
  const known = new Map<Instant, Promise<Ground>>()
  const groundAt = (at: Instant): Promise<Ground> => {
    const found = known.get(at) ?? groundOf(tx, clock, { areaId, year: ground.year, at })
    known.set(at, found)
    return found
  }
  const revising = { ...asked, groundAt }
  const earlier = isRunning(ground.year, clock) ? [] : await earlierTables(tx, areaId, ground.year)
  const made: StoredTable[] = []
  for (const id of MeasureId.options) {
    const table = tableOf(id, ground)
    const ofThisYear = earlier.find(
      ({ stored, reportingYear }) => stored.tableId === id && reportingYear === ground.year.code,
    )
    if (id === 'N1') made.push(await revisedSeries(revising, table, earlier, ofThisYear))
    else if (ofThisYear === undefined) made.push(protectedTable(id, table))
    else made.push(await revisedTable(revising, id, table, ofThisYear))
  }
  return made
}

/** What a table says of the release before it, but for its figures. */
async function said({ tx, areaId, ground, at }: Revising, table: PublishedTable, before?: EarlierTable) {
  if (before === undefined) return { since: null, causes: null }
  const { releaseId, asKnownOn } = before
  const asked = { areaId, year: ground.year, since: asKnownOn, until: at }
  const counted = await countCauses(tx, table.measure.population, asked)
  return { since: { releaseId, asKnownOn }, causes: tellableCauses(counted, table.rule.threshold) }
}

async function revisedTable(
  revising: Revising,
  id: MeasureId,
  table: Table,
  before: EarlierTable,
): Promise<StoredTable> {
  const { stored, table: released, basisKnownOn } = before
  const about = await said(revising, released, before)
  const asReleased = (kept: 'measured-otherwise' | 'not-made-again'): StoredTable => ({
    ...stored,
    basisKnownOn,
    revision: { ...about, changed: [], kept },
  })
  if (bonesOf(table) !== bonesOf(released)) return asReleased('measured-otherwise')
  const basis = tableOf(id, await revising.groundAt(basisKnownOn))
  const earlier = released.cells.map(
    ({ count }, at): Earlier => ({
      count,
      basis: count.kind === 'shown' ? count.value : (basis.cells[at]?.count ?? 0),
    }),
  )
  const revised = revise(table, earlier, released.rule)
  if (revised === null) return asReleased('not-made-again')
  const revision = { ...about, changed: [...revised.changed], kept: null }
  return { ...publishedTable(id, revised.table), basisKnownOn, revision }
}

/** Each year is held to the last release that showed it, of whatever year that was. */
async function revisedSeries(
  revising: Revising,
  table: Table,
  released: readonly EarlierTable[],
  ofThisYear: EarlierTable | undefined,
): Promise<StoredTable> {
  const series = released.filter(({ stored }) => stored.tableId === 'N1')
  const earlier = table.cells.map(({ row }): Earlier => {
    const count = series.flatMap(({ table: { cells } }) => cells.filter((cell) => cell.row === row))[0]?.count
    // No sum reaches a year: any small count stands for one that is hidden.
    return count === undefined ? null : { count, basis: count.kind === 'shown' ? count.value : 1 }
  })
  if (earlier.every((cell) => cell === null)) return protectedTable('N1', table)
  const revised = revise(table, earlier)
  // Each year stands for itself, so this cannot be; were it so, nothing new may leave.
  if (revised === null) throw new UnsafeTable('the years released before do not stand beside each other')
  const about = await said(revising, revised.table, ofThisYear)
  const revision = { ...about, changed: [...revised.changed], kept: null }
  return { ...publishedTable('N1', revised.table), basisKnownOn: ofThisYear?.basisKnownOn ?? null, revision }
}

/** What of a measure says which counts its cells hold. */
function bonesOf({ measure }: Pick<Table, 'measure'>): string {
  const { id, version, filters, shape, rows, columns } = measure
  const codesOf = (margin: typeof rows) => margin.codes.map(({ code }) => code)
  return canonicalJson({
    ...{ id, version, filters, shape, rows: codesOf(rows) },
    columns: columns === null ? null : codesOf(columns),
  })
}

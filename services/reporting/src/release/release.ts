import { createHash } from 'node:crypto'
import { canonicalJson, Instant, PersonId, ReleaseId, ReleaseStanding } from '@cdop/domain'
import { PublishedTable, protect, ReportingYearCode, type Table } from '@cdop/statistics'
import { z } from 'zod'
import { LoadedDenominator } from '../denominator/denominator-store.ts'
import { MeasureId } from '../figure/measure-tables.ts'
import { TableRevision } from './table-revision.ts'

const named = { tableId: MeasureId, measureVersion: z.number().int().positive(), title: z.string().min(1) }

/** A table of a release: protected and published, or withheld with the reason. */
export const ReleaseTable = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('published'),
    ...named,
    table: PublishedTable,
    /** Null when nothing of it was released before. */
    revision: TableRevision.nullable(),
  }),
  z.strictObject({
    outcome: z.literal('withheld'),
    ...named,
    reason: z.enum(['no-safe-pattern', 'nothing-left-to-show']),
    says: z.string().min(1),
  }),
])
export type ReleaseTable = z.infer<typeof ReleaseTable>

/** Hex SHA-256. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What stands at the head of a release. */
export const ReleaseHead = z.strictObject({
  releaseId: ReleaseId,
  title: z.string().min(1),
  reportingYear: ReportingYearCode,
  areaName: z.string().min(1),
  builtAt: Instant,
  /** Null for a release from before it was kept. */
  builtBy: PersonId.nullable(),
  /** The facts are those known at this instant; what came later changes facts, not the release. */
  asKnownOn: Instant,
  denominators: z.array(LoadedDenominator),
  /** Over the stored tables, published and withheld: equal when what readers see is equal. */
  hash: Hash,
  standing: ReleaseStanding,
})
export type ReleaseHead = z.infer<typeof ReleaseHead>

/** A table in the words it is stored in: `content` is the protected table as JSON, byte for byte. */
export type StoredTable = Readonly<{
  tableId: string
  measureVersion: number
  title: string
  outcome: 'published' | 'withheld'
  reason: string | null
  says: string | null
  content: string | null
  contentHash: string | null
  /** As known when the counts behind its hidden cells were counted, where that was before this release. */
  basisKnownOn?: Instant | null
  revision: TableRevision | null
}>

/** Protects a table of which nothing was released before. The exact counts go no further. */
export function protectedTable(tableId: MeasureId, table: Table): StoredTable {
  const { version: measureVersion, title } = table.measure
  const protection = protect(table)
  if (protection.outcome === 'published') return publishedTable(tableId, protection.table)
  const { outcome, reason, says } = protection
  const without = { content: null, contentHash: null, revision: null }
  return { tableId, measureVersion, title, outcome, reason, says, ...without }
}

/** A protected table in the words it is stored in. */
export function publishedTable(tableId: MeasureId, table: PublishedTable): StoredTable {
  const { version: measureVersion, title } = table.measure
  const content = JSON.stringify(table)
  return {
    ...{ tableId, measureVersion, title, outcome: 'published', reason: null, says: null },
    content,
    contentHash: sha256(content),
    revision: null,
  }
}

/** One hash over what a release's tables show, in the order of their ids. */
export function hashOfTables(tables: readonly StoredTable[]): string {
  const lines = tables.map(({ tableId, measureVersion, reason, contentHash }) => ({
    tableId,
    measureVersion,
    reason,
    contentHash,
  }))
  return sha256(canonicalJson(lines.toSorted((one, other) => (one.tableId < other.tableId ? -1 : 1))))
}

/**
 * A stored table as readers get it. Its bytes are held to their hash and the attacker goes at it again.
 * @throws Error when it is not what was built
 */
export function readable(stored: StoredTable): ReleaseTable {
  const { tableId, measureVersion, title, outcome, content, reason, says, revision } = stored
  if (content === null) return ReleaseTable.parse({ outcome, tableId, measureVersion, title, reason, says })
  if (sha256(content) !== stored.contentHash) throw new Error('a stored table of a release was altered')
  return ReleaseTable.parse({
    ...{ outcome, tableId, measureVersion, title, revision },
    table: JSON.parse(content),
  })
}

function sha256(written: string): string {
  return createHash('sha256').update(written).digest('hex')
}

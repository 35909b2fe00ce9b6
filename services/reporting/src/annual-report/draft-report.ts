import type { Db } from '@cdop/database'
import { type AreaId, canonicalJson, type ReleaseId } from '@cdop/domain'
import { areaCipher, type ServiceParts } from '@cdop/service'
import {
  type CheckedProse,
  checkProse,
  ExemptionReason,
  heldKinds,
  ReportObstacle,
  ReportSectionId,
  type ReportTable,
  reportObstacles,
  SigningCapacity,
  staleStatements,
} from '@cdop/statistics'
import { z } from 'zod'
import { isToDate } from '../release/figures-to-date.ts'
import { ReleaseTable, readable } from '../release/release.ts'
import { signedRelease } from '../release/release-head-store.ts'
import { tablesOf } from '../release/release-store.ts'
import { AnnualReportHead, ReportSignature, signaturesOn } from './annual-report-store.ts'
import { hashOf } from './published-report-store.ts'
import { blocksOf, ReportBlock, SeenFigure } from './report-block-store.ts'
import { commentsOn, holdsOf, ReportComment, ReportHold } from './report-review-store.ts'

/** Prose held to the release of its report: what it says, what stops it, what is held, what is exempt. */
export const ReadProse = z.strictObject({
  paragraphs: z.array(z.string()),
  figures: z.array(SeenFigure),
  exempt: z.array(z.strictObject({ written: z.string(), reason: ExemptionReason, sentence: z.string() })),
  faults: z.array(
    z.strictObject({
      kind: z.string(),
      written: z.string(),
      sentence: z.string(),
      at: z.int().nonnegative(),
    }),
  ),
  held: z.array(
    z.strictObject({
      sentence: z.string(),
      /** As readers get it. */
      printed: z.string(),
      kinds: z.array(z.enum(heldKinds)),
      words: z.array(z.string()),
    }),
  ),
})

/** A section of a draft with all that was found in it. */
const ReadSection = z.strictObject({
  block: ReportBlock,
  read: ReadProse,
  stale: z.array(z.strictObject({ sentence: z.string(), why: z.enum(['figure-changed', 'names-a-year']) })),
})

/** A draft as whoever works on it sees it. */
export const DraftReport = z.strictObject({
  head: AnnualReportHead,
  /** Of exactly this release and these words: what a signature is of. */
  contentHash: z.string(),
  sections: z.array(ReadSection),
  tables: z.array(ReleaseTable),
  comments: z.array(ReportComment),
  holds: z.array(ReportHold),
  /** Those on this text. */
  signatures: z.array(ReportSignature),
  obstacles: z.array(ReportObstacle),
})
export type DraftReport = z.infer<typeof DraftReport>

/** The tables prose is read from. A withheld one is there, and has no cells. */
function tablesToRead(tables: readonly ReleaseTable[]): ReportTable[] {
  return tables.map((found) => ({
    tableId: found.tableId,
    table: found.outcome === 'published' ? found.table : null,
  }))
}

/** The tables of a release, as stored and protected. */
export async function releaseTables(tx: Db, areaId: AreaId, releaseId: ReleaseId): Promise<ReleaseTable[]> {
  return (await tablesOf(tx, areaId, releaseId)).map(readable)
}

/** Prose in the shape it travels in. */
export function readWith(prose: string, tables: readonly ReleaseTable[]): z.infer<typeof ReadProse> {
  const checked: CheckedProse = checkProse(prose, tablesToRead(tables))
  return ReadProse.parse(checked)
}

/** A draft and all that keeps it from its readers, read from the cells of its release. */
export async function draftOf(
  tx: Db,
  parts: ServiceParts,
  areaId: AreaId,
  head: AnnualReportHead,
): Promise<DraftReport> {
  const { reportId, releaseId } = head
  const cipher = await areaCipher(tx, parts, areaId)
  const tables = await releaseTables(tx, areaId, releaseId)
  const blocks = await blocksOf(tx, cipher, areaId, reportId)
  const comments = await commentsOn(tx, cipher, areaId, reportId)
  const holds = await holdsOf(tx, cipher, areaId, reportId)
  const contentHash = contentHashOf(releaseId, blocks)
  const signatures = (await signaturesOn(tx, areaId, reportId)).filter(
    (one) => one.contentHash === contentHash,
  )
  const sections = ReportSectionId.options.flatMap((id) => {
    const block = blocks.find(({ section }) => section === id)
    if (block === undefined) return []
    const read = readWith(block.prose, tables)
    const carriedOver = block.origin === 'carried-over'
    return [{ block, read, stale: staleStatements(block.prose, block.seen, read, carriedOver) }]
  })
  const standing = sections.map(({ block, read, stale }) => ({
    section: block.section,
    checked: { paragraphs: read.paragraphs, held: read.held, faults: read.faults },
    carriedOver: block.origin === 'carried-over',
    stale,
    decided: holds.filter((hold) => hold.section === block.section && hold.releaseId === releaseId),
    openComments: comments.filter(({ section, settledBy }) => section === block.section && settledBy === null)
      .length,
  }))
  const signed = SigningCapacity.options.filter((capacity) =>
    signatures.some((one) => one.capacity === capacity),
  )
  return DraftReport.parse({
    ...{ head, contentHash, sections, tables, comments, holds, signatures },
    obstacles: reportObstacles(standing, signed, isToDate(await signedRelease(tx, areaId, releaseId))),
  })
}

function contentHashOf(releaseId: ReleaseId, blocks: readonly ReportBlock[]): string {
  const sections = blocks
    .map(({ section, prose }) => ({ section, prose }))
    .toSorted((one, other) => (one.section < other.section ? -1 : 1))
  return hashOf(canonicalJson({ releaseId, sections }))
}

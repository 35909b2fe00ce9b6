import type { Db } from '@cdop/database'
import { type AnnualReportId, type AreaId, Instant, isStorable, PersonId } from '@cdop/domain'
import type { AreaCipher } from '@cdop/service'
import { ReportSectionId } from '@cdop/statistics'
import { z } from 'zod'

/** What somebody writes into a section: paragraphs, live figures, exempted numbers. It may be empty. */
export const Prose = z
  .string()
  .max(20_000)
  .refine(isStorable, { message: 'contains characters that cannot be stored' })
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim().normalize('NFC'))

/** A live figure as it was read. */
export const SeenFigure = z.strictObject({ reference: z.string(), written: z.string(), says: z.string() })

/** The text of a section in one version, and what its live figures said when it was written. */
export const ReportBlock = z.strictObject({
  section: ReportSectionId,
  version: z.int().positive(),
  origin: z.enum(['written', 'carried-over']),
  prose: Prose,
  seen: z.array(SeenFigure),
  writtenBy: PersonId,
  writtenAt: Instant,
})
export type ReportBlock = z.infer<typeof ReportBlock>

const Sealed = ReportBlock.pick({ prose: true, seen: true })
const bound = (reportId: AnnualReportId, section: string, version: number) =>
  `annual_report_blocks/${reportId}/${section}/${version}`

/** The newest version of each section of a report. */
export async function blocksOf(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<ReportBlock[]> {
  const rows = await tx<{ section: string; version: number; sealedBlock: Buffer }[]>`
    select distinct on (section) section, version, origin, sealed_block, written_by, written_at
    from reporting.annual_report_blocks where area_id = ${areaId} and report_id = ${reportId}
    order by section, version desc
  `
  return rows.map(({ sealedBlock, ...row }) => {
    const opened = cipher.openJson(bound(reportId, row.section, row.version), 'sealed_block', sealedBlock)
    return ReportBlock.parse({ ...row, ...Sealed.parse(opened) })
  })
}

/** Everybody who wrote a version of a section of a report. What was carried over was written elsewhere. */
export async function writersOf(tx: Db, areaId: AreaId, reportId: AnnualReportId): Promise<PersonId[]> {
  const rows = await tx`
    select distinct written_by from reporting.annual_report_blocks
    where area_id = ${areaId} and report_id = ${reportId} and origin = 'written'
  `
  return rows.map(({ writtenBy }) => PersonId.parse(writtenBy))
}

/** Adds the next version of a section. The report is locked by the caller. */
export async function addBlock(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
  { section, version, origin, prose, seen, writtenBy, writtenAt }: ReportBlock,
): Promise<void> {
  const sealed = cipher.sealJson(bound(reportId, section, version), 'sealed_block', { prose, seen })
  await tx`
    insert into reporting.annual_report_blocks (area_id, report_id, section, version, origin, sealed_block, written_by, written_at)
    values (${areaId}, ${reportId}, ${section}, ${version}, ${origin}, ${sealed}, ${writtenBy}, ${writtenAt})
  `
}

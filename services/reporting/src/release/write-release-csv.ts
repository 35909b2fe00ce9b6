import { AreaId, isPublished, Refusal, ReleaseId, requireArea } from '@cdop/domain'
import { toCsv } from '@cdop/statistics'
import { z } from 'zod'
import { MeasureId } from '../figure/measure-tables.ts'
import { requires } from '../rpc.ts'
import { mayPreview } from './may-preview.ts'
import { type ReleaseHead, type ReleaseTable, readable, type StoredTable } from './release.ts'
import { findRelease, signedRelease } from './release-head-store.ts'
import { tablesOf } from './release-store.ts'

type Published = Extract<ReleaseTable, { outcome: 'published' }>

/** What differs from the release before, as lines beside the figures. */
function changesIn({ table: { measure, rule }, revision }: Published): string[] {
  if (revision === null) return []
  const { since, changed, causes, kept } = revision
  const written = (codes: readonly { code: string; label: string }[], code: string) =>
    codes.find((one) => one.code === code)?.label ?? 'Total'
  const place = ({ row, column }: { row: string; column: string }) =>
    [
      written(measure.rows.codes, row),
      ...(measure.columns === null ? [] : [written(measure.columns.codes, column)]),
    ].join(', ')
  return [
    since === null
      ? 'Years that were released before are held to what was released of them'
      : `Held to the release ${since.releaseId}, of figures as known on ${since.asKnownOn}`,
    `A figure that would differ by fewer than ${rule.threshold}, or could help to work out a hidden one, keeps its value; ` +
      'what was hidden stays hidden; totals are sums of what stands',
    ...(kept === null ? [] : ['The table stands as it was released before']),
    ...changed.map((cell) => `Changed: ${place(cell)}: was ${cell.before}, is ${cell.after}`),
    ...(causes ?? []).map(({ cause, cases }) => `Cases touched since, by cause: ${cause}: ${cases}`),
  ]
}

function notesOn(
  head: ReleaseHead,
  tableId: MeasureId,
  others: readonly StoredTable[],
  found: Published,
): string[] {
  return [
    `Figures as known on ${head.asKnownOn}. Hash of the release: ${head.hash}`,
    ...changesIn(found),
    ...(tableId === 'N1' ? head.denominators : []).map(
      ({ reportingYear, count, label, source }) =>
        `Rate for ${reportingYear}: denominator ${count}, ${label}. Source: ${source}`,
    ),
    ...others.flatMap(({ tableId: id, title, says }) =>
      says === null ? [] : [`Withheld from this release: ${id} ${title}. ${says}`],
    ),
  ]
}

/**
 * One table of a release as a CSV file; its bytes are the same each time.
 * @throws Refusal `release-not-signed`; `release-cannot-be-protected` for a table that was withheld
 */
export const writeReleaseCsv = requires('release:read')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId, tableId: MeasureId }))
  .output(z.strictObject({ fileName: z.string(), csv: z.string() }))
  .query(({ ctx: { actor, parts }, input: { areaId, releaseId, tableId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const head = await (mayPreview(actor) ? findRelease : signedRelease)(tx, areaId, releaseId)
      if (!isPublished(head.standing)) throw new Refusal('release-not-signed')
      const tables = await tablesOf(tx, areaId, releaseId)
      const stored = tables.find((table) => table.tableId === tableId)
      if (stored === undefined) throw new Refusal('not-found')
      const found = readable(stored)
      if (found.outcome === 'withheld') throw new Refusal('release-cannot-be-protected')
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.csv',
        object: { kind: 'release', id: releaseId },
      })
      return {
        fileName: `child-death-review-${head.reportingYear}-${tableId.toLowerCase()}-${releaseId.slice(0, 8)}.csv`,
        csv: toCsv(found.table, {
          releaseId,
          title: head.title,
          area: head.areaName,
          notes: notesOn(head, tableId, tables, found),
        }),
      }
    })
  })

import {
  AreaId,
  addDays,
  ImportId,
  Instant,
  londonDate,
  PersonId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { tableFaults } from '@cdop/tabular'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { DAYS_TO_CONFIRM } from './expire-import.ts'
import { ImportState, mayCancel } from './import-state.ts'
import { findImport, ImportCounts, type StoredImport } from './import-store.ts'
import { mappingOf } from './mappings.ts'

const SeenImport = z.strictObject({
  importId: ImportId,
  state: ImportState,
  mappingTitle: z.string(),
  /** The file is a bundle of open cases: its hash, once it was read. */
  bundle: z.strictObject({ sha256: z.string().nullable() }).nullable(),
  beganBy: PersonId,
  beganAt: Instant,
  /** When it last came any further. */
  changedAt: Instant,
  rowsTotal: z.int().nullable(),
  rowsChecked: z.int(),
  rowsReceived: z.int(),
  faults: z.int(),
  /** Why the file was refused, and what to do. */
  refusal: z.strictObject({ says: z.string(), cure: z.string() }).nullable(),
  /** The import that took the same file before. */
  sameAs: z
    .strictObject({ importId: ImportId, beganAt: Instant, confirmedAt: Instant.nullable() })
    .nullable(),
  counts: ImportCounts.nullable(),
  confirmedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The last day on which it can be confirmed. */
  confirmBy: PlainDate,
  mayCancel: z.boolean(),
})

/** How far an import has come. Nothing of what the file says is in it. */
export const readImport = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(SeenImport)
  .query(({ ctx: { actor, parts }, input }) => {
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findImport(tx, input)
      const earlier =
        stored.sameAs === null
          ? null
          : await findImport(tx, { areaId: input.areaId, importId: stored.sameAs })
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'import.read',
        object: { kind: 'import', id: input.importId },
      })
      const { pieces: _pieces, wrapped: _key, ...seen } = stored
      return {
        importId: seen.id,
        state: seen.state,
        mappingTitle: mappingOf(seen.mapping, seen.mappingVersion).title,
        bundle: mappingOf(seen.mapping, seen.mappingVersion).bundle ? { sha256: seen.fileSha256 } : null,
        beganBy: seen.beganBy,
        beganAt: seen.beganAt,
        changedAt: seen.changedAt,
        rowsTotal: seen.rowsTotal,
        rowsChecked: seen.rowsChecked,
        rowsReceived: seen.rowsReceived,
        faults: seen.faults,
        refusal: refusalWords(seen),
        sameAs:
          earlier === null
            ? null
            : { importId: earlier.id, beganAt: earlier.beganAt, confirmedAt: earlier.confirmedAt },
        counts: seen.state === 'checking' ? null : seen.counts,
        confirmedAt: seen.confirmedAt,
        endedAt: seen.endedAt,
        confirmBy: addDays(londonDate(seen.beganAt), DAYS_TO_CONFIRM - 1),
        mayCancel: mayCancel(seen.state),
      }
    })
  })

const ownRefusals: Readonly<Record<string, { says: string; cure: string }>> = {
  'already-imported': {
    says: 'The same file was uploaded before',
    cure: 'Nothing needs to be done, unless the earlier import was a mistake',
  },
  'rows-wrong': {
    says: 'Some rows cannot be imported, so none was',
    cure: 'Download the list of errors, correct them in the file and upload it again',
  },
  ...tableFaults,
}

function refusalWords({ refusal }: Pick<StoredImport, 'refusal'>): { says: string; cure: string } | null {
  if (refusal === null) return null
  const words = ownRefusals[refusal]
  return words === undefined ? null : { says: words.says, cure: words.cure }
}

import type { Db } from '@cdop/database'
import { type AreaId, CaveatOwner, Instant, PersonId, PlainDate, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { CaveatRow } from './caveat-store.ts'

/** Why a caveat is needed, and who asked for it, in words; or why it is lifted, where nobody asked. */
export const CaveatNote = z.strictObject({ why: text(1_000), askedBy: text(200).nullable() })
export type CaveatNote = z.infer<typeof CaveatNote>

/** A caveat was recorded, looked at again, or lifted. */
export const CaveatEntry = z.strictObject({
  entry: z.number().int().positive(),
  what: z.enum(['recorded', 'reviewed', 'lifted']),
  owner: CaveatOwner.nullable(),
  /** Null when it was lifted. */
  reviewOn: PlainDate.nullable(),
  /** Null for one that was lifted before reasons were asked for. */
  note: CaveatNote.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type CaveatEntry = z.infer<typeof CaveatEntry>

/** What was written while only answers to a family stood under a caveat; bound to the same place still. */
const FirstNote = z.union([
  CaveatNote,
  z
    .strictObject({ why: text(1_000), owner: text(200) })
    .transform(({ why, owner }) => ({ why, askedBy: owner })),
])

/** The note is bound to its caveat and entry: it opens as no other's. */
function placeOf({ caveatId, target }: Pick<CaveatRow, 'caveatId' | 'target'>, entry: number) {
  return target.of === 'family-question' && entry === 1
    ? { table: `family_caveats/${caveatId}`, column: 'caveat' }
    : { table: `caveat_entries/${caveatId}/${entry}`, column: 'note' }
}

/** Every entry of a caveat, the newest first. */
export async function entriesOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caveat: Pick<CaveatRow, 'caveatId' | 'target'>,
): Promise<CaveatEntry[]> {
  const rows = await tx<{ entry: number; note: Buffer | null }[]>`
    select entry, what, coalesce(owner_person::text, owner_role) as owner, review_on, note, recorded_by, recorded_at
    from case_review.caveat_entries
    where area_id = ${areaId} and caveat_id = ${caveat.caveatId} order by entry desc
  `
  return rows.map(({ note, ...row }) => {
    const { table, column } = placeOf(caveat, row.entry)
    const opened = note && FirstNote.parse(cipher.openJson(table, column, note))
    return CaveatEntry.parse({ ...row, note: opened })
  })
}

/** A further entry; those before it stay. */
export async function addEntry(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caveat: Pick<CaveatRow, 'caveatId' | 'target'>,
  { entry, what, owner, reviewOn, note, recordedBy, recordedAt }: CaveatEntry & { note: CaveatNote },
): Promise<void> {
  const role = z.enum(['coordinator', 'designated-doctor']).safeParse(owner)
  const { table, column } = placeOf(caveat, entry)
  await tx`
    insert into case_review.caveat_entries (area_id, caveat_id, entry, what, owner_person, owner_role, review_on, note,
      recorded_by, recorded_at)
    values (${areaId}, ${caveat.caveatId}, ${entry}, ${what}, ${role.success ? null : owner},
      ${role.success ? role.data : null}, ${reviewOn}, ${cipher.sealJson(table, column, note)}, ${recordedBy},
      ${recordedAt})
  `
}

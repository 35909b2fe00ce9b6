import type { Db } from '@cdop/database'
import { type Decisions, placeOf } from '@cdop/de-identification'
import { type AreaId, type CaseId, Instant, PersonId } from '@cdop/domain'
import { z } from 'zod'
import type { KeptFinding, ScreenedNarrative } from './screened.ts'

const Row = z.object({
  textHash: z.instanceof(Uint8Array),
  place: z.string(),
  foundAs: z.string(),
  entry: z.int(),
  hide: z.boolean(),
  decidedBy: PersonId,
  decidedAt: Instant,
})
type Row = z.infer<typeof Row>

/** What it was taken for when it was decided: the same words taken for something else are asked about anew. */
const foundAs = ({ kind, reason, own }: KeptFinding) => `${kind}/${reason}/${own ? 'own' : 'general'}`

/** What people decided of the texts of a case, the last word on each. */
export type CaseDecisions = (narrative: ScreenedNarrative, finding: KeptFinding) => Row | null

export async function decisionsOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<CaseDecisions> {
  const rows = await tx`
    select distinct on (text_hash, place, found_as)
      text_hash, place, found_as, entry, hide, decided_by, decided_at
    from case_review.pack_decisions where area_id = ${areaId} and case_id = ${caseId}
    order by text_hash, place, found_as, entry desc
  `
  const byPlace = new Map(
    rows
      .map((row) => Row.parse(row))
      .map((row) => [
        [Buffer.from(row.textHash).toString('base64url'), row.place, row.foundAs].join('|'),
        row,
      ]),
  )
  return ({ mark }, finding) => byPlace.get([mark, placeOf(finding), foundAs(finding)].join('|')) ?? null
}

/** The decisions on one text, as the screening takes them. */
export function decisionsOn(narrative: ScreenedNarrative, text: string, decided: CaseDecisions): Decisions {
  return {
    text,
    byPlace: new Map(
      narrative.findings.flatMap((finding) => {
        const row = decided(narrative, finding)
        if (row === null) return []
        const { hide, decidedBy, decidedAt } = row
        return [[placeOf(finding), { hide, decidedBy, decidedAt }] as const]
      }),
    ),
  }
}

/** How many doubtful pieces of the texts of a case nobody has decided on. */
export function openAmong(narratives: readonly ScreenedNarrative[], decided: CaseDecisions): number {
  return narratives
    .flatMap((narrative) => narrative.findings.map((finding) => ({ narrative, finding })))
    .filter(
      ({ narrative, finding }) => finding.certainty === 'doubtful' && decided(narrative, finding) === null,
    ).length
}

/** Adds a decision; those before it stay. The version is locked, so entries follow one another. */
export async function addDecision(
  tx: Db,
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
  { narrative, finding }: { narrative: ScreenedNarrative; finding: KeptFinding },
  { hide, by, at }: { hide: boolean; by: PersonId; at: Instant },
): Promise<void> {
  const mark = Buffer.from(narrative.mark, 'base64url')
  const place = placeOf(finding)
  const as = foundAs(finding)
  await tx`
    insert into case_review.pack_decisions (area_id, case_id, text_hash, place, found_as, entry, hide, decided_by,
      decided_at)
    select ${areaId}, ${caseId}, ${mark}, ${place}, ${as}, coalesce(max(entry), 0) + 1, ${hide}, ${by}, ${at}
    from case_review.pack_decisions
    where area_id = ${areaId} and case_id = ${caseId} and text_hash = ${mark} and place = ${place} and found_as = ${as}
  `
}

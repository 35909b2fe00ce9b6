import type { Db } from '@cdop/database'
import { type AreaId, CaseId, Instant, type PackId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { CountedKind, ScreenedNarrative } from './screened.ts'

/** What became of a case of a pack: screened, not on the agenda when its turn came, or its screening failed. */
export const PackCaseOutcome = z.enum(['screened', 'left-out', 'failed'])

export const PackCaseRow = z.strictObject({
  caseId: CaseId,
  outcome: PackCaseOutcome.nullable(),
  attempts: z.int(),
  knownHash: z.instanceof(Uint8Array).nullable(),
  counts: z.array(CountedKind).nullable(),
  doubtful: z.int().nullable(),
  open: z.int().nullable(),
  screenedAt: Instant.nullable(),
})
export type PackCaseRow = z.infer<typeof PackCaseRow>

type Place = { areaId: AreaId; packId: PackId; caseId: CaseId }

const tableOf = ({ packId, caseId }: Pick<Place, 'packId' | 'caseId'>) => `pack_cases/${packId}/${caseId}`

export async function insertPackCase(tx: Db, { areaId, packId, caseId }: Place): Promise<void> {
  await tx`
    insert into case_review.pack_cases (area_id, pack_id, case_id) values (${areaId}, ${packId}, ${caseId})
  `
}

/** Every case of a version. */
export async function packCasesOf(tx: Db, areaId: AreaId, packId: PackId): Promise<PackCaseRow[]> {
  const rows = await tx`
    select case_id, outcome, attempts, known_hash, counts, doubtful, open, screened_at from case_review.pack_cases
    where area_id = ${areaId} and pack_id = ${packId} order by case_id
  `
  return rows.map((row) => PackCaseRow.parse({ ...row }))
}

/** The cases that have not had their turn. */
export async function casesLeft(tx: Db, areaId: AreaId, packId: PackId): Promise<CaseId[]> {
  const rows = await tx`
    select case_id from case_review.pack_cases
    where area_id = ${areaId} and pack_id = ${packId} and outcome is null order by case_id
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}

/** Whether a case still has its turn to come; locked until the transaction ends. */
export async function isLeft(tx: Db, { areaId, packId, caseId }: Place): Promise<boolean> {
  const rows = await tx`
    select from case_review.pack_cases
    where area_id = ${areaId} and pack_id = ${packId} and case_id = ${caseId} and outcome is null for update
  `
  return rows.length === 1
}

/** Notes that a turn failed; true when it was the last that is tried. */
export async function noteFailure(tx: Db, { areaId, packId, caseId }: Place, most: number, at: Instant) {
  const [row] = await tx<{ attempts: number }[]>`
    update case_review.pack_cases set attempts = attempts + 1
    where area_id = ${areaId} and pack_id = ${packId} and case_id = ${caseId} and outcome is null
    returning attempts
  `
  if (row === undefined || row.attempts < most) return false
  await settleWithout(tx, { areaId, packId, caseId }, 'failed', at)
  return true
}

export async function settleWithout(
  tx: Db,
  { areaId, packId, caseId }: Place,
  outcome: 'left-out' | 'failed',
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.pack_cases set outcome = ${outcome}, screened_at = ${at}
    where area_id = ${areaId} and pack_id = ${packId} and case_id = ${caseId}
  `
}

type Found = {
  narratives: readonly ScreenedNarrative[]
  knownHash: Uint8Array
  counts: readonly CountedKind[]
  doubtful: number
  open: number
}

/** Keeps what was found in the texts of a case: places, kinds and reasons, sealed with its key, and how many. */
export async function saveScreened(
  tx: Db,
  cipher: SubjectCipher,
  place: Place,
  { narratives, knownHash, counts, doubtful, open }: Found,
  at: Instant,
): Promise<void> {
  const { areaId, packId, caseId } = place
  await tx`
    update case_review.pack_cases
    set outcome = 'screened', findings = ${cipher.sealJson(tableOf(place), 'findings', narratives)},
      known_hash = ${Buffer.from(knownHash)}, counts = ${tx.json(counts)}, doubtful = ${doubtful}, open = ${open},
      screened_at = ${at}
    where area_id = ${areaId} and pack_id = ${packId} and case_id = ${caseId}
  `
}

/** What was found in the texts of a case, opened; null when it was not screened. */
export async function screenedOf(
  tx: Db,
  cipher: SubjectCipher,
  place: Place,
): Promise<ScreenedNarrative[] | null> {
  const [row] = await tx<{ findings: Buffer | null }[]>`
    select findings from case_review.pack_cases
    where area_id = ${place.areaId} and pack_id = ${place.packId} and case_id = ${place.caseId}
  `
  if (row === undefined || row.findings === null) return null
  return z.array(ScreenedNarrative).parse(cipher.openJson(tableOf(place), 'findings', row.findings))
}

export async function saveOpen(tx: Db, { areaId, packId, caseId }: Place, open: number): Promise<void> {
  await tx`
    update case_review.pack_cases set open = ${open}
    where area_id = ${areaId} and pack_id = ${packId} and case_id = ${caseId}
  `
}

/** A de-identified text of a pack: where it comes from, and of which text it was made. */
export const CompiledNarrative = ScreenedNarrative.omit({ findings: true }).extend({ text: z.string() })
export type CompiledNarrative = z.infer<typeof CompiledNarrative>

export async function saveCompiled(
  tx: Db,
  cipher: SubjectCipher,
  place: Place,
  compiled: readonly CompiledNarrative[],
): Promise<void> {
  await tx`
    update case_review.pack_cases set compiled = ${cipher.sealJson(tableOf(place), 'compiled', compiled)}
    where area_id = ${place.areaId} and pack_id = ${place.packId} and case_id = ${place.caseId}
  `
}

/** The de-identified texts of a case in a pack; null when it has none. */
export async function compiledOf(
  tx: Db,
  cipher: SubjectCipher,
  place: Place,
): Promise<CompiledNarrative[] | null> {
  const [row] = await tx<{ compiled: Buffer | null }[]>`
    select compiled from case_review.pack_cases
    where area_id = ${place.areaId} and pack_id = ${place.packId} and case_id = ${place.caseId}
  `
  if (row === undefined || row.compiled === null) return null
  return z.array(CompiledNarrative).parse(cipher.openJson(tableOf(place), 'compiled', row.compiled))
}

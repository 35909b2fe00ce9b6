import type { Db } from '@cdop/database'
import { type AreaId, ChallengeId, Instant, PersonId, PlainDate, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** What the scrutineer states, in their own words. Nobody is named in it. */
export const AssuranceWords = text(5_000)
/** Why a statement takes the place of the one before. */
export const CorrectionReason = text(500)

/** A statement on a year, as it was signed. */
export const AssuranceStatement = z.strictObject({
  year: ReportingYearCode,
  version: z.int().positive(),
  words: AssuranceWords,
  /** Null of the first. */
  reason: CorrectionReason.nullable(),
  /** Those that were not settled when it was signed. */
  openChallenges: z.array(ChallengeId),
  signedBy: PersonId,
  signedOn: PlainDate,
  signedAt: Instant,
})
export type AssuranceStatement = z.infer<typeof AssuranceStatement>

/** Words kept with one version: they open as no other's. */
const bound = (year: string, version: number) => `assurance_statements/${year}/${version}`

/** Every version of the statement on a year, the newest first. */
export async function statementsOn(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  year: ReportingYearCode,
): Promise<AssuranceStatement[]> {
  const rows = await tx<{ version: number; sealedWords: Buffer; sealedReason: Buffer | null }[]>`
    select year, version, sealed_words, sealed_reason, open_challenges, signed_by, signed_on, signed_at
    from factor_analysis.assurance_statements where area_id = ${areaId} and year = ${year} order by version desc
  `
  return rows.map(({ sealedWords, sealedReason, ...row }) => {
    const of = bound(year, row.version)
    return AssuranceStatement.parse({
      ...row,
      words: cipher.openJson(of, 'sealed_words', sealedWords),
      reason: sealedReason && cipher.openJson(of, 'sealed_reason', sealedReason),
    })
  })
}

/** Of which years there is a statement, its newest version and when it was signed. */
export const SignedYear = AssuranceStatement.pick({ year: true, version: true, signedOn: true })

export async function signedYears(tx: Db, areaId: AreaId): Promise<z.infer<typeof SignedYear>[]> {
  const rows = await tx`
    select distinct on (year) year, version, signed_on from factor_analysis.assurance_statements
    where area_id = ${areaId} order by year desc, version desc
  `
  return rows.map((row) => SignedYear.parse(row))
}

/** Adds the next version. The year is locked by the caller. */
export async function addStatement(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  { year, version, words, reason, openChallenges, signedBy, signedOn, signedAt }: AssuranceStatement,
): Promise<void> {
  const of = bound(year, version)
  const sealedReason = reason === null ? null : cipher.sealJson(of, 'sealed_reason', reason)
  await tx`
    insert into factor_analysis.assurance_statements (area_id, year, version, sealed_words, sealed_reason, open_challenges,
      signed_by, signed_on, signed_at)
    values (${areaId}, ${year}, ${version}, ${cipher.sealJson(of, 'sealed_words', words)}, ${sealedReason},
      ${openChallenges}::uuid[], ${signedBy}, ${signedOn}, ${signedAt})
  `
}

/** One at a time signs for a year. */
export async function lockYear(tx: Db, areaId: AreaId, year: ReportingYearCode): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.assurance:${areaId}:${year}`}, 0))`
}

import type { Db } from '@cdop/database'
import {
  type AreaId,
  confidentialityStatement,
  Instant,
  londonDate,
  PersonId,
  type PlainDate,
  type StatementStanding,
  StatementVersion,
  statementStanding,
} from '@cdop/domain'
import { z } from 'zod'

const Row = z.object({ personId: PersonId, version: StatementVersion, signedAt: Instant })

/** How a person's statement stands in an area on a day. */
export async function standingOf(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  on: PlainDate,
): Promise<StatementStanding> {
  const [row] = await tx`
    select person_id, words_version as version, signed_at from case_review.confidentiality_statements
    where area_id = ${areaId} and person_id = ${personId}
    order by signed_at desc limit 1
  `
  const newest = row === undefined ? null : Row.parse(row)
  return statementStanding(newest, { asked: confidentialityStatement.version, on })
}

/** The newest statement of everybody who ever signed one in an area. */
export async function newestStatements(tx: Db, areaId: AreaId): Promise<z.infer<typeof Row>[]> {
  const rows = await tx`
    select distinct on (person_id) person_id, words_version as version, signed_at
    from case_review.confidentiality_statements
    where area_id = ${areaId} order by person_id, signed_at desc
  `
  return rows.map((row) => Row.parse(row))
}

/** Keeps what was signed: the same words on the same day once. Answers whether it was new. */
export async function insertStatement(
  tx: Db,
  areaId: AreaId,
  { personId, version, signedAt }: z.infer<typeof Row>,
): Promise<boolean> {
  const { count } = await tx`
    insert into case_review.confidentiality_statements (area_id, person_id, signed_on, words_version, signed_at)
    values (${areaId}, ${personId}, ${londonDate(signedAt)}, ${version}, ${signedAt})
    on conflict do nothing
  `
  return count > 0
}

import { createHash } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, type Canonical, canonicalJson, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'

const FactsHash = z.strictObject({
  /** As known now; corrected rows, and cases merged, handed over or reported in error, are in the hash, not in the counts. */
  deaths: z.number().int().nonnegative(),
  reviews: z.number().int().nonnegative(),
  /** SHA-256, 64 hexadecimal digits. */
  hash: z.string().length(64),
})
type FactsHash = z.infer<typeof FactsHash>

const StoredFact = z
  .custom<Canonical>()
  .and(z.object({ caseId: z.string(), recordedTo: z.string().nullable() }))

/**
 * One hash over every fact of an area, corrected ones included, by case and version: the same whatever order the
 * streams of the publishers came in, and the same after a rebuild.
 */
async function hashOfFacts(tx: Db, areaId: AreaId): Promise<FactsHash> {
  const deaths = await tx`
    select * from reporting.death_facts where area_id = ${areaId} order by case_id, event_version
  `
  const reviews = await tx`
    select * from reporting.review_facts where area_id = ${areaId} order by case_id, event_version
  `
  const errors = await tx`select * from reporting.cases_in_error where area_id = ${areaId} order by case_id`
  const inError = new Set(errors.map((row) => String(row['caseId'])))
  const merges = (
    await tx`
      select * from reporting.merged_cases where area_id = ${areaId} order by case_id, event_version
    `
  ).map((row) => StoredFact.parse(row))
  const transfers = (
    await tx`
      select * from reporting.transferred_cases where area_id = ${areaId} order by case_id, event_version
    `
  ).map((row) => StoredFact.parse(row))
  const elsewhere = new Set(
    transfers.flatMap(({ caseId, recordedTo }) => (recordedTo === null ? [caseId] : [])),
  )
  const merged = new Set(merges.flatMap(({ caseId, recordedTo }) => (recordedTo === null ? [caseId] : [])))
  const steps = await tx`
    select * from reporting.case_steps where area_id = ${areaId} order by case_id, event_version
  `
  const hash = createHash('sha256')
  const count = (population: string, rows: readonly unknown[]) => {
    hash.update(`${population}\n`)
    const facts = rows.map((row) => StoredFact.parse(row))
    for (const fact of facts) hash.update(`${canonicalJson(fact)}\n`)
    const known = facts.filter(
      ({ caseId }) => !inError.has(caseId) && !merged.has(caseId) && !elsewhere.has(caseId),
    )
    return known.filter(({ recordedTo }) => recordedTo === null).length
  }
  for (const error of errors) hash.update(`${canonicalJson(z.custom<Canonical>().parse(error))}\n`)
  for (const transfer of transfers) hash.update(`${canonicalJson(transfer)}\n`)
  for (const step of steps) hash.update(`${canonicalJson(z.custom<Canonical>().parse(step))}\n`)
  for (const merge of merges) hash.update(`${canonicalJson(merge)}\n`)
  return { deaths: count('deaths', deaths), reviews: count('reviews', reviews), hash: hash.digest('hex') }
}

/** What the facts of an area come to, to compare before and after a rebuild. */
export const hashFacts = requires('fact:compare')
  .input(z.strictObject({ areaId: AreaId }))
  .output(FactsHash)
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'fact.hash',
        object: { kind: 'area', id: areaId },
      })
      return hashOfFacts(tx, areaId)
    })
  })

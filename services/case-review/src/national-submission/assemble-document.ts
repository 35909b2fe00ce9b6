import {
  type AreaId,
  actorKey,
  type CaseId,
  type CaseReference,
  canonicalJson,
  mappedFields,
  missingFields,
  type NationalDocument,
  type NationalProblem,
  nationalMapping,
  type ServiceActor,
} from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import type { Parts } from '../parts.ts'
import { hashOf } from './http-national-database.ts'
import type { SubmissionRow } from './submission-store.ts'

/** A submission as it leaves. It lives as long as it takes to send it. */
export type Assembled = {
  /** Canonical JSON. */
  readonly content: string
  readonly contentHash: Buffer
  readonly fieldHashes: Readonly<Record<string, string>>
  readonly mappingVersion: string
  readonly sourceVersion: number | null
  readonly problems: readonly NationalProblem[]
  /** Somebody told the national database elsewhere. */
  readonly toldByHand: boolean
}

/** By what a field is compared later, without being kept. */
function fieldHashes(
  keys: KeyProvider,
  caseId: CaseId,
  { fields }: NationalDocument,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      blindIndex(keys, `national:${caseId}:${field}`, canonicalJson(value)).toString('base64url'),
    ]),
  )
}

/**
 * Puts a submission together anew, always the same from the same versions: what identifies is read from intake, by a
 * pass for this one case that case-review gives itself, on behalf of whoever asked for it.
 * @throws Refusal `not-found` when intake gives nothing of the case; ServiceUnavailable
 */
export async function assembleDocument(
  parts: Parts,
  self: ServiceActor,
  { kind, caseId, queuedBy, sourceVersion }: SubmissionRow,
  { mappingVersion, record, panel }: { mappingVersion: string; record: CaseReference; panel: string },
): Promise<Assembled> {
  const { areaId } = self
  const actor: ServiceActor = { ...self, onBehalfOf: queuedBy }
  const fields = nationalMapping(mappingVersion).fields[kind]
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: ['identity'],
    requestId: actor.requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'own', actor })
  const questions = fields.map(({ question }) => question)
  const read = await intake.nationalDatabase.answers.query({
    areaId,
    caseId,
    pass,
    version: sourceVersion,
    questions,
  })
  const said = mappedFields(fields, read.answers)
  const document: NationalDocument = { mapping: mappingVersion, kind, record, panel, fields: said }
  const content = canonicalJson(document)
  return {
    content,
    contentHash: Buffer.from(hashOf(content), 'hex'),
    fieldHashes: fieldHashes(parts.keys, caseId, document),
    mappingVersion,
    sourceVersion: read.version,
    problems: missingFields(fields, said),
    toldByHand: read.toldByHand,
  }
}

/** Tells intake the receipt of a notification, which stops its clock. */
export async function tellIntake(
  parts: Parts,
  self: ServiceActor,
  areaId: AreaId,
  { caseId, submissionId, queuedBy, receipt, settledAt }: SubmissionRow,
): Promise<void> {
  if (receipt === null || settledAt === null) return
  const intake = parts.call<IntakeRouter>('intake', { kind: 'own', actor: { ...self, onBehalfOf: queuedBy } })
  await intake.nationalDatabase.receipt.mutate({
    areaId,
    caseId,
    submissionId,
    receipt,
    acknowledgedAt: settledAt,
  })
}

import {
  type AreaId,
  actorKey,
  type CaseId,
  type CaseReference,
  canonicalJson,
  mappedFields,
  missingFields,
  type NationalDocument,
  type NationalField,
  type NationalProblem,
  nationalMapping,
  Refusal,
  type ServiceActor,
} from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import { findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { toldBefore } from '../reopening/reopening-store.ts'
import { type Gathered, gatherAnalysis, gatherReporting, gatherSupplementary } from './gather-answers.ts'
import { hashOf } from './http-national-database.ts'
import { type SubmissionRow, submissionsOf } from './submission-store.ts'

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

type From = Pick<SubmissionRow, 'kind' | 'caseId' | 'queuedBy' | 'sourceVersion'>

/** What identifies is read from intake, by a pass for this one case that case-review gives itself. */
async function notified(
  parts: Parts,
  self: ServiceActor,
  { caseId, queuedBy, sourceVersion: version }: From,
  fields: readonly NationalField[],
): Promise<Gathered & { toldByHand: boolean }> {
  const actor: ServiceActor = { ...self, onBehalfOf: queuedBy }
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: ['identity'],
    requestId: actor.requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'own', actor })
  const questions = fields.map(({ question }) => question)
  const asked = { areaId: self.areaId, caseId, pass, version, questions }
  const { notificationId, ...read } = await intake.nationalDatabase.answers.query(asked)
  return { ...read, problems: [] }
}

/** What agencies returned and the panel agreed lies here. Null when none of it does. */
function ofOurOwn(
  parts: Parts,
  self: ServiceActor,
  { kind, caseId, sourceVersion }: From,
  fields: readonly NationalField[],
): Promise<(Gathered & { toldByHand: boolean }) | null> {
  const { areaId } = self
  return parts.database.transaction(self, async (tx) => {
    const found = await findCase(tx, areaId, caseId)
    if (found === null) throw new Refusal('not-found')
    await parts.audit.record(tx, self, areaId, {
      action: 'national-submission.assemble',
      object: { kind: 'case', id: caseId },
      fieldClasses: ['agency-return'],
    })
    const gathered =
      kind === 'analysis'
        ? await gatherAnalysis(tx, areaId, caseId, sourceVersion)
        : await (kind === 'supplementary' ? gatherSupplementary : gatherReporting)(
            tx,
            parts.keys,
            areaId,
            found,
            fields,
          )
    const sent = await submissionsOf(tx, areaId, [caseId])
    const closedByReceipt = sent.some((one) => one.kind === 'analysis' && one.receipt !== null)
    const toldOn = found.nationalSubmissionOn ?? (await toldBefore(tx, areaId, caseId))
    return gathered && { ...gathered, toldByHand: toldOn !== null && !closedByReceipt }
  })
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
 * Puts a submission together anew, always the same from the same versions, on behalf of whoever asked for it; null when
 * there is nothing to put together yet.
 * @throws Refusal `not-found` when intake gives nothing of the case; ServiceUnavailable
 */
export async function assembleDocument(
  parts: Parts,
  self: ServiceActor,
  from: From,
  { mappingVersion, record, panel }: { mappingVersion: string; record: CaseReference; panel: string },
): Promise<Assembled | null> {
  const { kind, caseId } = from
  const fields = nationalMapping(mappingVersion).fields[kind]
  const gather = kind === 'notification' ? notified : ofOurOwn
  const read = await gather(parts, self, from, fields)
  if (read === null) return null
  const said = mappedFields(fields, read.answers)
  const document: NationalDocument = { mapping: mappingVersion, kind, record, panel, fields: said }
  const content = canonicalJson(document)
  const open = read.problems.map(({ field }) => field)
  const missing = missingFields(fields, said).filter(({ field }) => !open.includes(field))
  return {
    content,
    contentHash: Buffer.from(hashOf(content), 'hex'),
    fieldHashes: fieldHashes(parts.keys, caseId, document),
    mappingVersion,
    sourceVersion: read.version,
    problems: [...read.problems, ...missing],
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

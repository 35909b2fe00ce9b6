import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  InformationRequestId,
  type Instant,
  type PersonId,
  PersonId as PersonIdSchema,
  type RequestRedirectReason,
} from '@cdop/domain'
import { setNextClock } from '../case/case-store.ts'
import { takeDocumentsAlong } from '../document/taken-out-rows.ts'
import { deleteLinks } from '../link/link-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import type { Addressee } from '../organisation/addressee.ts'
import type { Parts } from '../parts.ts'
import { findReportingForm, saveReportingForm } from '../reporting-form/reporting-form-store.ts'
import { takeSectionsAlong } from '../reporting-form/section-store.ts'
import {
  askSameForms,
  openFormsAskedWith,
  saveSupplementaryForm,
} from '../supplementary-form/request-form-store.ts'
import { dueOnOf } from './due-on.ts'
import { insertRequest, insertRequestSentOn, markRedirected } from './request-steps.ts'
import type { RequestRow } from './request-store.ts'
import { sendLink } from './send-link.ts'

type SentOn = {
  request: RequestRow
  addressee: Addressee
  reason: RequestRedirectReason
  /** Who sends a request to another organisation. */
  by: PersonId | null
}

/**
 * Sends a request that waits on to somebody else, as a request of its own: the link, the code and the session of before
 * open nothing any more, and what went before stays as it was. Within the organisation the date and the answers given so
 * far go along; another organisation begins anew.
 */
export async function sendOn(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  areaId: AreaId,
  { request, addressee, reason, by }: SentOn,
): Promise<InformationRequestId> {
  const { caseId, informationRequestId: before } = request
  const informationRequestId = InformationRequestId.parse(randomUUID())
  const at = parts.clock.now()
  const sentOn = parts.clock.today()
  const sameOrganisation = addressee.organisationId === request.organisationId
  const dueOn = sameOrganisation ? request.dueOn : await dueOnOf(tx, areaId, sentOn)
  if (sameOrganisation) {
    await insertRequestSentOn(tx, areaId, before, { informationRequestId, at, reason })
    await askSameForms(tx, areaId, { from: before, to: informationRequestId })
    await takeAnswersAlong(tx, parts, areaId, request, { informationRequestId, at })
    await takeDocumentsAlong(tx, areaId, { from: before, to: informationRequestId })
  } else {
    const { organisationId } = addressee
    const sentBy = by ?? PersonIdSchema.parse(request.sentBy)
    await insertRequest(tx, areaId, {
      informationRequestId,
      caseId,
      organisationId,
      sentOn,
      sentAt: at,
      sentBy,
      dueOn,
    })
    await askSameForms(tx, areaId, { from: before, to: informationRequestId })
    await markRedirected(tx, areaId, before, { to: informationRequestId, reason })
    await wakeMail(tx, { kind: 'redirected', areaId, informationRequestId: before })
  }
  await deleteLinks(tx, { areaId, informationRequestId: before })
  await sendLink(
    tx,
    parts,
    { areaId, caseId, informationRequestId, attempt: 1 },
    { ...addressee, reason, at },
  )
  await setNextClock(tx, areaId, caseId)
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'information-request.redirected.v1',
    subject: caseId,
    payload: {
      informationRequestId: before,
      redirectedTo: informationRequestId,
      organisationId: addressee.organisationId,
      dueOn,
      reason,
    },
  })
  return informationRequestId
}

async function takeAnswersAlong(
  tx: Db,
  { keys }: Parts,
  areaId: AreaId,
  { caseId, informationRequestId: before }: RequestRow,
  { informationRequestId, at }: { informationRequestId: InformationRequestId; at: Instant },
): Promise<void> {
  const place = { areaId, caseId, informationRequestId }
  const draft = await findReportingForm(tx, keys, areaId, caseId, before)
  if (draft !== null) {
    const { form, answers, savedAt } = draft
    await saveReportingForm(tx, keys, place, { form, answers, at: savedAt, returned: false })
  }
  const forms = await openFormsAskedWith(tx, keys, { ...place, informationRequestId: before })
  for (const { form, answers, ...asked } of forms) {
    if (asked.version > 0) await saveSupplementaryForm(tx, keys, place, { asked, answers, at })
  }
  await takeSectionsAlong(tx, areaId, { from: before, to: informationRequestId })
}

import { randomUUID } from 'node:crypto'
import {
  type ChasingLadder,
  InformationRequestId,
  londonDayStart,
  type NewEvent,
  type OpenCaseRequest,
  type OpenCaseReturn,
  takenChasers,
} from '@cdop/domain'
import { linkToken, tokenHash } from '@cdop/encryption'
import { completeness, formVersion, REPORTING_FORM, statutoryForms, supplementaryForm } from '@cdop/forms'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'
import { dueOnOf } from '../information-request/due-on.ts'
import { insertRecipient } from '../information-request/recipient-store.ts'
import { markAccepted, markReturned } from '../information-request/request-steps.ts'
import { sealSaidBy } from '../information-request/said-by.ts'
import { insertLink } from '../link/link-store.ts'
import { addDecision } from '../returned-form/return-decision-store.ts'
import { keepReturn } from '../returned-form/returned-form-store.ts'
import { askForm } from '../supplementary-form/request-form-store.ts'
import { type Directory, directoryOf } from './agencies.ts'
import { keepAsReturned } from './kept-return-store.ts'
import type { TakingIn } from './taking-in.ts'

/**
 * Takes in what agencies were asked, with the dates it had: nothing is mailed. Chasers that were sent count as sent. A link
 * is made for what is still open, so that whoever is chased later, or sent the request again, can answer.
 */
export async function takeInRequests(
  into: TakingIn,
  requests: readonly OpenCaseRequest[],
): Promise<NewEvent[]> {
  const { tx, parts, areaId } = into
  const today = parts.clock.today()
  const directory = await directoryOf(tx, areaId, today)
  const { ladder } = await chasingSettingsOn(tx, areaId, today)
  const told: NewEvent[] = []
  for (const request of requests) told.push(...(await takeIn(into, request, { directory, ladder })))
  return told
}

async function takeIn(
  into: TakingIn,
  request: OpenCaseRequest,
  { directory, ladder }: { directory: Directory; ladder: ChasingLadder },
): Promise<NewEvent[]> {
  const { tx, parts, areaId, caseId, by, at } = into
  const organisation = directory.find(request.agency)
  if (organisation === undefined) throw new Error('an agency of the bundle is not in the directory')
  const { organisationId, email } = organisation
  const { askedOn, chasedOn, outcome, answeredOn } = request
  const informationRequestId = InformationRequestId.parse(randomUUID())
  const place = { areaId, caseId, informationRequestId }
  const dueOn = request.dueOn ?? (await dueOnOf(tx, areaId, askedOn))
  const chasers = takenChasers({ chasedOn, dueOn }, ladder)
  await tx`
    insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id, state,
      attempt, sent_on, sent_at, sent_by, due_on, reminders, reminded_on, chase_from)
    values (${areaId}, ${informationRequestId}, ${caseId}, ${organisationId}, 'sent', 1, ${askedOn}, ${londonDayStart(askedOn)},
      ${by}, ${dueOn}, ${chasedOn.length}, ${chasedOn.at(-1) ?? null}, ${into.chaseFrom})
  `
  const reached = {
    role: null,
    email,
    organisationId,
    contactId: null,
    reason: 'sent' as const,
    at: londonDayStart(askedOn),
  }
  await insertRecipient(tx, into.cipher, { ...place, attempt: 1 }, reached)
  for (const { step, on } of chasers) {
    await tx`
      insert into case_review.chasers (area_id, information_request_id, step, taken_on, recorded_at)
      values (${areaId}, ${informationRequestId}, ${step}, ${on}, ${londonDayStart(on)})
    `
  }
  const sent: NewEvent = {
    type: 'information-request.sent.v1',
    subject: caseId,
    payload: { informationRequestId, organisationId, dueOn },
  }
  if (outcome === 'open' || answeredOn === null) {
    await insertLink(tx, tokenHash(linkToken(parts.keys, informationRequestId, 1)), {
      areaId,
      informationRequestId,
    })
    return [sent]
  }
  if (outcome === 'nothing-known') {
    const saidBy = { name: 'Not recorded in the bundle', role: 'Not recorded in the bundle' }
    await tx`
      update case_review.information_requests
      set state = 'nothing-known', returned_at = ${londonDayStart(answeredOn)}, accepted_at = ${londonDayStart(answeredOn)},
        said_by = ${sealSaidBy(into.cipher, informationRequestId, saidBy)}
      where area_id = ${areaId} and information_request_id = ${informationRequestId}
    `
    return [
      sent,
      { type: 'information-request.nothing-known.v1', subject: caseId, payload: { informationRequestId } },
    ]
  }
  for (const one of request.returned) await keepAsReturned(tx, into.cipher, place, one, at)
  const forms = request.returned.flatMap(formOf)
  for (const { name, form } of forms) {
    if (name === 'reporting') continue
    const asked = {
      informationRequestId,
      kind: name,
      stages: null,
      formVersion: form.version,
      askedAt: londonDayStart(askedOn),
    }
    await askForm(tx, areaId, asked, by)
  }
  const returnedAt = londonDayStart(answeredOn)
  const kept = forms.map((one) => ({ ...one, stages: null }))
  await keepReturn(tx, parts.keys, place, { entry: 1, returnedAt, forms: kept })
  // Somebody read it where it came from: it is accepted as of its return, by whoever signs the bundle off.
  await markReturned(tx, areaId, informationRequestId, returnedAt)
  await addDecision(tx, into.cipher, place, {
    entry: 1,
    decision: 'accepted',
    decidedBy: by,
    decidedAt: returnedAt,
    missing: null,
    answerBy: null,
  })
  await markAccepted(tx, areaId, informationRequestId, returnedAt)
  const reporting = forms.find(({ name }) => name === 'reporting')
  if (reporting === undefined) return [sent]
  const answered = completeness(reporting.form, reporting.answers).map(
    ({ path, status }) => [path, status] as const,
  )
  return [
    sent,
    {
      type: 'information-request.returned.v1',
      subject: caseId,
      payload: {
        informationRequestId,
        formVersion: reporting.form.version,
        completeness: Object.fromEntries(answered),
      },
    },
  ]
}

/** A return as a form of this product, when it is one and says anything in it. */
function formOf({ form: name, formVersion: version, answers: given }: OpenCaseReturn) {
  if (name === null || version === null) return []
  const form = formVersion(
    statutoryForms,
    name === 'reporting' ? REPORTING_FORM : supplementaryForm(name),
    version,
  )
  const answers = form.draftSchema.parse(given)
  return Object.keys(answers).length === 0 ? [] : [{ name, form, answers }]
}

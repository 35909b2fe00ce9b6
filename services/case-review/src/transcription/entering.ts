import type { Db } from '@cdop/database'
import { type AreaId, type InformationRequestId, mayGather, type Person, Refusal } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import {
  type CompiledForm,
  formInForce,
  formVersion,
  partOf,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import { requireClass, seeCase } from '../access/see-case.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { findRequest, type RequestRow } from '../information-request/request-store.ts'
import type { Parts } from '../parts.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { formsAskedWith, type RequestPlace } from '../supplementary-form/request-form-store.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import type { EnteredForms } from './transcription-store.ts'

/** A request somebody may enter answers to on behalf of the agency, and the case it belongs to. */
export type Entering = { request: RequestRow; found: CaseRow; cipher: SubjectCipher }

/**
 * The request and its case, both locked: whoever enters for an agency, and the agency itself, go one after the other.
 * @throws Refusal `not-found`; `request-answered` when the agency knew nothing of the child, or is just correcting its answers of its
 * own accord;
 * `link-dead` when the request was recalled or sent on; `not-allowed-in-this-state`, `transfer-open`
 */
export async function entering(
  tx: Db,
  { keys, clock }: Parts,
  person: Person,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<Entering> {
  const asked = await findRequest(tx, areaId, informationRequestId)
  if (asked === null) throw new Refusal('not-found')
  const seen = await seeCase(tx, person, areaId, asked.caseId, { lock: true })
  requireClass(seen, 'agency-return')
  const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
  if (request === null) throw new Refusal('not-found')
  if (!mayGather(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
  requireNotOffered(seen.found, clock.now())
  if (request.state === 'nothing-known') throw new Refusal('request-answered')
  if (request.state === 'recalled' || request.state === 'redirected') throw new Refusal('link-dead')
  // What was sent back is waited for: what the agency had begun of its own accord keeps nobody from entering what it tells.
  const correcting = await openCorrection(tx, { areaId, informationRequestId })
  if (correcting !== null && request.state !== 'sent-back') {
    throw new Refusal('request-answered')
  }
  return { request, found: seen.found, cipher: await caseCipher(tx, keys, areaId, asked.caseId) }
}

type Entered = Pick<EnteredForms[number], 'form' | 'formVersion' | 'stages'>

/** The form somebody enters, as the agency was asked it. */
export function enteredForm({ form, formVersion: version, stages }: Entered): CompiledForm {
  const url = form === 'reporting' ? REPORTING_FORM : supplementaryForm(form)
  const whole = formVersion(statutoryForms, url, version)
  return stages === null ? whole : partOf(whole, stages)
}

/**
 * The forms an agency was asked, empty: the reporting form in the version it returned before, so that both go together, else
 * in today's; the others as they were asked.
 */
export async function emptyForms(tx: Db, { clock, keys }: Parts, place: RequestPlace): Promise<EnteredForms> {
  const { areaId, informationRequestId } = place
  const before = await findReturn(tx, keys, place)
  const reporting =
    before?.forms.find(({ name }) => name === 'reporting')?.form ??
    formInForce(statutoryForms, REPORTING_FORM, clock.today())
  const others = await formsAskedWith(tx, areaId, [informationRequestId])
  return [
    { form: 'reporting', formVersion: reporting.version, stages: null, answers: {} },
    ...others.map(({ kind, formVersion: version, stages }) => ({
      form: kind,
      formVersion: version,
      stages,
      answers: {},
    })),
  ]
}

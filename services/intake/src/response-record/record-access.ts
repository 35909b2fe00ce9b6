import type { Db } from '@cdop/database'
import { type AreaId, CaseId, mayDo, type Person, PersonId, Refusal, ResponseId } from '@cdop/domain'
import type { Keyring } from '@cdop/rpc'
import { z } from 'zod'
import { findResponse, lockResponse, type StoredResponse } from '../joint-agency-response/response-store.ts'
import { standingOf } from '../merge/known-record.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification } from '../notification/notification-store.ts'
import { requireNotUnderWay } from '../transfer/transfer-store.ts'

/** A response with what says who may see its record. */
export type SeenRecord = {
  response: StoredResponse
  leadId: PersonId | null
  /** The response itself, and every one that is one with it. */
  responseIds: readonly ResponseId[]
}

/** Who leads a response: whoever took the lead last, or else decided to start it. */
export async function leadOf(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<PersonId | null> {
  const [row] = await tx<{ leadId: string | null }[]>`
    select coalesce(r.led_by, (
      select d.recorded_by from intake.response_decisions d
      where d.area_id = r.area_id and d.response_id = r.response_id and d.decision = 'start'
      order by d.number desc limit 1
    )) as lead_id
    from intake.responses r where r.area_id = ${areaId} and r.response_id = ${responseId}
  `
  return row?.leadId == null ? null : PersonId.parse(row.leadId)
}

/** The case a notification is looked at by: its own, or that of the record it was merged into. */
export async function caseOf(
  tx: Db,
  areaId: AreaId,
  { notificationId }: StoredResponse,
): Promise<CaseId | null> {
  if (notificationId === null) return null
  const standing = await standingOf(tx, areaId, notificationId)
  const [row] = await tx<{ caseId: string | null }[]>`
    select case_id from intake.notifications where area_id = ${areaId} and id = ${standing}
  `
  return row?.caseId == null ? null : CaseId.parse(row.caseId)
}

/**
 * The condition on notifications `n`, or none beside a response, that the response to them is there for somebody: nothing that
 * became a case which is withheld is, nor what was merged into such a record.
 */
export function thereFor(tx: Db, areaId: AreaId, withheld: WithheldAsFarAsKnown) {
  if (withheld !== null && withheld.length === 0) return tx`true`
  const isWithheld = (caseId: ReturnType<Db>) =>
    withheld === null ? tx`${caseId} is not null` : tx`${caseId} = any (${[...withheld]}::uuid[])`
  return tx`(
    n.id is null or not coalesce(${isWithheld(tx`n.case_id`)}, false) and (
      n.state <> 'duplicate' or not exists (
        select from intake.notifications s
        where s.area_id = ${areaId} and s.id = (select intake.standing(${areaId}, n.id)) and ${isWithheld(tx`s.case_id`)}
      )
    )
  )`
}

/** @throws Refusal `not-found` of a notification another area took over, or that was reported in error */
export async function requireHere(tx: Db, areaId: AreaId, { notificationId }: StoredResponse): Promise<void> {
  if (notificationId === null) return
  const { state } = await findNotification(tx, areaId, notificationId)
  if (state === 'transferred' || state === 'reported-in-error') throw new Refusal('not-found')
}

async function withJoined(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<ResponseId[]> {
  const rows = await tx<{ responseId: string }[]>`
    select response_id from intake.responses where area_id = ${areaId} and joined_to = ${responseId}
    order by response_id
  `
  return [responseId, ...rows.map((row) => ResponseId.parse(row.responseId))]
}

/** The cases that are not there for the person asking, by case-review's word, as whoever calls has it. */
export const WithheldCases = z.array(CaseId).max(1_000)

/**
 * The same for the pages that must work at night: null while case-review does not answer. Then what has become a case is there
 * for nobody, and a death nobody has decided about yet, which nobody can be in conflict with, for everybody.
 */
export const WithheldAsFarAsKnown = WithheldCases.nullable().default(null)
export type WithheldAsFarAsKnown = readonly CaseId[] | null

type Asked = {
  areaId: AreaId
  responseId: ResponseId
  withheld: WithheldAsFarAsKnown
  pass?: string | undefined
}

/**
 * A response to a death is not there for whoever declared a conflict of interest in the child, also when they lead it.
 * @throws Refusal `not-found`
 */
export async function requireNotWithheld(
  tx: Db,
  response: StoredResponse,
  { areaId, withheld }: Pick<Asked, 'areaId' | 'withheld'>,
): Promise<void> {
  const caseId = await caseOf(tx, areaId, response)
  if (caseId !== null && (withheld === null || withheld.includes(caseId))) throw new Refusal('not-found')
}

/**
 * A response whose record this person may see: its lead, unless its case is withheld from them; coordinator and designated doctor without more while
 * there is no case, and then with case-review's pass for it, so that a declared conflict of interest counts here too.
 * With `lock` it stays as it is until the transaction ends.
 * @throws Refusal `response-not-led` for another lead, `not-found`
 */
export async function seeRecord(
  tx: Db,
  { person, keyring }: { person: Person; keyring: Keyring },
  { areaId, responseId, withheld, pass }: Asked,
  { lock = false }: { lock?: boolean } = {},
): Promise<SeenRecord> {
  const find = lock ? lockResponse : findResponse
  const response = await find(tx, areaId, responseId)
  await requireHere(tx, areaId, response)
  await requireNotWithheld(tx, response, { areaId, withheld })
  const leadId = await leadOf(tx, areaId, responseId)
  const leads = leadId === person.personId && mayDo(person, 'response:write')
  if (!leads) {
    if (!mayDo(person, 'response:oversee')) throw new Refusal('response-not-led')
    const caseId = await caseOf(tx, areaId, response)
    const may = await mayDisclose(keyring, person, caseId, pass)
    if (!may) throw new Refusal(mayDo(person, 'response:write') ? 'response-not-led' : 'not-found')
  }
  return { response, leadId, responseIds: await withJoined(tx, areaId, responseId) }
}

/** @throws Refusal `response-not-running` for one that was not started, or is closed; `transfer-under-way` */
export async function requireRunning(
  tx: Db,
  areaId: AreaId,
  { state, notificationId }: StoredResponse,
): Promise<void> {
  if (state !== 'started' && state !== 'started-before-death') throw new Refusal('response-not-running')
  if (notificationId !== null) await requireNotUnderWay(tx, areaId, notificationId)
}

/**
 * A response that is under way, to be written to by its lead.
 * @throws Refusal `response-not-led`, `response-not-running`, `transfer-under-way`, `not-found`
 */
export async function ledRecord(
  tx: Db,
  person: Person,
  { areaId, responseId, withheld }: Asked,
): Promise<SeenRecord> {
  const response = await lockResponse(tx, areaId, responseId)
  await requireHere(tx, areaId, response)
  await requireNotWithheld(tx, response, { areaId, withheld })
  const leadId = await leadOf(tx, areaId, responseId)
  if (leadId !== person.personId) throw new Refusal('response-not-led')
  await requireRunning(tx, areaId, response)
  return { response, leadId, responseIds: await withJoined(tx, areaId, responseId) }
}

import type { Db } from '@cdop/database'
import type { AreaId, Instant, PersonId, PlainDate, ResponseActionId, ResponseId } from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { cipherOf } from './response-cipher.ts'
import { ActionWords, ResponseAction } from './response-record.ts'

const tableOf = (id: ResponseActionId) => `response_actions/${id}`

type Row = Omit<ResponseAction, 'what' | 'owner'> & { written: Buffer }

/** What was to be done in some responses that are one, and by whom; the nearest day first. @throws Error without a key */
export async function actionsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  responseIds: readonly ResponseId[],
): Promise<ResponseAction[]> {
  const rows = await tx<Row[]>`
    select response_action_id, response_id, written, due_on, added_by, added_at, done_on
    from intake.response_actions
    where area_id = ${areaId} and response_id = any (${[...responseIds]}::uuid[])
    order by due_on, added_at, response_action_id
  `
  const actions: ResponseAction[] = []
  for (const { written, ...row } of rows) {
    const cipher = await cipherOf(tx, keys, areaId, row.responseId)
    if (cipher === null) throw new Error('the key of the response is missing')
    const words = ActionWords.parse(cipher.openJson(tableOf(row.responseActionId), 'written', written))
    actions.push(ResponseAction.parse({ ...row, ...words }))
  }
  return actions
}

type Added = { areaId: AreaId; responseId: ResponseId; responseActionId: ResponseActionId }

export async function addAction(
  tx: Db,
  cipher: SubjectCipher,
  of: Added,
  { what, owner, dueOn, by, at }: ActionWords & { dueOn: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into intake.response_actions
      (area_id, response_action_id, response_id, written, due_on, added_by, added_at)
    values (${of.areaId}, ${of.responseActionId}, ${of.responseId},
      ${cipher.sealJson(tableOf(of.responseActionId), 'written', { what, owner })}, ${dueOn}, ${by}, ${at})
  `
}

/** @returns false for one that is done already, or is not of these responses */
export async function markDone(
  tx: Db,
  { areaId, responseIds }: { areaId: AreaId; responseIds: readonly ResponseId[] },
  done: { responseActionId: ResponseActionId; doneOn: PlainDate; by: PersonId; at: Instant },
): Promise<boolean> {
  const rows = await tx`
    update intake.response_actions
    set done_on = ${done.doneOn}, done_recorded_by = ${done.by}, done_recorded_at = ${done.at}
    where area_id = ${areaId} and response_action_id = ${done.responseActionId}
      and response_id = any (${[...responseIds]}::uuid[]) and done_on is null
    returning 1
  `
  return rows.length === 1
}

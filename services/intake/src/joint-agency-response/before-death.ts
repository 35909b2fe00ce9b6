import type { Db } from '@cdop/database'
import { type AreaId, type Instant, PlainDate, Refusal, type ResponseId, text } from '@cdop/domain'
import { type KeyProvider, newDataKey, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Who a child is who is expected to die, and where: kept sealed, and destroyed when the child lived. */
export const BegunContent = z.strictObject({
  child: text(200),
  dateOfBirth: PlainDate.nullable(),
  whereNow: text(200),
  circumstances: text(2_000),
})
export type BegunContent = z.infer<typeof BegunContent>

/** Adds a response that began before a death, with a key of its own. */
export async function addBegun(
  tx: Db,
  keys: KeyProvider,
  begun: { areaId: AreaId; responseId: ResponseId; content: BegunContent; at: Instant },
): Promise<void> {
  const { areaId, responseId, content, at } = begun
  const wrapped = newDataKey(keys, areaId, responseId)
  const sealed = subjectCipher(keys, areaId, responseId, wrapped).sealJson('responses', 'content', content)
  await tx`
    with key as (
      insert into intake.response_keys (area_id, response_id, wrapped)
      values (${areaId}, ${responseId}, ${Buffer.from(wrapped)})
    )
    insert into intake.responses
      (area_id, response_id, state, version, began, triggers, content, opened_at, nobody_on_call)
    values (${areaId}, ${responseId}, 'started-before-death', 1, 'before-death', '{}', ${Buffer.from(sealed)}, ${at},
      false)
  `
}

/** What was written down about the child. @throws Refusal `not-found` when it was destroyed or never was */
export async function openBegun(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  responseId: ResponseId,
): Promise<BegunContent> {
  const [row] = await tx<{ content: Uint8Array; wrapped: Uint8Array }[]>`
    select r.content, k.wrapped from intake.responses r
    join intake.response_keys k on k.area_id = r.area_id and k.response_id = r.response_id
    where r.area_id = ${areaId} and r.response_id = ${responseId} and r.content is not null
  `
  if (row === undefined) throw new Refusal('not-found')
  return BegunContent.parse(
    subjectCipher(keys, areaId, responseId, row.wrapped).openJson('responses', 'content', row.content),
  )
}

import type { Db } from '@cdop/database'
import { type AreaId, CaseId, NotificationId } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { MatchPerson, nameLikeness, nameSearchKey, numberSearchKey, wordsOfName } from '@cdop/matching'
import { z } from 'zod'
import { keyedHash } from './keyed-hash.ts'

const MOST_FOUND = 50
/** Of a name half the area has, so many are looked at. */
const MOST_OPENED = 500

const FoundRow = z.object({
  notificationId: NotificationId,
  caseId: CaseId.nullable(),
  person: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
})

/** A notification, and the case it became: ids only, for whoever may see it to be asked next. */
export type FoundPerson = { notificationId: NotificationId; caseId: CaseId | null }

async function withKeys(tx: Db, areaId: AreaId, hashes: readonly string[]) {
  const rows = await tx`
    select f.notification_id, n.case_id, p.person, k.wrapped
    from (
      select s.notification_id
      from unnest(${[...hashes]}::bigint[]) as h (key)
      cross join lateral (
        select notification_id from intake.search_keys where area_id = ${areaId} and key = h.key
      ) s
      group by s.notification_id having count(*) = ${hashes.length}
      order by s.notification_id desc
      limit ${MOST_OPENED}
    ) f
    join intake.match_people p on p.area_id = ${areaId} and p.notification_id = f.notification_id
    join intake.data_keys k on k.area_id = ${areaId} and k.subject = f.notification_id
    join intake.notifications n on n.area_id = ${areaId} and n.id = f.notification_id
  `
  return rows.map((row) => FoundRow.parse(row))
}

/**
 * Children of an area whose names sound like all the words typed, in whatever order, the most alike first; at most 50.
 * Opened here to be put in order, shown to nobody: that is for whoever asks to decide.
 */
export async function findByName(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  typed: string,
): Promise<readonly FoundPerson[]> {
  const hashes = [...new Set(wordsOfName(typed).map((word) => keyedHash(keys, nameSearchKey(word))))]
  if (hashes.length === 0) return []
  const found = await withKeys(tx, areaId, hashes)
  return found
    .map(({ notificationId, caseId, person, wrapped }) => {
      const cipher = subjectCipher(keys, areaId, notificationId, wrapped)
      const child = MatchPerson.parse(cipher.openJson('match_people', 'person', person))
      return { notificationId, caseId, likeness: nameLikeness(typed, child) }
    })
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_FOUND)
    .map(({ notificationId, caseId }) => ({ notificationId, caseId }))
}

/** Children of an area with this NHS number, however it is spaced; at most 50. */
export async function findByNhsNumber(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  typed: string,
): Promise<readonly FoundPerson[]> {
  if (!/\d/.test(typed)) return []
  const found = await withKeys(tx, areaId, [keyedHash(keys, numberSearchKey(typed))])
  return found.slice(0, MOST_FOUND).map(({ notificationId, caseId }) => ({ notificationId, caseId }))
}

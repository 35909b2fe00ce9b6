import type { Db } from '@cdop/database'
import { type AreaId, Instant, type NotificationId, PersonId } from '@cdop/domain'
import { z } from 'zod'
import type { NewNotification } from './notification-store.ts'

type Replacement = Pick<
  NewNotification,
  | 'areaId'
  | 'notificationId'
  | 'formVersion'
  | 'answers'
  | 'diedOn'
  | 'ageBand'
  | 'placeOfDeath'
  | 'indexes'
  | 'standing'
> & { replacedBy: PersonId | null; replacedAt: Instant }

/** Puts new answers in place of the present ones, which are kept as they were sealed; answers the new version. */
export async function replaceAnswers(tx: Db, by: Replacement): Promise<number> {
  const { areaId, notificationId, indexes, standing } = by
  const [row] = await tx<{ version: number }[]>`
    with earlier as (
      insert into intake.earlier_answers
        (area_id, notification_id, version, form_version, answers, replaced_by, replaced_at)
      select area_id, id, version, form_version, answers, ${by.replacedBy}, ${by.replacedAt}
      from intake.notifications where area_id = ${areaId} and id = ${notificationId}
    )
    update intake.notifications
    set version = version + 1, form_version = ${by.formVersion}, answers = ${Buffer.from(by.answers)},
      died_on = ${by.diedOn}, age_band = ${by.ageBand}, place_of_death = ${by.placeOfDeath},
      nhs_number_index = ${indexes.nhsNumber}, birth_date_and_sex_index = ${indexes.birthDateAndSex},
      died_by = ${standing.diedBy}, known_by = ${standing.knownBy}, known_from = ${standing.knownFrom},
      scope_pending = ${standing.scopePending}, incomplete = ${standing.incomplete}
    where area_id = ${areaId} and id = ${notificationId}
    returning version
  `
  return z.int().parse(row?.version)
}

/** That answers were replaced, by whom and when; `version` is the last that held the earlier ones. */
export const AnswersReplaced = z.object({
  version: z.int(),
  /** Null when it was somebody without an account, whom the office had asked. */
  replacedBy: PersonId.nullable(),
  replacedAt: Instant,
})
export type AnswersReplaced = z.infer<typeof AnswersReplaced>

/** Every time the answers were replaced, the newest first. */
export async function replacementsOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<AnswersReplaced[]> {
  const rows = await tx`
    select version, replaced_by, replaced_at from intake.earlier_answers
    where area_id = ${areaId} and notification_id = ${notificationId} order by version desc
  `
  return rows.map((row) => AnswersReplaced.parse(row))
}

const EarlierAnswers = AnswersReplaced.extend({
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
})

/** What the answers were before each replacement, sealed as they were then, the newest first. */
export async function earlierAnswersOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<z.infer<typeof EarlierAnswers>[]> {
  const rows = await tx`
    select version, replaced_by, replaced_at, form_version, answers from intake.earlier_answers
    where area_id = ${areaId} and notification_id = ${notificationId} order by version desc
  `
  return rows.map((row) => EarlierAnswers.parse(row))
}

/** The answers as a version held them, sealed as they were then; null when that are the present ones. */
export async function answersAt(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  version: number,
): Promise<z.infer<typeof EarlierAnswers> | null> {
  const earlier = await earlierAnswersOf(tx, areaId, notificationId)
  return earlier.findLast((replaced) => replaced.version >= version) ?? null
}

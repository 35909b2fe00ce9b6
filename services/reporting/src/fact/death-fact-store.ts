import type { Db } from '@cdop/database'
import type { DomainEvent } from '@cdop/domain'
import { reportingYearOf } from '@cdop/statistics'

type Corrected = Extract<DomainEvent, { type: 'case.child-corrected.v1' }>
type Accepted = Extract<DomainEvent, { type: 'notification.accepted.v1' }>

/**
 * Keeps a death as its notification told it, known from the instant the event was recorded (never when it came, so
 * that a rebuild makes the same rows). What was known of the case before ends at that instant.
 */
export async function saveDeath(tx: Db, { areaId, version, recordedAt, payload }: Accepted): Promise<void> {
  const { deprivation, ruralUrban } = payload.neighbourhood ?? { deprivation: [], ruralUrban: null }
  await tx`
    update reporting.death_facts set recorded_to = ${recordedAt}
    where area_id = ${areaId} and case_id = ${payload.caseId} and recorded_to is null
  `
  await tx`
    insert into reporting.death_facts (
      area_id, case_id, event_version, recorded_from, died_on, died_in_year, received_on, age_band, sex,
      ethnic_category, place_of_death, expectedness, local_authority, jar_triggers, form_version, completeness,
      deprivation, rural_urban, flags, gestation, response_started, other_reviews
    ) values (
      ${areaId}, ${payload.caseId}, ${version}, ${recordedAt}, ${payload.diedOn},
      ${reportingYearOf(payload.diedOn).code}, ${payload.receivedOn}, ${payload.ageBand}, ${payload.sex},
      ${payload.ethnicCategory}, ${payload.placeOfDeath}, ${payload.expectedness}, ${payload.localAuthority},
      ${payload.jarTriggers}, ${payload.formVersion}, ${tx.json(payload.completeness)},
      ${tx.json(deprivation)}, ${ruralUrban === null ? null : tx.json(ruralUrban)}, ${payload.flags ?? null},
      ${payload.gestation ?? null}, ${payload.responseStarted ?? null}, ${payload.otherReviews ?? null}
    )
  `
}

/** Keeps what is known of a child since two records were made one, or two again; the rest of the death stays as told. */
export async function saveCorrection(
  tx: Db,
  { areaId, version, recordedAt, payload }: Corrected,
): Promise<void> {
  await tx`
    with closed as (
      update reporting.death_facts set recorded_to = ${recordedAt}
      where area_id = ${areaId} and case_id = ${payload.caseId} and recorded_to is null
      returning *
    )
    insert into reporting.death_facts (
      area_id, case_id, event_version, recorded_from, died_on, died_in_year, received_on, age_band, sex,
      ethnic_category, place_of_death, expectedness, local_authority, jar_triggers, form_version, completeness,
      deprivation, rural_urban, flags, gestation, response_started, other_reviews
    )
    select area_id, case_id, ${version}, ${recordedAt}, ${payload.diedOn}, ${reportingYearOf(payload.diedOn).code},
      received_on, ${payload.ageBand}, ${payload.sex}, ethnic_category, place_of_death, expectedness,
      local_authority, jar_triggers, form_version, completeness, deprivation, rural_urban, flags, gestation,
      response_started, other_reviews
    from closed
  `
}

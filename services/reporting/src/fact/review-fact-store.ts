import type { Db } from '@cdop/database'
import type { DomainEvent } from '@cdop/domain'
import { reportingYearOf } from '@cdop/statistics'

type Agreed = Extract<DomainEvent, { type: 'analysis.agreed.v1' }>

/**
 * Keeps a review as the panel agreed it, known from the instant the event was recorded. A later agreement on the same
 * case replaces what was known before and still counts in the year of the first one, also where that one was agreed
 * elsewhere and its day alone is known.
 */
export async function saveReview(tx: Db, { areaId, version, recordedAt, payload }: Agreed): Promise<void> {
  const [replaced] = await tx<{ firstReviewedOn: string }[]>`
    update reporting.review_facts set recorded_to = ${recordedAt}
    where area_id = ${areaId} and case_id = ${payload.caseId} and recorded_to is null
    returning first_reviewed_on
  `
  const firstReviewedOn = replaced?.firstReviewedOn ?? payload.firstReviewedOn ?? payload.reviewedOn
  await tx`
    insert into reporting.review_facts (
      area_id, case_id, event_version, recorded_from, panel_meeting_id, analysis_version, reviewed_on,
      first_reviewed_on, reviewed_in_year, categories, primary_category, modifiability, factors, domains
    ) values (
      ${areaId}, ${payload.caseId}, ${version}, ${recordedAt}, ${payload.panelMeetingId},
      ${payload.analysisVersion}, ${payload.reviewedOn}, ${firstReviewedOn},
      ${reportingYearOf(firstReviewedOn).code}, ${payload.categories}, ${payload.primaryCategory},
      ${payload.modifiability}, ${tx.json(payload.factors)},
      ${payload.domains === undefined ? null : tx.json(payload.domains)}
    )
  `
}

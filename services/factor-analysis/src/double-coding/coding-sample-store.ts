import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  type CaseReference,
  CodingSampleId,
  Instant,
  PanelMeetingId,
  PersonId,
  PlainDate,
  type SecondCodingId,
} from '@cdop/domain'
import { z } from 'zod'

/** One drawing: by which rule, for which meeting, by whom and when. Its seed is not told. */
export const CodingSample = z.strictObject({
  sampleId: CodingSampleId,
  panelMeetingId: PanelMeetingId,
  agreedFrom: PlainDate,
  /** Of the cases that could be drawn, up to 1. */
  share: z.coerce.number(),
  fewest: z.int(),
  fewestInStratum: z.int(),
  possible: z.int(),
  drawn: z.int(),
  drawnBy: PersonId,
  drawnAt: Instant,
})
export type CodingSample = z.infer<typeof CodingSample>

const AgreedCase = z.object({
  caseId: CaseId,
  revision: z.int().positive(),
  panelMeetingId: PanelMeetingId,
  /** The meeting it was given to a second time, if any. */
  secondMeetingId: PanelMeetingId.nullable(),
})
export type AgreedCase = z.infer<typeof AgreedCase>

/** What panels agreed from a day on and nobody looks at anew, the newest first, with whether it is coded twice already. */
export async function agreedCases(
  tx: Db,
  areaId: AreaId,
  from: PlainDate,
  most: number,
): Promise<AgreedCase[]> {
  const rows = await tx`
    select a.case_id, a.revision, a.panel_meeting_id, c.panel_meeting_id as second_meeting_id
    from factor_analysis.analyses a
    left join factor_analysis.second_codings c
      on c.area_id = a.area_id and c.case_id = a.case_id and c.revision = a.revision and c.state <> 'withdrawn'
    where a.area_id = ${areaId} and a.state = 'agreed' and a.reviewed_on >= ${from} and not exists (
      select from factor_analysis.analyses n
      where n.area_id = a.area_id and n.case_id = a.case_id and n.revision > a.revision
    )
    order by a.reviewed_on desc, a.case_id limit ${most}
  `
  return rows.map((row) => AgreedCase.parse(row))
}

export async function addSample(
  tx: Db,
  areaId: AreaId,
  sample: CodingSample & { seed: string },
): Promise<void> {
  const { sampleId, panelMeetingId, agreedFrom, share, fewest, fewestInStratum, seed } = sample
  const { possible, drawn, drawnBy, drawnAt } = sample
  await tx`
    insert into factor_analysis.coding_samples (area_id, sample_id, panel_meeting_id, agreed_from, share, fewest,
      fewest_in_stratum, seed, possible, drawn, drawn_by, drawn_at)
    values (${areaId}, ${sampleId}, ${panelMeetingId}, ${agreedFrom}, ${share}, ${fewest}, ${fewestInStratum},
      ${seed}, ${possible}, ${drawn}, ${drawnBy}, ${drawnAt})
  `
}

/** Every drawing of the area, the newest first. */
export async function samplesOf(tx: Db, areaId: AreaId): Promise<CodingSample[]> {
  const rows = await tx`
    select sample_id, panel_meeting_id, agreed_from, share, fewest, fewest_in_stratum, possible, drawn, drawn_by, drawn_at
    from factor_analysis.coding_samples where area_id = ${areaId} order by drawn_at desc, sample_id limit 100
  `
  return rows.map((row) => CodingSample.parse({ ...row }))
}

export type DrawnCase = {
  codingId: SecondCodingId
  sampleId: CodingSampleId
  caseId: CaseId
  revision: number
  reference: CaseReference
  stratum: string
  panelMeetingId: PanelMeetingId
  firstMeetingId: PanelMeetingId
  firstDecidedBy: readonly PersonId[]
}

/** Gives a case to a second panel; false where it has been given to one meanwhile. */
export async function assignCase(tx: Db, areaId: AreaId, drawn: DrawnCase): Promise<boolean> {
  const { codingId, sampleId, caseId, revision, reference, stratum, panelMeetingId, firstMeetingId } = drawn
  const rows = await tx`
    insert into factor_analysis.second_codings (area_id, coding_id, sample_id, case_id, revision, reference, stratum,
      panel_meeting_id, first_meeting_id, first_decided_by, state, version)
    values (${areaId}, ${codingId}, ${sampleId}, ${caseId}, ${revision}, ${reference}, ${stratum}, ${panelMeetingId},
      ${firstMeetingId}, ${[...drawn.firstDecidedBy]}::uuid[], 'assigned', 0)
    on conflict (area_id, case_id, revision) where state <> 'withdrawn' do nothing returning coding_id
  `
  return rows.length === 1
}

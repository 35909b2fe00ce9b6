import type { Db } from '@cdop/database'
import { Instant, LiveItemState, PersonId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { LivePlace } from './live-session-store.ts'

const LastDecision = z.object({
  item: z.string(),
  version: z.number().int().positive(),
  state: LiveItemState,
  answerDigest: z.instanceof(Buffer).transform((digest) => digest.toString('base64')),
  decidedBy: PersonId,
  decidedAt: Instant,
  sealedWords: z.instanceof(Buffer).nullable(),
  disagreed: z.array(PersonId),
})

/** What was last decided of an item, in the form the rules take it. */
export type LastDecision = Omit<z.infer<typeof LastDecision>, 'answerDigest'> & { digest: string }

/** What was last decided of each item of a live panel; an item nothing was decided of is not there. */
export async function lastDecisions(tx: Db, place: LivePlace): Promise<Map<string, LastDecision>> {
  const { areaId, caseId, panelMeetingId, revision } = place
  const rows = await tx`
    select distinct on (d.item) d.item, d.version, d.state, d.answer_digest, d.decided_by, d.decided_at,
      d.sealed_words,
      array(
        select x.person_id::text from factor_analysis.live_disagreements x
        where x.area_id = d.area_id and x.case_id = d.case_id and x.panel_meeting_id = d.panel_meeting_id
          and x.revision = d.revision and x.item = d.item and x.version = d.version
        order by x.person_id
      ) as disagreed
    from factor_analysis.live_decisions d
    where d.area_id = ${areaId} and d.case_id = ${caseId} and d.panel_meeting_id = ${panelMeetingId}
      and d.revision = ${revision}
    order by d.item, d.version desc
  `
  return new Map(
    rows.map((row) => {
      const { answerDigest, ...last } = LastDecision.parse(row)
      return [last.item, { ...last, digest: answerDigest }]
    }),
  )
}

export type TakenDecision = {
  item: string
  version: number
  state: LiveItemState
  digest: string
  by: PersonId
  at: Instant
  disagreed: readonly PersonId[]
  words: string | null
}

/** Bound to its decision: it opens as no other's. */
const tableOf = ({ panelMeetingId, revision }: LivePlace, item: string, version: number) =>
  `live_decisions/${panelMeetingId}/${revision}/${item}/${version}`

/** Writes a decision down; false when somebody else's has this number already. */
export async function takeDecision(
  tx: Db,
  cipher: SubjectCipher,
  place: LivePlace,
  taken: TakenDecision,
): Promise<boolean> {
  const { areaId, caseId, panelMeetingId, revision } = place
  const { item, version, state, digest, by, at, disagreed, words } = taken
  const sealed = words === null ? null : cipher.sealJson(tableOf(place, item, version), 'sealed_words', words)
  const rows = await tx`
    insert into factor_analysis.live_decisions (area_id, case_id, panel_meeting_id, revision, item, version, state,
      answer_digest, decided_by, decided_at, sealed_words)
    values (${areaId}, ${caseId}, ${panelMeetingId}, ${revision}, ${item}, ${version}, ${state},
      ${Buffer.from(digest, 'base64')}, ${by}, ${at}, ${sealed})
    on conflict do nothing returning version
  `
  if (rows.length === 0) return false
  for (const personId of disagreed) {
    await tx`
      insert into factor_analysis.live_disagreements (area_id, case_id, panel_meeting_id, revision, item, version,
        person_id)
      values (${areaId}, ${caseId}, ${panelMeetingId}, ${revision}, ${item}, ${version}, ${personId})
    `
  }
  return true
}

/** What those who disagreed said, opened; null where nothing was to be kept. */
export function openWords(cipher: SubjectCipher, place: LivePlace, last: LastDecision): string | null {
  if (last.sealedWords === null) return null
  const opened = cipher.openJson(tableOf(place, last.item, last.version), 'sealed_words', last.sealedWords)
  return z.string().parse(opened)
}

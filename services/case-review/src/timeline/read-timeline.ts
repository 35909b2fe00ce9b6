import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  DocumentId,
  hasAnswered,
  InformationRequestId,
  LifeEventId,
  PersonId,
  requireArea,
  TIMELINE_PAGE,
  TimelineKind,
  TimelineMoment,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { assignmentsOf } from '../assignment/assignment-store.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { answeredForms } from '../collated-record/answered-forms.ts'
import { deferralsOf } from '../deferral/deferral-store.ts'
import { documentsOf } from '../document/document-rows.ts'
import { keyWorkersOf } from '../family/key-worker-store.ts'
import { holdsOfCases } from '../hold/hold-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { casesMergedInto } from '../merge/merge-store.ts'
import { submissionsOf } from '../national-submission/submission-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'
import { proceedingsOf } from '../proceeding/proceeding-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { partsSentOf } from '../returned-form/partial-return-store.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { findMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import { requires } from '../rpc.ts'
import { toldEntries } from '../told-list/told-store.ts'
import { DatedAnswer, datedAnswers } from './dated-answers.ts'
import { lifeEventsOf } from './life-event-store.ts'
import { inOrder } from './newest-first.ts'
import { kindOfEntry, processEntries, restEntries, TimelineEntry } from './process-entries.ts'
import { seeTimeline } from './timeline-case.ts'

/** What was written down of the life, with who or what says so; neither where the panel's office knows it. */
const WrittenEvent = z.strictObject({
  lifeEventId: LifeEventId,
  at: TimelineMoment,
  what: z.string(),
  agency: z.strictObject({ informationRequestId: InformationRequestId, name: z.string() }).nullable(),
  document: z.strictObject({ documentId: DocumentId, number: z.number().int().positive() }).nullable(),
  byPersonId: PersonId,
})

/** One entry of the timeline: what the system recorded, a date an agency gave, or what somebody wrote down. */
const Shown = z.discriminatedUnion('is', [
  TimelineEntry.extend({ is: z.literal('recorded') }),
  DatedAnswer.extend({ is: z.literal('answered') }),
  WrittenEvent.extend({ is: z.literal('written') }),
])
type Shown = z.infer<typeof Shown>

const kindOf = (entry: Shown): TimelineKind => (entry.is === 'recorded' ? kindOfEntry[entry.what] : 'life')

/** Everything the timeline of a child is put together from, in the order of time, and how many entries have lost their source. */
async function wholeTimeline(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  found: CaseRow,
): Promise<{ entries: Shown[]; withoutSource: number }> {
  const { caseId, caseIds } = found
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const requests = await requestsOf(tx, areaId, found)
  const documents = await documentsOf(tx, areaId, caseIds)
  const recorded = [
    ...processEntries({
      found,
      requests,
      parts: await partsSentOf(tx, areaId, caseIds),
      meeting: await findMeetingNotHeld(tx, cipher, areaId, caseId),
      reviewMeetings: await meetingsOfCases(tx, areaId, caseIds),
      listing: await findListing(tx, areaId, caseId),
      deferrals: await deferralsOf(tx, areaId, caseIds),
      reopenings: await reopeningsOf(tx, areaId, caseId),
      mergedCases: await casesMergedInto(tx, areaId, caseIds),
      holds: await holdsOfCases(tx, areaId, caseIds),
      proceedings: await proceedingsOf(tx, areaId, caseIds),
    }),
    ...restEntries({
      told: await toldEntries(tx, cipher, areaId, caseId),
      documents,
      keyWorkers: await keyWorkersOf(tx, areaId, caseIds),
      assignments: await assignmentsOf(tx, areaId, caseId),
      submissions: await submissionsOf(tx, areaId, caseIds),
    }),
  ]
  const caveats = await caveatsOf(tx, areaId, caseIds)
  const answered = datedAnswers(await answeredForms(tx, parts.keys, areaId, found), caveats)
  let withoutSource = 0
  const written = (await lifeEventsOf(tx, parts.keys, areaId, caseIds)).flatMap((event): Shown[] => {
    const { lifeEventId, on: at, what, documentId, informationRequestId, recordedBy: byPersonId } = event
    const agency = requests.find(
      (one) =>
        one.informationRequestId === informationRequestId && (hasAnswered(one.state) || one.part !== null),
    )
    const document = documents.find((one) => one.documentId === documentId && one.state === 'clean')
    const named = documentId !== null || informationRequestId !== null
    if (named && agency === undefined && document === undefined) {
      withoutSource += 1
      return []
    }
    const by = agency && { informationRequestId: agency.informationRequestId, name: agency.organisationName }
    const from = document && { documentId: document.documentId, number: document.number }
    return [{ is: 'written', lifeEventId, at, what, agency: by ?? null, document: from ?? null, byPersonId }]
  })
  const entries = inOrder<Shown>([
    ...written,
    ...answered.map((entry): Shown => ({ is: 'answered', ...entry })),
    ...recorded.map((entry): Shown => ({ is: 'recorded', ...entry })),
  ])
  return { entries, withoutSource }
}

/**
 * The timeline of a case: the life of the child, its death, the review and what the system did, newest first by pages, or
 * in the order of time and whole, for paper. What lost its source is not shown, and counted. Audited before it is
 * answered.
 */
export const readTimeline = requires('case:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      kinds: z.array(TimelineKind).min(1).max(TimelineKind.options.length),
      read: z.discriminatedUnion('as', [
        z.strictObject({ as: z.literal('page'), page: z.number().int().min(1).max(1_000) }),
        z.strictObject({ as: z.literal('whole') }),
      ]),
    }),
  )
  .output(
    z.strictObject({
      entries: z.array(Shown),
      /** Of the kinds asked for. */
      total: z.number().int().nonnegative(),
      counts: z.record(TimelineKind, z.number().int().nonnegative()),
      withoutSource: z.number().int().nonnegative(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, kinds, read } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found } = await seeTimeline(tx, person, { areaId, caseId })
      await parts.audit.record(tx, actor, areaId, {
        action: 'timeline.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      const { entries, withoutSource } = await wholeTimeline(tx, parts, areaId, found)
      const counts = { life: 0, death: 0, process: 0, system: 0 }
      for (const entry of entries) counts[kindOf(entry)] += 1
      const asked = entries.filter((entry) => kinds.includes(kindOf(entry)))
      const begin = read.as === 'page' ? (read.page - 1) * TIMELINE_PAGE : 0
      return {
        entries: read.as === 'whole' ? asked : asked.toReversed().slice(begin, begin + TIMELINE_PAGE),
        total: asked.length,
        counts,
        withoutSource,
      }
    })
  })

import {
  AreaId,
  CaseId,
  FieldClass,
  isAnswered,
  isAsked,
  isWaitedFor,
  PersonId,
  requireArea,
  whoMustBeTold,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { standingCaveats } from '../caveat/caveat-store.ts'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'
import { deferralsOf, questionCounts } from '../deferral/deferral-store.ts'
import { answersToTellAnew } from '../family/feedback-store.ts'
import { familyQuestionCounts, inAll } from '../family/question-store.ts'
import { holdsOfCases } from '../hold/hold-store.ts'
import { dueNow, publicRequest, requestsOf } from '../information-request/request-store.ts'
import { casesMergedInto, standingCase } from '../merge/merge-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import { proceedingsOf } from '../proceeding/proceeding-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { reviewedAgain, waitedFor } from '../reopening/reviewed-again.ts'
import { partsSentOf } from '../returned-form/partial-return-store.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { lastMeeting } from '../review-meeting/review-meeting.ts'
import { findMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import { requires } from '../rpc.ts'
import { newestFirst } from '../timeline/newest-first.ts'
import { processEntries } from '../timeline/process-entries.ts'
import { isOffered } from '../transfer/offer-store.ts'
import { noteOpening } from '../visit/note-opening.ts'
import { caseClocks, sinceDeath } from './case-clocks.ts'
import { CaseOverview, LATEST, withConfirmation } from './case-overview.ts'
import { caseCipher } from './case-store.ts'
import { caseTasks } from './case-tasks.ts'

/**
 * Opens a case for its coordinator. The pass names the classes asked for that this person may see; it is null when
 * none was asked for or none of those is allowed. A page that is shown says so by `visit`: with the name it is granted the
 * identity too where the case is the person's own, written down once per visit, before anything is answered.
 */
export const openCase = requires('case:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      fieldClasses: z.array(FieldClass).max(FieldClass.options.length),
      visit: z.enum(['with-name', 'without-name']).exactOptional(),
    }),
  )
  .output(
    z.strictObject({
      case: CaseOverview,
      pass: z.string().nullable(),
      /** The person has it, or is the doctor who leads it. */
      own: z.boolean(),
      /** Who else is at it now. */
      here: z.array(PersonId),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, fieldClasses, visit } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'agency-return')
      const { found } = seen
      const { leadDoctorId, ...opened } = await noteOpening(tx, parts, person, seen, {
        areaId,
        fieldClasses,
        ...(visit && { visit }),
      })
      const {
        mergeId,
        mergedAt,
        stateBeforeMerge,
        caseIds,
        mergedInto,
        openedAt,
        errorReason,
        errorReportedAt,
        reviewedAt,
        closedAt,
        closedBy,
        nextWhat,
        nextDueOn,
        offeredAt,
        offeredBy,
        leftBy,
        arrivingBy,
        jarTriggers,
        flags,
        reopenings: timesReopened,
        ...rest
      } = found
      const { confirmation, ...overview } = withConfirmation(rest)
      const today = parts.clock.today()
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const requests = await requestsOf(tx, areaId, found)
      const meeting = await findMeetingNotHeld(tx, cipher, areaId, caseId)
      const reviewMeetings = await meetingsOfCases(tx, areaId, caseIds)
      const wasHeld = reviewMeetings.some(({ heldOn }) => heldOn !== null)
      const listing = await findListing(tx, areaId, caseId)
      const holds = await holdsOfCases(tx, areaId, caseIds)
      const proceedings = await proceedingsOf(tx, areaId, caseIds)
      const reopenings = await reopeningsOf(tx, areaId, caseId)
      const facts = {
        found,
        again: reviewedAgain(reopenings),
        requests: waitedFor(requests, reopenings),
        meetingDecidedOn: wasHeld ? null : (meeting?.decidedOn ?? null),
        lastMeeting: lastMeeting(reviewMeetings),
        holds,
        proceedings,
        limits: await keptLimits(tx, areaId),
      }
      const caveats = await standingCaveats(tx, areaId, caseIds, today)
      const deferrals = await deferralsOf(tx, areaId, caseIds)
      const mergedCases = await casesMergedInto(tx, areaId, caseIds)
      const sent = facts.requests.filter(({ state }) => isAsked(state))
      return {
        case: {
          ...overview,
          leadDoctorId,
          clocks: caseClocks(facts, today),
          sinceDeath: sinceDeath(facts, today),
          holds,
          caveats,
          proceedings,
          tasks: caseTasks({
            state: found.state,
            requests: {
              sent: sent.length,
              returned: sent.filter(({ state }) => isAnswered(state) || state === 'gone-without').length,
              overdue: sent.filter((request) => isWaitedFor(request.state) && dueNow(request) < today).length,
            },
            confirmed: found.confirmedAt !== null,
            questions: await questionCounts(tx, areaId, caseIds),
            family: inAll(await familyQuestionCounts(tx, areaId, caseIds)),
            tellAnew: await answersToTellAnew(tx, areaId, caseIds),
            caveats,
            told: { needed: whoMustBeTold(found.ageBand).length, notTold: found.notTold },
          }),
          timeline: newestFirst(
            processEntries({
              found,
              requests,
              parts: await partsSentOf(tx, areaId, caseIds),
              meeting,
              reviewMeetings,
              listing,
              mergedCases,
              holds,
              proceedings,
              deferrals,
              reopenings,
            }),
          ).slice(0, LATEST),
          requests: requests.map(publicRequest),
          confirmation,
          offered: isOffered({ offeredAt, offeredBy }, parts.clock.now()),
          mergedInto: mergedInto === null ? null : await standingCase(tx, areaId, caseId),
          mergedCases,
          meeting,
          reviewMeetings,
          listing,
          reopenings,
        },
        ...opened,
      }
    })
  })

import type { Db } from '@cdop/database'
import {
  type AreaId,
  type GateFacts,
  holdReasonOf,
  holdsOf,
  isAnswered,
  isAsked,
  isWaitedFor,
  requiredSupplementaryForms,
} from '@cdop/domain'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { standingCaveats } from '../caveat/caveat-store.ts'
import { questionCounts } from '../deferral/deferral-store.ts'
import { familyQuestionCounts, inAll } from '../family/question-store.ts'
import { holdsOfCases } from '../hold/hold-store.ts'
import { type RequestRow, requestsOf } from '../information-request/request-store.ts'
import type { Parts } from '../parts.ts'
import { proceedingsOf } from '../proceeding/proceeding-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { waitedFor } from '../reopening/reviewed-again.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { lastMeeting } from '../review-meeting/review-meeting.ts'
import { findMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import { deathFacts } from '../supplementary-form/death-facts.ts'
import { formsAskedWith } from '../supplementary-form/request-form-store.ts'

/** What the ready gate asks of a case, as it stands at this moment with whatever was merged into it. */
export async function gateFacts(
  tx: Db,
  { keys, clock }: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  found: CaseRow,
): Promise<GateFacts> {
  const { caseId, caseIds, state, ageBand, expectedness, jarTriggers } = found
  const reopenings = await reopeningsOf(tx, areaId, caseId)
  const requests = waitedFor(await requestsOf(tx, areaId, found), reopenings).filter((one) =>
    isAsked(one.state),
  )
  const meetings = await meetingsOfCases(tx, areaId, caseIds)
  const held = meetings.filter(({ heldOn }) => heldOn !== null)
  const notHeld = await findMeetingNotHeld(tx, await caseCipher(tx, keys, areaId, caseId), areaId, caseId)
  const proceedings = await proceedingsOf(tx, areaId, caseIds)
  const holds = holdsOf('panel', await holdsOfCases(tx, areaId, caseIds))
  const family = (await familyQuestionCounts(tx, areaId, caseIds)).filter(({ body }) => body !== 'panel')
  return {
    state,
    again: reopenings.length > 0,
    ageBand,
    expectedness,
    jarTriggers: jarTriggers ?? [],
    confirmed: found.confirmedAt !== null,
    meeting: {
      held: held.length > 0,
      reported: (lastMeeting(meetings)?.reportReceivedOn ?? null) !== null,
      perinatal:
        held.some(({ kind }) => kind === 'perinatal-mortality-review') ||
        proceedings.some(
          ({ kind, outcome }) => kind === 'perinatal-mortality-review' && outcome === 'concluded',
        ),
      notHeld: held.length > 0 ? null : (notHeld?.reason ?? null),
    },
    requests: {
      asked: requests.length,
      waitedFor: requests.filter((one) => isWaitedFor(one.state)).length,
      unread: requests.filter((one) => one.state === 'returned').length,
    },
    formsLacking: await formsLacking(tx, { keys }, areaId, { found, requests }),
    holds: holds.filter(({ until }) => until === null).length,
    proceedings: proceedings.filter(({ kind, outcome }) => outcome === null && holdReasonOf[kind] !== null)
      .length,
    panelQuestions: await questionCounts(tx, areaId, caseIds),
    familyQuestions: inAll(family),
    caveats: await standingCaveats(tx, areaId, caseIds, clock.today()),
  }
}

/** Supplementary forms the death needs, or one of several it needs, that no agency which was asked has answered. */
async function formsLacking(
  tx: Db,
  { keys }: Pick<Parts, 'keys'>,
  areaId: AreaId,
  { found, requests }: { found: CaseRow; requests: readonly RequestRow[] },
): Promise<number> {
  const { needed, open } = requiredSupplementaryForms(await deathFacts(tx, keys, areaId, found))
  if (needed.length + open.length === 0) return 0
  const answered = new Set(
    requests.filter((one) => isAnswered(one.state)).map(({ informationRequestId }) => informationRequestId),
  )
  const had = new Set(
    (await formsAskedWith(tx, areaId, [...answered]))
      .filter(({ version }) => version > 0)
      .map(({ kind }) => kind),
  )
  return (
    needed.filter(({ kind }) => !had.has(kind)).length +
    open.filter(({ among }) => !among.some((kind) => had.has(kind))).length
  )
}

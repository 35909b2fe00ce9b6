import {
  AreaId,
  addDays,
  CaseId,
  daysBetween,
  InformationRequestId,
  isWaitedFor,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { lastOfSeveral } from '@cdop/statistics'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { waitedFor } from '../reopening/reviewed-again.ts'
import { requires } from '../rpc.ts'
import { requestsOf } from './request-store.ts'
import { waitingCurves } from './waiting-curves.ts'

/** When the answers a case still waits for are expected, and whom chasing helps most. */
const ExpectedAnswers = z.strictObject({
  /** Answers of the area it is worked out from. */
  basedOn: z.int(),
  /** Null when there were too few of them, or nothing is waited for; a date within it when the curve does not reach it. */
  all: z
    .strictObject({ on: PlainDate.nullable(), from: PlainDate.nullable(), until: PlainDate.nullable() })
    .nullable(),
  /** What is waited for, the one first whose answer today would bring the last forward most, by how many days. */
  order: z.array(
    z.strictObject({
      informationRequestId: InformationRequestId,
      organisationName: z.string(),
      gain: z.number(),
    }),
  ),
})

/**
 * By when half of the cases that wait as this one does have all their answers (Kaplan-Meier over the area's requests of
 * three years by kind of agency, requests taken as independent), with the day at both 95% limits.
 */
export const expectedAnswers = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(ExpectedAnswers)
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'information-request.expected',
        object: { kind: 'case', id: caseId },
      })
      const today = parts.clock.today()
      const waited = (await requestsOf(tx, areaId, seen.found)).filter(({ state }) => isWaitedFor(state))
      const open = waitedFor(waited, await reopeningsOf(tx, areaId, seen.found.caseId))
      const curves = await waitingCurves(tx, areaId, today)
      const waits = open.map(({ sentOn, askedAgainOn, organisationKind }) => ({
        days: Math.max(0, daysBetween(askedAgainOn ?? sentOn, today)),
        curve: curves.of(organisationKind),
      }))
      const expected = open.length === 0 ? null : lastOfSeveral(waits)
      const onDay = (days: number | null) => (days === null ? null : addDays(today, days))
      return {
        basedOn: curves.basedOn,
        all: expected && {
          on: onDay(expected.days),
          from: onDay(expected.low),
          until: onDay(expected.high),
        },
        order:
          expected === null
            ? []
            : open
                .map(({ informationRequestId, organisationName }, at) => ({
                  informationRequestId,
                  organisationName,
                  gain: expected.gains[at] ?? 0,
                }))
                .sort((left, right) => right.gain - left.gain),
      }
    })
  })

import type { Db } from '@cdop/database'
import {
  AreaId,
  addDays,
  addMonths,
  CaseId,
  daysBetween,
  InformationRequestId,
  Instant,
  isWaitedFor,
  londonDate,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { kaplanMeier, lastOfSeveral, type Waited } from '@cdop/statistics'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { requestsOf } from './request-store.ts'

/** Months back from today whose requests say how long agencies of the area take. */
const MONTHS = 36
/** More requests than that say nothing new. */
const MOST = 5_000

/** How long the area's agencies took, or have taken so far. A recalled request says nothing. */
async function waitedBefore(tx: Db, areaId: AreaId, today: PlainDate): Promise<Waited[]> {
  const rows = await tx<{ sentOn: string; returnedAt: string | null }[]>`
    select sent_on, returned_at from case_review.information_requests
    where area_id = ${areaId} and state <> 'recalled' and sent_on >= ${addMonths(today, -MONTHS)}
    order by sent_on desc limit ${MOST}
  `
  return rows.map((row) => {
    const returnedAt = Instant.nullable().parse(row.returnedAt)
    const until = returnedAt === null ? today : londonDate(returnedAt)
    return { days: Math.max(0, daysBetween(PlainDate.parse(row.sentOn), until)), came: returnedAt !== null }
  })
}

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
 * three years, requests taken as independent), with the day at both 95% limits.
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
      const open = (await requestsOf(tx, areaId, seen.found)).filter(({ state }) => isWaitedFor(state))
      const curve = kaplanMeier(await waitedBefore(tx, areaId, today))
      const waitedFor = open.map(({ sentOn, askedAgainOn }) =>
        Math.max(0, daysBetween(askedAgainOn ?? sentOn, today)),
      )
      const expected = open.length === 0 ? null : lastOfSeveral(curve, waitedFor)
      const onDay = (days: number | null) => (days === null ? null : addDays(today, days))
      return {
        basedOn: curve.came,
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

import {
  AgeBand,
  AnswerBody,
  AreaId,
  actorKey,
  CaseId,
  CaseReference,
  GapEffect,
  hasReturned,
  isAsked,
  OrganisationKind,
  ReopeningReason,
  requireArea,
  Sex,
  TranscriptionChannel,
} from '@cdop/domain'
import { panelAnswers } from '@cdop/forms'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { familyQuestionCounts } from '../family/question-store.ts'
import { gapsAmong } from '../gap/gap-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { listedSummary } from '../panel-meeting/listing-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'

/** What a panel reads of a case: the kind of agency, never its name; the month, never the day; no free text but the screened summary. */
const Pack = z.strictObject({
  /** What the review goes on without: the kind of agency, never its name; and whether a part of the answer came. */
  noAnswer: z.array(
    z.strictObject({ organisationKind: OrganisationKind, effect: GapEffect, part: z.boolean() }),
  ),
  /** How many questions the family put to whom: none of its words. */
  familyQuestions: z.array(
    z.strictObject({ body: AnswerBody, asked: z.number().int(), open: z.number().int() }),
  ),
  /** Each time a finished review began again: why, in codes, and in which month it had been finished. The newest first. */
  reviewedBefore: z.array(
    z.strictObject({ reason: ReopeningReason, monthReviewed: z.string().regex(/^\d{4}-\d{2}$/) }),
  ),
  /** How many of the answers a panel reads are withheld: nothing says why. */
  withheld: z.number().int().nonnegative(),
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string().regex(/^\d{4}-\d{2}$/),
  sex: Sex,
  expectedness: z.string(),
  placeOfDeath: z.string(),
  summary: z.string(),
  returns: z.array(
    z.strictObject({
      organisationKind: OrganisationKind,
      answers: z.array(z.strictObject({ label: z.string(), answer: z.string(), withheld: z.boolean() })),
      /** How it was told, where it was entered on behalf of the agency. */
      transcribed: TranscriptionChannel.nullable(),
      /** A part of the answer: the rest has not come. */
      part: z.boolean(),
    }),
  ),
})

/** Opens the pack of a listed case; the pass leads on to its analysis where the role allows. */
export const openPack = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ pack: Pack, pass: z.string() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'pack')
      const fieldClasses = seen.classes.filter((name) => name === 'pack' || name === 'analysis')
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.open',
        object: { kind: 'case', id: caseId },
        fieldClasses,
      })
      const { reference, ageBand, diedOn, sex, expectedness, placeOfDeath } = seen.found
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const returns: z.infer<typeof Pack>['returns'] = []
      const requests = await requestsOf(tx, areaId, seen.found)
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      for (const request of requests) {
        if (!isAsked(request.state)) continue
        const id = request.informationRequestId
        const place = { areaId, caseId: request.caseId, informationRequestId: id }
        const returned = await findReturn(tx, parts.keys, place)
        if (returned === null) continue
        const answers = returned.forms.flatMap((one) => {
          const shown = shownOf('panel', id, one, caveats)
          return panelAnswers(one.form, shown.answers, shown.withheld)
        })
        const { transcribed } = returned
        const part = returned.part || !hasReturned(request.state)
        returns.push({ organisationKind: request.organisationKind, answers, transcribed, part })
      }
      const pass = await issuePass(parts.keyring, {
        holder: actorKey(person),
        caseIds: [caseId],
        fieldClasses,
        requestId: person.requestId,
      })
      return {
        pack: {
          reference,
          ageBand,
          monthOfDeath: diedOn.slice(0, 7),
          sex,
          expectedness,
          placeOfDeath,
          summary: await listedSummary(tx, cipher, areaId, caseId),
          returns,
          reviewedBefore: (await reopeningsOf(tx, areaId, caseId)).map(({ reason, reviewedOn }) => ({
            reason,
            monthReviewed: reviewedOn.slice(0, 7),
          })),
          withheld: returns.flatMap(({ answers }) => answers).filter(({ withheld }) => withheld).length,
          familyQuestions: await familyQuestionCounts(tx, areaId, seen.found.caseIds),
          noAnswer: await gapsAmong(tx, areaId, requests),
        },
        pass,
      }
    })
  })

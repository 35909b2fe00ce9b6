import type { Db } from '@cdop/database'
import {
  AgeBand,
  AnswerBody,
  type AreaId,
  CaseReference,
  GapEffect,
  hasReturned,
  isAsked,
  OrganisationKind,
  PackPlace,
  ReopeningReason,
  Sex,
  TranscriptionChannel,
} from '@cdop/domain'
import { panelAnswers } from '@cdop/forms'
import { z } from 'zod'
import type { SeenCase } from '../access/see-case.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { askedOfPanel } from '../family/panel-questions.ts'
import { familyQuestionCounts } from '../family/question-store.ts'
import { gapsAmong } from '../gap/gap-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import type { Parts } from '../parts.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import type { Narratives } from './released-narratives.ts'
import { returnSection } from './return-section.ts'

/** What a panel reads of a case: the kind of agency, never its name; the month, never the day; no free text but the de-identified summary. */
export const Pack = z.strictObject({
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
  /** De-identified; null where it changed since the pack was released, and once the pack has expired. */
  summary: z.string().nullable(),
  returns: z.array(
    z.strictObject({
      /** Names this return on its page, and nothing of it. */
      section: PackPlace,
      organisationKind: OrganisationKind,
      answers: z.array(z.strictObject({ label: z.string(), answer: z.string(), withheld: z.boolean() })),
      /** How it was told, where it was entered on behalf of the agency. */
      transcribed: TranscriptionChannel.nullable(),
      /** A part of the answer: the rest has not come. */
      part: z.boolean(),
    }),
  ),
})
export type Pack = z.infer<typeof Pack>

/** Puts together what a panel reads of a case somebody may see the pack of, with the texts of the released pack. */
export async function packContent(
  tx: Db,
  parts: Pick<Parts, 'keys'>,
  areaId: AreaId,
  { found, narratives }: Pick<SeenCase, 'found'> & { narratives: Narratives | null },
): Promise<Pack> {
  const { caseId, reference, ageBand, diedOn, sex, expectedness, placeOfDeath } = found
  const returns: Pack['returns'] = []
  const requests = await requestsOf(tx, areaId, found)
  const caveats = await caveatsOf(tx, areaId, found.caseIds)
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
    const { organisationKind, state } = request
    const { transcribed } = returned
    const part = returned.part || !hasReturned(state)
    returns.push({ section: returnSection(id), organisationKind, answers, transcribed, part })
  }
  return {
    reference,
    ageBand,
    monthOfDeath: diedOn.slice(0, 7),
    sex,
    expectedness,
    placeOfDeath,
    summary: narratives?.texts.find(({ organisationKind }) => organisationKind === null)?.text ?? null,
    returns,
    reviewedBefore: (await reopeningsOf(tx, areaId, caseId)).map(({ reason, reviewedOn }) => ({
      reason,
      monthReviewed: reviewedOn.slice(0, 7),
    })),
    withheld: returns.flatMap(({ answers }) => answers).filter(({ withheld }) => withheld).length,
    familyQuestions: await askedOf(tx, parts, areaId, found),
    noAnswer: await gapsAmong(tx, areaId, requests),
  }
}

/** How many questions the family put to whom; of those to the panel, what it may read and still has to answer. */
async function askedOf(tx: Db, { keys }: Pick<Parts, 'keys'>, areaId: AreaId, found: SeenCase['found']) {
  const counts = await familyQuestionCounts(tx, areaId, found.caseIds)
  const ofPanel = await askedOfPanel(tx, keys, areaId, found)
  return counts
    .map((one) => (one.body === 'panel' ? { ...one, ...ofPanel } : one))
    .filter(({ asked }) => asked > 0)
}

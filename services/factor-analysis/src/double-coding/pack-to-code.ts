import type { AreaId } from '@cdop/domain'
import { AgeBand, CaseReference, GapEffect, OrganisationKind, Sex, TranscriptionChannel } from '@cdop/domain'
import { z } from 'zod'
import { type Asking, caseReviewFor } from '../meeting-analysis/meeting-access.ts'
import type { StoredCoding } from './second-coding-store.ts'

/** What a second panel reads of a case: field by field what the first one read of the case itself. */
export const PackToCode = z.strictObject({
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string(),
  sex: Sex,
  expectedness: z.string(),
  placeOfDeath: z.string(),
  /** Null once the pack of the first meeting has expired, or where it changed since. */
  summary: z.string().nullable(),
  withheld: z.int().nonnegative(),
  noAnswer: z.array(
    z.strictObject({ organisationKind: OrganisationKind, effect: GapEffect, part: z.boolean() }),
  ),
  returns: z.array(
    z.strictObject({
      organisationKind: OrganisationKind,
      answers: z.array(z.strictObject({ label: z.string(), answer: z.string(), withheld: z.boolean() })),
      transcribed: TranscriptionChannel.nullable(),
      part: z.boolean(),
    }),
  ),
})
export type PackToCode = z.infer<typeof PackToCode>

/** The pack, from case-review, which decides whether this person may read it. @throws Refusal of case-review */
export async function packToCode(
  asking: Asking,
  areaId: AreaId,
  { caseId, panelMeetingId }: StoredCoding,
): Promise<PackToCode> {
  const pack = await caseReviewFor(asking).secondCoding.open.query({ areaId, caseId, panelMeetingId })
  return packRead(pack)
}

type Pack = Awaited<ReturnType<ReturnType<typeof caseReviewFor>['secondCoding']['open']['query']>>

/** A pack without what tells that and how it was reviewed before. */
export function packRead(pack: Pack): PackToCode {
  const { reference, ageBand, monthOfDeath, sex, expectedness, placeOfDeath, summary, withheld } = pack
  return {
    reference,
    ageBand,
    monthOfDeath,
    sex,
    expectedness,
    placeOfDeath,
    summary,
    withheld,
    noAnswer: pack.noAnswer,
    returns: pack.returns.map(({ organisationKind, answers, transcribed, part }) => ({
      organisationKind,
      answers,
      transcribed,
      part,
    })),
  }
}

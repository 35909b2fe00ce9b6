import type { Db } from '@cdop/database'
import { type AreaId, OrganisationKind, PlainDate, packOpensUntil, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'
import { FamilyTexts, familyTexts } from './family-texts.ts'
import { narrativesOf, sourceKey } from './narratives.ts'
import { compiledOf } from './pack-case-store.ts'
import { packOpenings } from './pack-openings.ts'
import { keptPackRules, ruleFor } from './pack-rule-store.ts'
import { packCipher, packsOf } from './pack-store.ts'

/** What a panel reads of the texts of a case, from the pack of its meeting. */
export const Narratives = z.strictObject({
  opensUntil: PlainDate,
  /** Whether a reader may take a copy along, by the rule of the meeting's day. */
  copiesAllowed: z.boolean(),
  /** What the family told and asks: it opens the case. */
  family: FamilyTexts,
  texts: z.array(
    z.strictObject({
      /** The kind of agency that returned it; null for the summary. */
      organisationKind: OrganisationKind.nullable(),
      label: z.string(),
      /** De-identified; null where the text it was made of changed since, or is withheld now. */
      text: z.string().nullable(),
    }),
  ),
})
export type Narratives = z.infer<typeof Narratives>

/**
 * The de-identified texts of a listed case in the released pack of its meeting. What was corrected, taken out or put under a
 * caveat since the pack was compiled does not open.
 * @throws Refusal `pack-not-open`
 */
export async function releasedNarratives(
  tx: Db,
  { keys, clock }: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  found: CaseRow,
): Promise<Narratives> {
  const { caseId } = found
  const today = clock.today()
  const opening = (await packOpenings(tx, areaId, [caseId], today)).get(caseId)
  const listing = await findListing(tx, areaId, caseId)
  if (listing === null || opening !== 'open') throw new Refusal('pack-not-open')
  const { panelMeetingId, heldOn } = listing
  const pack = (await packsOf(tx, areaId, panelMeetingId)).find(({ state }) => state === 'released')
  const cipher = pack === undefined ? null : await packCipher(tx, keys, areaId, pack.packId)
  if (pack === undefined || pack.expiresAfterDays === null || cipher === null)
    throw new Error('a pack that is open was released, and has its key')
  const compiled = await compiledOf(tx, cipher, { areaId, packId: pack.packId, caseId })
  if (compiled === null) throw new Error('a pack opens with the cases it has')
  const now = new Map(
    (await narrativesOf(tx, keys, areaId, found)).map(({ source, mark }) => [sourceKey(source), mark]),
  )
  return {
    opensUntil: packOpensUntil(heldOn, { expiresAfterDays: pack.expiresAfterDays }),
    copiesAllowed: ruleFor(await keptPackRules(tx, areaId), heldOn, today).rule.copiesAllowed,
    family: await familyTexts(tx, keys, { areaId, found }, { compiled, now }),
    texts: compiled.flatMap(({ source, label, mark, text }) => {
      if (source.of !== 'summary' && source.of !== 'return') return []
      const organisationKind = source.of === 'summary' ? null : source.organisationKind
      return [{ organisationKind, label, text: now.get(sourceKey(source)) === mark ? text : null }]
    }),
  }
}

import type { Db } from '@cdop/database'
import { type AreaId, OrganisationKind, PlainDate, packOpensUntil } from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'
import { FamilyTexts, familyTexts, noFamilyTexts } from './family-texts.ts'
import { narrativesOf, sourceKey } from './narratives.ts'
import { compiledOf } from './pack-case-store.ts'
import { keptPackRules, ruleFor } from './pack-rule-store.ts'
import { packCipher, packsOf } from './pack-store.ts'

/** What a panel reads of the texts of a case. */
export const Narratives = z.strictObject({
  /** `none`: no pack of the meeting is released, or the case was listed after it was; `over`: its time is over. */
  state: z.enum(['none', 'open', 'over']),
  opensUntil: PlainDate.nullable(),
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

const none: Narratives = {
  state: 'none',
  opensUntil: null,
  copiesAllowed: false,
  family: noFamilyTexts,
  texts: [],
}

/**
 * The de-identified texts of a listed case in the released pack of its meeting. What is open is asked of the clock and of the
 * texts as they stand, not of a job: after its last day nothing opens, and neither does what was corrected, taken out or put
 * under a caveat since the pack was compiled.
 */
export async function releasedNarratives(
  tx: Db,
  { keys, clock }: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  found: CaseRow,
): Promise<Narratives> {
  const listing = await findListing(tx, areaId, found.caseId)
  if (listing === null) return none
  const packs = await packsOf(tx, areaId, listing.panelMeetingId)
  const pack = packs.find(({ state }) => state === 'released') ?? null
  if (pack === null || pack.expiresAfterDays === null)
    return packs.some(({ state }) => state === 'expired') ? { ...none, state: 'over' } : none
  const opensUntil = packOpensUntil(listing.heldOn, { expiresAfterDays: pack.expiresAfterDays })
  if (clock.today() > opensUntil) return { ...none, state: 'over' }
  const cipher = await packCipher(tx, keys, areaId, pack.packId)
  const place = { areaId, packId: pack.packId, caseId: found.caseId }
  const compiled = cipher === null ? null : await compiledOf(tx, cipher, place)
  if (compiled === null) return none
  const now = new Map(
    (await narrativesOf(tx, keys, areaId, found)).map(({ source, mark }) => [sourceKey(source), mark]),
  )
  return {
    state: 'open',
    opensUntil,
    copiesAllowed: ruleFor(await keptPackRules(tx, areaId), listing.heldOn, clock.today()).rule.copiesAllowed,
    family: await familyTexts(tx, keys, { areaId, found }, { compiled, now }),
    texts: compiled.flatMap(({ source, label, mark, text }) => {
      if (source.of !== 'summary' && source.of !== 'return') return []
      const organisationKind = source.of === 'summary' ? null : source.organisationKind
      return [{ organisationKind, label, text: now.get(sourceKey(source)) === mark ? text : null }]
    }),
  }
}

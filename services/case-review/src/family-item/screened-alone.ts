import type { Db } from '@cdop/database'
import {
  type CaseIdentifiers,
  compilePack,
  entitiesOf,
  placeOf,
  type Settled,
  screenFor,
  settle,
} from '@cdop/de-identification'
import {
  type AreaId,
  type CaseId,
  type PanelMeetingId,
  type PersonId,
  Refusal,
  type RequestId,
} from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { earlierCodes } from '../pack/compile-cases.ts'
import type { KnownToIntake } from '../pack/identifiers.ts'
import { recognise } from '../pack/recognise.ts'
import type { Parts } from '../parts.ts'

/** By whom a piece is taken out that nobody decided on. */
const NOBODY = 'screening'

/** A text without what says who it is about, and without everything that only might. */
function settledAlone(identifiers: CaseIdentifiers, text: string): Settled {
  const screened = screenFor(identifiers)(text)
  const byPlace = new Map(
    screened.findings
      .filter(({ certainty }) => certainty === 'doubtful')
      .map((finding) => [placeOf(finding), { hide: true, decidedBy: NOBODY, decidedAt: NOBODY }] as const),
  )
  const settled = settle(screened, { text, byPlace })
  if (settled.state === 'unsettled') throw new Error('everything doubtful is taken out')
  return settled
}

/** By what a case is recognised; null where intake gives nothing of it. @throws ServiceUnavailable */
export async function knownAlone(
  parts: Parts,
  asked: { areaId: AreaId; onBehalfOf: PersonId; requestId: RequestId },
  caseId: CaseId,
): Promise<KnownToIntake | null> {
  try {
    return (await recognise(parts, asked, [caseId])).get(caseId) ?? null
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return null
    throw thrown
  }
}

/**
 * Texts of a case that are in no pack, de-identified by the screening alone: no person decided on what is doubtful, so all of
 * it is taken out. The codes are those of this item, each time the same, and none that a pack of the area gave the same person or place.
 */
export async function screenedAlone(
  tx: Db,
  keys: KeyProvider,
  place: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId },
  identifiers: CaseIdentifiers,
  texts: readonly string[],
): Promise<string[]> {
  const { areaId, caseId, panelMeetingId } = place
  const cases = [{ caseKey: caseId, narratives: texts.map((text) => settledAlone(identifiers, text)) }]
  const entities = entitiesOf(cases).flatMap((one) => one.entities)
  const earlier = await earlierCodes(tx, keys, areaId, entities)
  const key = blindIndex(keys, 'family-item', `${panelMeetingId}/${caseId}`)
  return compilePack(key, cases, earlier).flatMap(({ narratives }) => narratives.map(({ text }) => text))
}

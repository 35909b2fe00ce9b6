import type { Db } from '@cdop/database'
import { Instant, newSince, PackPlace } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'
import type { Pack } from '../pack/pack-content.ts'
import type { Narratives } from '../pack/released-narratives.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import { packSections, packVersion } from './pack-sections.ts'
import { lastShown, type Reader, readingFor } from './reading-store.ts'

/** How far somebody is in reading a case, and what is new in it for them. */
export const ReadingStanding = z.strictObject({
  /** Tells this state of the pack from another. */
  version: z.string().regex(/^[0-9a-f]{64}$/),
  /** When they marked it as read for the meeting it is listed for; null while it is not. */
  readAt: Instant.nullable(),
  /** Whether they ever marked it as read, for this meeting or one before. */
  readBefore: z.boolean(),
  /** The parts that are new or say something else since they last marked it as read. */
  fresh: z.array(PackPlace),
  /** How many parts they had read are no longer there. */
  gone: z.number().int().nonnegative(),
  /** Where they stopped. */
  place: PackPlace.nullable(),
})
export type ReadingStanding = z.infer<typeof ReadingStanding>

/** Works out how far a reader is in a pack as it is now. */
export async function readingStanding(
  tx: Db,
  keys: KeyProvider,
  reader: Reader,
  { pack, narratives }: { pack: Pack; narratives: Narratives },
): Promise<ReadingStanding> {
  const listing = await findListing(tx, reader.areaId, reader.caseId)
  if (listing === null) throw new Error('a pack is that of a listed case')
  const cipher = await caseCipher(tx, keys, reader.areaId, reader.caseId)
  const sections = packSections(pack, narratives)
  const shown = await lastShown(tx, cipher, reader)
  const reading = await readingFor(tx, reader, listing.panelMeetingId)
  return {
    version: packVersion(sections),
    readAt: reading?.readAt ?? null,
    readBefore: shown !== null,
    ...fresh(newSince(shown, sections)),
    place: reading?.place ?? null,
  }
}

const fresh = (since: ReturnType<typeof newSince>) => ({ fresh: [...since.fresh], gone: since.gone })

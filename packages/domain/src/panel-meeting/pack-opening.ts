import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'
import { type PackState, packOpensUntil } from './pack.ts'

/** Whether a panel reads a listed case today, and if not, why. */
export const PackOpening = z.enum([
  /** Two people have not released a pack of the meeting with this case in it. */
  'not-released',
  /** It was taken back, and none was released since. */
  'withdrawn',
  'open',
  /** Its time after the meeting is over. */
  'over',
])
export type PackOpening = z.infer<typeof PackOpening>

/** The version of a meeting's pack that was released last, as it stands to one case of the agenda. */
export type ReleasedPack = {
  readonly state: Extract<PackState, 'released' | 'withdrawn' | 'expired'>
  readonly expiresAfterDays: number
  /** False for a case that was listed after it was released. */
  readonly holdsCase: boolean
}

/**
 * The one decision whether a case is read for the meeting it is listed for. It is asked of the day, not of a job that ends
 * packs: after the last day nothing opens.
 */
export function packOpening(
  released: ReleasedPack | null,
  { heldOn, today }: { heldOn: PlainDate; today: PlainDate },
): PackOpening {
  if (released === null || !released.holdsCase) return 'not-released'
  if (released.state === 'withdrawn') return 'withdrawn'
  return released.state === 'expired' || today > packOpensUntil(heldOn, released) ? 'over' : 'open'
}

import { z } from 'zod'

/**
 * What a panel meets as (domain reference 5): on any death, on deaths of newborn babies, on one type of death in an area, or
 * on one in several areas together. Each case stays with its own area.
 */
export const PanelMeetingKind = z.enum(['standard', 'neonatal', 'themed-local', 'themed-regional'])
export type PanelMeetingKind = z.infer<typeof PanelMeetingKind>

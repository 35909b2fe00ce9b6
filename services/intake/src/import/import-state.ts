import { z } from 'zod'

/** Where an import of a file stands. */
export const ImportState = z.enum([
  'uploading',
  'checking',
  'refused',
  'ready',
  'confirmed',
  'done',
  'cancelled',
])
export type ImportState = z.infer<typeof ImportState>

/**
 * Every step an import may take; the database refuses the others too. Nothing that was confirmed can be cancelled:
 * from then on each notification is somebody's to decide.
 */
export const importSteps: Readonly<Record<ImportState, readonly ImportState[]>> = {
  uploading: ['checking', 'cancelled'],
  checking: ['ready', 'refused', 'cancelled'],
  refused: [],
  ready: ['confirmed', 'cancelled'],
  confirmed: ['done'],
  done: [],
  cancelled: [],
}

/** Whether an import can still be taken back without a trace of its rows. */
export function mayCancel(state: ImportState): boolean {
  return importSteps[state].includes('cancelled')
}

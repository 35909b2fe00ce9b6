import { z } from 'zod'
import type { PanelPerson } from './panel-people.ts'

/** Name of the checkboxes. */
export const PRESENT = 'present'

const NOT_LISTED = 'Select the people who attended from the list'

/** Who was there, of those who can sit on the panel; the agency is the one each speaks for. */
export function Attendance(people: readonly PanelPerson[]) {
  return z.strictObject({
    [PRESENT]: z
      .array(z.string())
      .min(1, { error: 'Select at least one person who attended', abort: true })
      .refine((ids) => ids.every((id) => people.some(({ personId }) => personId === id)), {
        error: NOT_LISTED,
      })
      .transform((ids) =>
        people
          .filter(({ personId }) => ids.includes(personId))
          .map(({ personId, agency }) => ({ personId, agency })),
      ),
  })
}

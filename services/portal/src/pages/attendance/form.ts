import { z } from 'zod'
import type { PanelPerson } from './panel-people.ts'

/** Names of the checkboxes: who was there, and who of them sat in somebody's place. */
export const PRESENT = 'present'
export const DEPUTY = 'deputy'

const NOT_LISTED = 'Select the people who attended from the list'

/** Who was there, of those who can sit on the panel or did; the agency is the one each speaks for. */
export function Attendance(people: readonly Pick<PanelPerson, 'personId' | 'agency'>[]) {
  const present = z
    .array(z.string())
    .min(1, { error: 'Select at least one person who attended', abort: true })
    .refine((ids) => ids.every((id) => people.some(({ personId }) => personId === id)), {
      error: NOT_LISTED,
    })
    .transform((ids) =>
      people
        .filter(({ personId }) => ids.includes(personId))
        .map(({ personId, agency }) => ({ personId, agency })),
    )
  return z
    .strictObject({ [PRESENT]: present, [DEPUTY]: z.array(z.string()) })
    .refine((typed) => typed[DEPUTY].every((id) => typed[PRESENT].some(({ personId }) => personId === id)), {
      error: 'Select as deputies only people who attended',
      path: [DEPUTY],
    })
    .transform((typed) =>
      typed[PRESENT].map((one) => ({
        ...one,
        attendedAs: typed[DEPUTY].includes(one.personId) ? ('deputy' as const) : ('primary' as const),
      })),
    )
}

import { z } from 'zod'
import { DateTyped } from '../../typed-form/typed-date.ts'

/** Name of the date's fields on the page. */
export const HELD_ON = 'held-on'

/** When the panel meets: a day to come, or one that has been and is recorded afterwards. */
export const NewMeeting = z.strictObject({ [HELD_ON]: DateTyped('The date of the meeting', null) })

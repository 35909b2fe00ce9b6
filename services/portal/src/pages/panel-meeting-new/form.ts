import { PanelMeetingKind } from '@cdop/domain'
import { z } from 'zod'
import { DateTyped } from '../../typed-form/typed-date.ts'

/** Name of the date's fields on the page. */
export const HELD_ON = 'held-on'

/** Name of the radios that say what the panel meets as. */
export const KIND = 'kind'

/** What the panel meets as, and when: a day to come, or one that has been and is recorded afterwards. */
export const NewMeeting = z.strictObject({
  [KIND]: z
    .string()
    .refine((typed) => PanelMeetingKind.safeParse(typed).success, 'Select a kind of panel')
    .pipe(PanelMeetingKind),
  [HELD_ON]: DateTyped('The date of the meeting', null),
})

import { PanelMeetingId, PersonId, Refusal } from '@cdop/domain'
import type { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'

/** Names of the checkboxes on the pages that invite. */
export const PEOPLE = 'people'
export const MEETINGS = 'meetings'

function ticked<Id extends z.ZodType>(form: PostedForm, name: string, schema: Id): z.output<Id>[] {
  return form.all(name).map((typed) => {
    const read = schema.safeParse(typed)
    if (!read.success) throw new Refusal('unreadable')
    return read.data
  })
}

/** Whom somebody ticked. @throws Refusal `unreadable` */
export const tickedPeople = (form: PostedForm): PersonId[] => ticked(form, PEOPLE, PersonId)

/** Which meetings somebody ticked. @throws Refusal `unreadable` */
export const tickedMeetings = (form: PostedForm): PanelMeetingId[] => ticked(form, MEETINGS, PanelMeetingId)

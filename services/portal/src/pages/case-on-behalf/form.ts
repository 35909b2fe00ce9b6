import { type PlainDate, TranscriptionChannel } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** Who told what an agency knows, how and when, as it was typed. */
export type TypedTelling = {
  readonly name: string
  readonly role: string
  readonly channel: string
  readonly source: string
  readonly toldOn: DateParts
}

export const noTelling: TypedTelling = {
  name: '',
  role: '',
  channel: '',
  source: '',
  toldOn: { day: '', month: '', year: '' },
}

export const typedTelling = (form: PostedForm): TypedTelling => ({
  name: form.text('name'),
  role: form.text('role'),
  channel: form.text('channel'),
  source: form.text('source'),
  toldOn: typedDate(form, 'toldOn'),
})

const line = (what: string, subject: string) =>
  z.string().trim().min(1, `Enter ${what}`).max(120, `${subject} must be 120 characters or fewer`)

/** Who told it, how, on which day, and where it stands. */
export function readTelling(typed: TypedTelling, today: PlainDate) {
  const Telling = z.strictObject({
    name: line('the name of the person who told you', 'The name'),
    role: line('what they are in their agency', 'What they are'),
    channel: z.string().pipe(z.enum(TranscriptionChannel.options, 'Select how the agency told you')),
    source: z
      .string()
      .trim()
      .max(500, 'Where it is written down must be 500 characters or fewer')
      .transform((source) => (source === '' ? null : source)),
    toldOn: DateTyped('The date on which they told you', today),
  })
  const read = readTyped(Telling, { ...typed })
  if (!read.ok) return read
  const { name, role, source, ...rest } = read.value
  return { ok: true as const, value: { informant: { name, role, source }, ...rest } }
}

/** Whether the agency has answered with this. */
export const Whole = z.enum(['yes', 'no'], 'Select whether this is all the agency has to say')

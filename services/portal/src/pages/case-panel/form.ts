import { GateItem, GoOnReason, PanelMeetingId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export const SUMMARY_LENGTH = 10_000

const ListingForm = z.strictObject({
  meeting: z
    .string()
    .refine((typed) => PanelMeetingId.safeParse(typed).success, 'Select a panel meeting')
    .pipe(PanelMeetingId),
  summary: z
    .string()
    .trim()
    .min(1, 'Enter the summary for the panel')
    .max(SUMMARY_LENGTH, 'The summary must be 10,000 characters or fewer'),
})

/** The field that asks why a case is listed without something. */
export const goOnField = (item: GateItem) => `go-on-${item}`

/** What was chosen for each thing the case lacks; nothing where nobody chose. */
export type TypedReasons = Readonly<Partial<Record<GateItem, string>>>

export function typedReasons(form: PostedForm): TypedReasons {
  return Object.fromEntries(GateItem.options.map((item) => [item, form.text(goOnField(item))]))
}

/** The reasons that were given. What is no reason was not given: the service asks for it again. */
export function reasonsGiven(form: PostedForm): { item: GateItem; reason: GoOnReason }[] {
  return GateItem.options.flatMap((item) => {
    const reason = GoOnReason.safeParse(form.text(goOnField(item)))
    return reason.success ? [{ item, reason: reason.data }] : []
  })
}

/** At which meeting the panel discusses the case, and what it reads about it. */
export function readListing(form: PostedForm) {
  return readTyped(ListingForm, { meeting: form.text('meeting'), summary: form.text('summary') })
}

const identifierWords: Readonly<Record<string, string>> = {
  name: 'the child’s name',
  'nhs-number': 'the NHS number',
  'date-of-birth': 'the date of birth',
  'date-of-death': 'the date of death',
  postcode: 'the postcode',
}

/** What a text says that it must not, by kind: never the words that were found. */
export function identifierMistake(found: readonly string[], text = 'The summary'): string {
  const kinds = found.map((one) => identifierWords[one] ?? 'something that identifies the child')
  const last = kinds.at(-1)
  const listed = kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} and ${last}` : last
  return `${text} must not contain ${listed ?? 'anything that identifies the child'}`
}

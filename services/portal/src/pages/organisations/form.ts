import { GssCode, OdsCode, OrganisationKind } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

const NAME_LENGTH = 200

export const NameField = z
  .string()
  .trim()
  .min(1, 'Enter the name of the organisation')
  .max(NAME_LENGTH, `The name of the organisation must be ${NAME_LENGTH} characters or fewer`)

export const KindField = z.string().pipe(z.enum(OrganisationKind.options, 'Select the kind of organisation'))

/** @param what how messages call it, as after "Enter": "the email address for requests" */
export const emailField = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Enter ${what}`)
    .pipe(
      z
        .email('Enter an email address in the correct format, like name@example.com')
        .max(254, 'The email address must be 254 characters or fewer'),
    )

const optional = <Code>(schema: z.ZodType<Code>, message: string) =>
  z.string().transform((typed, context): Code | null => {
    if (typed.trim() === '') return null
    const read = schema.safeParse(typed)
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** A date that may be left out. */
const OptionalDate = (name: string) =>
  z.strictObject({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context) => {
    if (typed.day.trim() + typed.month.trim() + typed.year.trim() === '') return null
    const read = DateTyped(name, null).safeParse(typed)
    if (read.success) return read.data
    for (const { message, path } of read.error.issues) {
      context.addIssue({ code: 'custom', message, path: [...path] })
    }
    return z.NEVER
  })

const Details = z
  .strictObject({
    kind: KindField,
    email: emailField('the email address for requests'),
    odsCode: optional(OdsCode, 'The ODS code must be 3 to 10 letters and numbers, like RR8 or Y01234'),
    gssCode: optional(GssCode, 'The GSS code must be a letter and 8 numbers, like E08000035'),
    activeFrom: OptionalDate('The first day'),
    activeTo: OptionalDate('The last day'),
  })
  .refine(({ activeFrom, activeTo }) => activeFrom === null || activeTo === null || activeFrom <= activeTo, {
    message: 'The last day must be the same as or after the first day',
    path: ['activeTo', 'day'],
  })

export type TypedDetails = {
  kind: string
  email: string
  odsCode: string
  gssCode: string
  activeFrom: DateParts
  activeTo: DateParts
}

export const noDate: DateParts = { day: '', month: '', year: '' }
export const noDetails: TypedDetails = {
  kind: '',
  email: '',
  odsCode: '',
  gssCode: '',
  activeFrom: noDate,
  activeTo: noDate,
}

export const typedDetails = (form: PostedForm): TypedDetails => ({
  kind: form.text('kind'),
  email: form.text('email'),
  odsCode: form.text('odsCode'),
  gssCode: form.text('gssCode'),
  activeFrom: typedDate(form, 'activeFrom'),
  activeTo: typedDate(form, 'activeTo'),
})

/** What the directory knows of an organisation besides its name. */
export const readDetails = (typed: TypedDetails) => readTyped(Details, typed)

/** An organisation that is added. */
export function readNew(form: PostedForm) {
  const name = readTyped(z.strictObject({ name: NameField }), { name: form.text('name') })
  const details = readDetails(typedDetails(form))
  if (name.ok && details.ok) return { ok: true as const, value: { ...name.value, ...details.value } }
  const errors = [...(name.ok ? [] : name.errors), ...(details.ok ? [] : details.errors)]
  return { ok: false as const, errors }
}

/** What to look for in the directory. It is posted, never part of an address. */
export const readFind = (form: PostedForm) =>
  readTyped(
    z.strictObject({
      typed: z
        .string()
        .trim()
        .min(1, 'Enter a name or a code')
        .max(NAME_LENGTH, `What you look for must be ${NAME_LENGTH} characters or fewer`),
    }),
    { typed: form.text('typed') },
  )

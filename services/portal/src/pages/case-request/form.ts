import { RequestRedirectReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { Addressee } from '../case-requests/form.ts'

/** Why a coordinator redirects a request; passing it on is the reporter's own. */
export const redirectReasons = RequestRedirectReason.exclude(['passed-to-a-colleague'])

const Redirect = z.strictObject({
  organisation: Addressee,
  redirectReason: z.string().pipe(z.enum(redirectReasons.options, 'Select why the request is redirected')),
})

/** Everything the page's forms can hold, as it was typed. */
export const typedOf = (form: PostedForm | undefined) => ({
  reason: form?.text('reason') ?? '',
  organisation: form?.text('organisation') ?? '',
  redirectReason: form?.text('redirectReason') ?? '',
})

/** To whom a request goes now, and why. */
export function readRedirect(form: PostedForm) {
  const { organisation, redirectReason } = typedOf(form)
  const read = readTyped(Redirect, { organisation, redirectReason })
  if (!read.ok) return read
  return { ok: true as const, value: { ...read.value.organisation, reason: read.value.redirectReason } }
}

/** The version of what was returned that a page showed, as it posts it. */
export const Entry = z
  .string()
  .regex(/^[1-9][0-9]{0,5}$/)
  .transform(Number)

/** Which version was read, and how it stood, as the page posts it. */
export const Seen = z.strictObject({
  entry: Entry,
  seen: z.enum(['returned', 'sent-back']),
})

import { OrganisationId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { organisationKinds } from './organisation-kind-words.ts'

const NAME_LENGTH = 200

const SendForm = z.strictObject({
  organisation: z
    .string()
    .refine((typed) => OrganisationId.safeParse(typed).success, 'Select the organisation to ask')
    .pipe(OrganisationId),
})

const OrganisationForm = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of the organisation')
    .max(NAME_LENGTH, `The name of the organisation must be ${NAME_LENGTH} characters or fewer`),
  kind: z.string().pipe(z.enum(organisationKinds, 'Select the kind of organisation')),
  email: z
    .string()
    .trim()
    .min(1, 'Enter the email address for requests')
    .pipe(
      z
        .email('Enter an email address in the correct format, like name@example.com')
        .max(254, 'The email address must be 254 characters or fewer'),
    ),
})

/** Everything the page's two forms can hold, as it was typed. */
export function typedRequest(form: PostedForm) {
  return {
    organisation: form.text('organisation'),
    name: form.text('name'),
    kind: form.text('kind'),
    email: form.text('email'),
  }
}

export function readSend(form: PostedForm) {
  return readTyped(SendForm, { organisation: form.text('organisation') })
}

export function readOrganisation(form: PostedForm) {
  const { name, kind, email } = typedRequest(form)
  return readTyped(OrganisationForm, { name, kind, email })
}

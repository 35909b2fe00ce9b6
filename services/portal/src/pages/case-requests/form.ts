import { OrganisationContactId, OrganisationId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { emailField, KindField, NameField } from '../organisations/form.ts'

const SELECT = 'Select the organisation to ask'

/** Whom to ask, as one choice: an organisation by its mailbox, or one of its contacts. */
export const addresseeCode = (organisationId: string, contactId: string | null): string =>
  contactId === null ? organisationId : `${organisationId}/${contactId}`

export const Addressee = z.string().transform((chosen, context) => {
  const [organisation, contact] = chosen.split('/')
  const organisationId = OrganisationId.safeParse(organisation)
  const contactId = OrganisationContactId.nullable().safeParse(contact ?? null)
  if (organisationId.success && contactId.success) {
    return { organisationId: organisationId.data, contactId: contactId.data }
  }
  context.addIssue({ code: 'custom', message: SELECT })
  return z.NEVER
})

const SendForm = z.strictObject({ organisation: Addressee })

const OrganisationForm = z.strictObject({
  name: NameField,
  kind: KindField,
  email: emailField('the email address for requests'),
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

import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readAccess, typedAccess } from './access-fields.ts'
import { inviteScreen } from './invite-view.ts'

const Email = z.email().max(254)

function readInvitation(form: PostedForm) {
  const displayName = form.text('name').trim()
  const email = Email.safeParse(form.text('email').trim())
  const read = readAccess(form)
  const errors = [
    ...(displayName === '' ? [{ text: 'Enter the person’s name', href: '#name' }] : []),
    ...(displayName.length > 120
      ? [{ text: 'The person’s name must be 120 characters or fewer', href: '#name' }]
      : []),
    ...(email.success
      ? []
      : [{ text: 'Enter an email address in the correct format, like name@example.com', href: '#email' }]),
    ...(read.ok ? [] : read.errors),
  ]
  if (errors.length > 0 || !email.success || !read.ok) return { ok: false as const, errors }
  return { ok: true as const, invitation: { displayName, email: email.data, ...read.access } }
}

/** Gives a person access to this area. */
export const inviteUserPage = personPage('/users/invite', {
  permission: 'user:write',
  show: ({ formFields }, again) =>
    inviteScreen(
      formFields,
      again === null
        ? { name: '', email: '', roles: [], agency: '' }
        : { name: again.form.text('name'), email: again.form.text('email'), ...typedAccess(again.form) },
      again?.errors ?? [],
    ),
  async post({ own, areaId }, form) {
    const read = readInvitation(form)
    if (!read.ok) return new Problems(read.errors)
    await own.user.invite({ areaId, key: form.key, ...read.invitation })
    return new GoTo('/users')
  },
})

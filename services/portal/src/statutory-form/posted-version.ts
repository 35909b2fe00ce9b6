import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { type Html, html } from '../components/html.ts'
import type { PostedForm } from '../page/posted-form.ts'

const Version = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)

/** Carries in the page which version it was drawn from. */
export function versionField(version: number): Html {
  return html`<input type="hidden" name="_version" value="${version}">`
}

/** The version the posted page was drawn from. @throws Refusal `unreadable` when the page is not one of ours */
export function postedVersion(posted: PostedForm): number {
  const version = Version.safeParse(posted.text('_version'))
  if (!version.success) throw new Refusal('unreadable')
  return version.data
}

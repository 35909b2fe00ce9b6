import { Refusal } from '@cdop/domain'
import type { PostedForm } from '../../page/posted-form.ts'

/** The version of the notification a form was made from. @throws Refusal `unreadable` for what no form of ours posts */
export function versionIn(form: PostedForm): number {
  const typed = form.text('version')
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

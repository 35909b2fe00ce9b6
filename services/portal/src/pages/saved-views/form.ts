import { SavedViewId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** Characters of the name of a view. */
const LONGEST_NAME = 60

/** What a person calls a view; `field` is where they typed it. */
export function readName(field: string, typed: string) {
  const Typed = z.strictObject({
    [field]: z
      .string()
      .trim()
      .min(1, 'Enter a name for the view')
      .max(LONGEST_NAME, `Name of the view must be ${LONGEST_NAME} characters or fewer`),
  })
  const read = readTyped(Typed, { [field]: typed })
  return read.ok ? { ok: true as const, value: typed.trim() } : read
}

/** Which view a form is about, and which of its names was on the page. Null for a form that is not ours. */
export function viewIn(form: PostedForm) {
  const savedViewId = SavedViewId.safeParse(form.text('savedViewId'))
  const version = z.coerce.number().int().positive().safeParse(form.text('version'))
  if (!savedViewId.success || !version.success) return null
  return { savedViewId: savedViewId.data, version: version.data }
}

/** Where the name of one view is typed. */
export const nameFieldOf = (savedViewId: string) => `name-${savedViewId}`

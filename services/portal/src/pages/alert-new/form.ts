import { AlertKind, RecommendationSource } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export type TypedAlert = {
  readonly kind: string
  readonly what: string
  readonly doNow: string
  readonly source: string
}

export const noAlert = (kind: string): TypedAlert => ({ kind, what: '', doNow: '', source: '' })
export const typedAlert = (form: PostedForm): TypedAlert => ({
  kind: form.text('kind'),
  what: form.text('what'),
  doNow: form.text('doNow'),
  source: form.text('source'),
})

const said = (empty: string, name: string) =>
  z.string().trim().min(1, empty).max(2_000, `${name} must be 2,000 characters or fewer`)

/** What is dangerous, and what to do now. */
export function readAlert(typed: TypedAlert) {
  return readTyped(
    z.strictObject({
      kind: z.string().pipe(z.enum(AlertKind.options, 'Select what the alert is about')),
      what: said('Enter what seems to be dangerous', 'What seems to be dangerous'),
      doNow: said('Enter what to do now', 'What to do now'),
      source: z.string().pipe(z.enum(RecommendationSource.options, 'Select where it comes from')),
    }),
    typed,
  )
}

import { RegistrationSource } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { FILE } from '../../page/request-body.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** Bytes of the largest list: more than an area registers in a decade. */
export const LARGEST_LIST = 2_000_000

/** Whose list it is. The file itself is held to its layout by intake. */
const LoadedList = z.strictObject({
  source: z.string().pipe(z.enum(RegistrationSource.options, 'Select who made the list')),
  [FILE]: z
    .instanceof(Uint8Array)
    .nullable()
    .transform((file, context) => {
      if (file !== null) return file
      context.addIssue('Select the file with the list')
      return z.NEVER
    }),
})

/** What was chosen to load, or all that is missing. */
export const readList = (form: PostedForm) =>
  readTyped(LoadedList, { source: form.text('source'), [FILE]: form.file })

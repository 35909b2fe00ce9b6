import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

const LONGEST = 200

const Search = z.strictObject({
  typed: z
    .string()
    .trim()
    .min(1, 'Enter a name, an NHS number or a case reference')
    .max(LONGEST, `What you search for must be ${LONGEST} characters or fewer`),
})

/** What to search for. It is posted, never part of an address. */
export const readSearch = (form: PostedForm) => readTyped(Search, { typed: form.text('typed') })

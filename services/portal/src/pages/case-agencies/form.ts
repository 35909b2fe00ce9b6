import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { Addressee } from '../case-requests/form.ts'

/** More than any child had to do with. */
const MOST = 40

const AgenciesForm = z.strictObject({
  organisation: z
    .array(Addressee)
    .min(1, 'Select the agencies to ask')
    .max(MOST, `Select ${MOST} agencies or fewer`)
    .refine(
      (chosen) => new Set(chosen.map(({ organisationId }) => organisationId)).size === chosen.length,
      'Select each organisation once: its mailbox or one of its contacts',
    ),
})

/** Whom to ask, each by the mailbox of the organisation or one of its contacts. */
export function readAgencies(form: PostedForm) {
  const read = readTyped(AgenciesForm, { organisation: [...form.all('organisation')] })
  if (read.ok) return read
  // Whichever of them was wrong, the message leads to the first box.
  const [first] = read.errors
  return { ok: false as const, errors: first ? [{ text: first.text, href: '#organisation' }] : [] }
}

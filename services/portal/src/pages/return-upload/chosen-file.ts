import { contentHash, type FilledForm, FormFileError } from '@cdop/forms'
import { fileFaultWords } from '../../form-copy/file-fault-words.ts'
import { sha256 } from '../../form-copy/sha256.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Laid, layBeside, type Open } from './form.ts'
import { keptName } from './view.ts'

/** The file that was chosen, or the one the page carries on; none at first. */
function fileIn(posted: PostedForm): Uint8Array | null {
  if (posted.action !== 'use') return posted.file
  return new TextEncoder().encode(posted.text(keptName))
}

/** Lays the file beside the form it is for; or says in one sentence why it cannot. */
export function laidOrFault<Form extends Open>(
  posted: PostedForm,
  opens: readonly Form[],
  options: { today: string; openedAnew: (open: Form) => boolean },
): Laid<Form> | string {
  const file = fileIn(posted)
  if (file === null) return 'Choose the file with the filled form'
  try {
    return layBeside(file, opens, options)
  } catch (thrown) {
    if (thrown instanceof FormFileError) return fileFaultWords(thrown)
    throw thrown
  }
}

const hashOf = ({ form, answers }: FilledForm) => contentHash({ form, answers }, sha256)

/** What the file says is saved already, all of it. */
export function saysNothingNew(laid: Laid<Open>): boolean {
  return hashOf(laid.open) === hashOf(laid) && laid.aside.length === 0
}

/** The file in one line, as a field of a form carries it. */
export function carried(posted: PostedForm): string {
  return JSON.stringify(JSON.parse(new TextDecoder().decode(fileIn(posted) ?? new Uint8Array())))
}

import type { FormFileError, FormFileFault } from '@cdop/forms'
import { listed } from '../wording/in-words.ts'

const words: Readonly<Record<FormFileFault, string>> = {
  unreadable:
    'The file cannot be read. Choose the JSON file that was downloaded here, or a FHIR QuestionnaireResponse in JSON, of at most 400 KB',
  'not-a-form':
    'The file holds no form. Choose the JSON file that was downloaded here, or a FHIR QuestionnaireResponse in JSON',
  'unknown-form':
    'The file is of a form that is not known here. Choose a file of the child death reporting form or of a supplementary form',
  'unknown-version':
    'The file is of a version of the form that is not known here. Download a copy of your form, and fill in that file',
  changed:
    'The answers in the file were changed after it was downloaded. Choose the file as it was downloaded. If your own system filled it in, remove its SHA-256 mark and try again',
  withheld:
    'Something is withheld in the file, so that it cannot stand for the whole form. Download a copy of your own form, and fill in that file',
  'wrong-answers':
    'The file holds something that is no answer to its form. Correct it where it was made, and choose it again',
}

/** The most questions a sentence names. */
const MOST = 5

/** Why a file was not read and what to do, in one sentence or two. Never repeats what stands in the file. */
export function fileFaultWords({ fault, questions }: FormFileError): string {
  if (questions.length === 0) return words[fault]
  const named = questions.slice(0, MOST).map((question) => `“${question}”`)
  const more = questions.length - named.length
  return `${words[fault]}. Look at ${listed(more > 0 ? [...named, `${more} more`] : named)}`
}

import type { PlainDate } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import {
  type Answers,
  type CompiledForm,
  formInForce,
  fromQuestionnaireResponse,
  NOTIFICATION_FORM,
  statutoryForms,
  toQuestionnaireResponse,
} from '@cdop/forms'
import { z } from 'zod'
import { formOfVersion } from '../notification/notification-form.ts'
import type { DraftPlace, StoredDraft } from './draft-store.ts'

/** The form a notification is written on today. */
export function presentForm(today: PlainDate): CompiledForm {
  return formInForce(statutoryForms, NOTIFICATION_FORM, today)
}

type Owner = DraftPlace & { wrapped: Uint8Array }

const cipherOf = (keys: KeyProvider, { areaId, draftId, wrapped }: Owner) =>
  subjectCipher(keys, areaId, draftId, wrapped)

/** Seals what was answered so far, bound to its own draft. */
export function sealDraft(
  keys: KeyProvider,
  owner: Owner,
  { form, answers }: { form: CompiledForm; answers: Answers },
  authored: string,
): Buffer {
  const response = toQuestionnaireResponse(form, answers, { authored, status: 'in-progress' })
  return cipherOf(keys, owner).sealJson('notification_drafts', 'answers', response)
}

/** Seals answers that are only offered, bound to the draft they are offered in. */
export function sealCarried(keys: KeyProvider, owner: Owner, answers: Answers): Buffer {
  return cipherOf(keys, owner).sealJson('notification_drafts', 'carried', answers)
}

/** What is offered from a notification about another baby of the same birth, as it was answered there. */
export function openCarried(
  keys: KeyProvider,
  place: DraftPlace,
  { wrapped, carried }: Pick<StoredDraft, 'wrapped' | 'carried'>,
): Record<string, unknown> | null {
  if (carried === null) return null
  const opened = cipherOf(keys, { ...place, wrapped }).openJson('notification_drafts', 'carried', carried)
  return z.record(z.string(), z.unknown()).parse(opened)
}

/**
 * What was answered so far, on the form in force today: when a new version came into force in between, the answers it
 * still asks for in the same way are kept.
 */
export function openDraft(
  keys: KeyProvider,
  place: DraftPlace,
  { wrapped, formVersion, answers: sealed }: StoredDraft,
  today: PlainDate,
): { form: CompiledForm; answers: Answers } {
  const begunOn = formOfVersion(formVersion)
  const opened = cipherOf(keys, { ...place, wrapped }).openJson('notification_drafts', 'answers', sealed)
  const answers = fromQuestionnaireResponse(begunOn, opened)
  const form = presentForm(today)
  return form.version === formVersion ? { form, answers } : { form, answers: stillRight(form, answers) }
}

/** Of some answers, those the form takes. */
export function stillRight(form: CompiledForm, answers: Answers): Answers {
  let left: Answers = answers
  for (;;) {
    const read = form.draftSchema.safeParse(left)
    if (read.success) return read.data
    const wrong = new Set(read.error.issues.flatMap(questionsAtFault))
    const kept = Object.fromEntries(Object.entries(left).filter(([linkId]) => !wrong.has(linkId)))
    if (Object.keys(kept).length === Object.keys(left).length) return {}
    left = kept
  }
}

function questionsAtFault(issue: z.core.$ZodIssue): string[] {
  const [first] = issue.path
  if (first !== undefined) return [String(first)]
  return issue.code === 'unrecognized_keys' ? issue.keys : []
}

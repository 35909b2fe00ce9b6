import { NotificationContent, type PlainDate, Refusal } from '@cdop/domain'
import {
  type Answers,
  bindings,
  type CompiledForm,
  FormVersionError,
  formInForce,
  formVersion,
  NOTIFICATION_FORM,
  statutoryForms,
} from '@cdop/forms'
import type { z } from 'zod'

/** What was answered and what the rules read of it. */
export type ReadAnswers = { form: CompiledForm; answers: Answers; content: NotificationContent }

/** The notification form in force on the day it was received. @throws Refusal `invalid-answers` when none was */
function formOn(receivedOn: PlainDate): CompiledForm {
  try {
    return formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) throw new Refusal('invalid-answers', ['receivedOn'])
    throw thrown
  }
}

/** The question that is bound to a domain path: what a person can go back to and change. */
export function questionFor(form: CompiledForm, path: string): string {
  const items = form.pages.flatMap((page) => page.items)
  return items.find((item) => 'binding' in item && item.binding === path)?.linkId ?? path
}

function invalid(error: z.ZodError, nameOf: (path: string) => string = (path) => path): Refusal {
  return new Refusal('invalid-answers', [
    ...new Set(error.issues.map((issue) => nameOf(issue.path.join('.')))),
  ])
}

/**
 * Holds wire answers to the form in force on the day the notification was received.
 * @throws Refusal `invalid-answers` with the questions at fault
 */
export function readWireAnswers(
  wire: Readonly<Record<string, unknown>>,
  version: string,
  receivedOn: PlainDate,
): ReadAnswers {
  const form = formOn(receivedOn)
  if (form.version !== version) throw new Refusal('invalid-answers', ['formVersion'])
  const answers = form.schema.safeParse(wire)
  if (!answers.success) throw invalid(answers.error)
  const content = NotificationContent.safeParse(bindings(form, answers.data))
  if (!content.success) throw invalid(content.error, (path) => questionFor(form, path))
  return { form, answers: answers.data, content: content.data }
}

/** The version of the notification form an answer was given to. */
export function formOfVersion(version: string): CompiledForm {
  return formVersion(statutoryForms, NOTIFICATION_FORM, version)
}

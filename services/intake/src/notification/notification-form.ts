import { NotificationContent, type PlainDate, Refusal } from '@cdop/domain'
import {
  type Answers,
  type BoundObject,
  bindings,
  type CompiledForm,
  formInForce,
  formVersion,
  NOTIFICATION_FORM,
  readAsNotKnown,
  statutoryForms,
  unanswered,
} from '@cdop/forms'
import type { z } from 'zod'

/** What was answered, what the rules read of it, and the questions that are still to be answered. */
export type ReadAnswers = {
  form: CompiledForm
  answers: Answers
  content: NotificationContent
  unanswered: readonly string[]
}

/** Whether answers must be complete, or may come thin, as they do from neonatal surveillance. */
export type Fullness = 'complete' | 'thin'

const [firstForm] = statutoryForms
  .filter(({ url }) => url === NOTIFICATION_FORM)
  .sort((one, other) => one.effective.from.localeCompare(other.effective.from))

/** The notification form in force on a day; the first one for what is older than it. */
export function formInForceOrFirst(receivedOn: PlainDate): CompiledForm {
  const older = firstForm !== undefined && receivedOn < firstForm.effective.from
  return older ? firstForm : formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
}

/** The question that is bound to a domain path: what a person can go back to and change. */
export function questionFor(form: CompiledForm, path: string): string {
  const items = form.pages.flatMap((page) => page.items)
  return items.find((item) => 'binding' in item && item.binding === path)?.linkId ?? path
}

/** A question in the form's own words, by its path. */
export function questionText(form: CompiledForm, path: string): string {
  const linkId = path.replace(/^.*\]\./, '')
  const questions = form.pages
    .flatMap((page) => page.items)
    .flatMap((item): { linkId: string; text: string }[] =>
      item.kind === 'group' ? [item, ...item.questions] : [item],
    )
  return questions.find((item) => item.linkId === linkId)?.text ?? path
}

function invalid(error: z.ZodError, nameOf: (path: string) => string = (path) => path): Refusal {
  return new Refusal('invalid-answers', [
    ...new Set(error.issues.map((issue) => nameOf(issue.path.join('.')))),
  ])
}

/**
 * Holds wire answers to the form in force on the day the notification was received. Thin ones may lack answers, but not
 * the child's family name and the date of death: without them nobody could say whose death it was.
 * @throws Refusal `invalid-answers` with the questions at fault
 */
export function readWireAnswers(
  wire: Readonly<Record<string, unknown>>,
  version: string,
  receivedOn: PlainDate,
  fullness: Fullness = 'complete',
): ReadAnswers {
  const form = formInForceOrFirst(receivedOn)
  if (form.version !== version) throw new Refusal('invalid-answers', ['formVersion'])
  const schema = fullness === 'thin' ? form.draftSchema : form.schema
  const answers = schema.safeParse(wire)
  if (!answers.success) throw invalid(answers.error)
  const content = NotificationContent.safeParse(readByRules(form, answers.data))
  if (!content.success) throw invalid(content.error, (path) => questionFor(form, path))
  return { form, answers: answers.data, content: content.data, unanswered: unanswered(form, answers.data) }
}

/** What the rules read of answers: a question that is still to be answered is not known. */
export function readByRules(form: CompiledForm, answers: Answers): BoundObject {
  return bindings(form, readAsNotKnown(form, answers))
}

/** The version of the notification form an answer was given to. */
export function formOfVersion(version: string): CompiledForm {
  return formVersion(statutoryForms, NOTIFICATION_FORM, version)
}

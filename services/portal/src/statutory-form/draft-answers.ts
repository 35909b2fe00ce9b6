import type { Answers, CompiledForm } from '@cdop/forms'

/** Answers of a draft as a service sent them, read by the form they were given to. @throws ZodError */
export function draftAnswers(form: CompiledForm, sent: Readonly<Record<string, unknown>> | null): Answers {
  return form.draftSchema.parse(sent ?? {})
}

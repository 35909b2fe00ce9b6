import { z } from 'zod'
import { SupplementaryFormKind } from '../supplementary-form/supplementary-form.ts'
import questions from './supplementary-questions.json' with { type: 'json' }

/**
 * The questions of each supplementary form whose answers are codes or whole numbers, by the form's kind, of every version:
 * derived from the Questionnaires, which a test holds it against. Free text, dates, times and rows of a list do not go along.
 */
export const supplementaryQuestions = z.record(SupplementaryFormKind, z.array(z.string())).parse(questions)

/** A question of a supplementary form as a mapping names it: the same question stands in several forms. */
export function questionOf(form: SupplementaryFormKind, linkId: string): string {
  return `${form}:${linkId}`
}

const Named = z.templateLiteral([SupplementaryFormKind, ':', z.string()])

/** The form and question a mapping names; null for what is no question of a form. */
export function formQuestionIn(question: string): { form: SupplementaryFormKind; linkId: string } | null {
  if (!Named.safeParse(question).success) return null
  const at = question.indexOf(':')
  return { form: SupplementaryFormKind.parse(question.slice(0, at)), linkId: question.slice(at + 1) }
}

const camel = (words: string) => words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Every field of the supplementary forms: which were returned, and their answers. */
export const supplementaryFields: readonly { readonly question: string; readonly field: string }[] = [
  { question: 'forms-returned', field: 'supplementary.formsReturned' },
  ...SupplementaryFormKind.options.flatMap((form) =>
    supplementaryQuestions[form].map((linkId) => ({
      question: questionOf(form, linkId),
      field: `supplementary.${camel(form)}.${camel(linkId)}`,
    })),
  ),
]

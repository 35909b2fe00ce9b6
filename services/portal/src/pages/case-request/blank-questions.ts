import type { ReturnedCompleteness } from './completeness-view.ts'

/** Every question that was left blank: as it is posted, "form/path", and in words. */
export function blankQuestions(
  forms: readonly ReturnedCompleteness[],
): readonly { readonly value: string; readonly text: string }[] {
  return forms.flatMap(({ name, sections }) =>
    sections.flatMap(({ title, blank }) =>
      blank.map(({ path, label }) => ({ value: `${name}/${path}`, text: `${title}: ${label}` })),
    ),
  )
}

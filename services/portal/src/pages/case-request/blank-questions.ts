import type { ReturnedCompleteness } from './completeness-view.ts'

type BlankQuestion = { readonly value: string; readonly text: string; readonly critical: boolean }

/** Every question that was left blank: as it is posted, "form/path", and in words. What the review rests on comes first. */
export function blankQuestions(forms: readonly ReturnedCompleteness[]): readonly BlankQuestion[] {
  const all = forms.flatMap(({ name, sections }) =>
    sections.flatMap(({ title, blank }) =>
      blank.map(({ path, label, critical }) => ({
        value: `${name}/${path}`,
        text: `${title}: ${label}`,
        critical,
      })),
    ),
  )
  return [...all.filter(({ critical }) => critical), ...all.filter(({ critical }) => !critical)]
}

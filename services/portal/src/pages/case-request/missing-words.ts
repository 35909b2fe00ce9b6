import type { ReturnedCompleteness } from './completeness-view.ts'
import type { ShownDecision } from './request-model.ts'

/** The questions a form was sent back for, in its words: as far as they are still blank in the version that is shown. */
export function missingWords({
  decisions,
  completeness,
}: {
  readonly decisions: readonly ShownDecision[]
  readonly completeness: readonly ReturnedCompleteness[]
}): string[] {
  const last = decisions.find(({ decision }) => decision === 'sent-back')
  const asked = new Set((last?.missing?.questions ?? []).map(({ form, path }) => `${form}/${path}`))
  return completeness.flatMap(({ name, sections }) =>
    sections.flatMap(({ title, blank }) =>
      blank.filter(({ path }) => asked.has(`${name}/${path}`)).map(({ label }) => `${title}: ${label}`),
    ),
  )
}

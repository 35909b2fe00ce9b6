import type { Answers, CompiledForm } from '@cdop/forms'

/**
 * What two babies of one birth have in common, by the domain paths the questions are bound to: who notifies, the mother
 * and the family, where they live, who knew them. Everything else is the child's own and is asked anew.
 */
const SHARED: readonly RegExp[] = [
  /^notifier\.(name|role|organisation|contact|dateOfReferral)$/,
  /^child\.(motherNhsNumber|multipleBirth|address|postcode|alternativePostcode)$/,
  /^death\.gestationWeeks$/,
  /^residence\./,
  /^parents$/,
  /^household\./,
  /^agencies$/,
  /^followUp\./,
]

export function isSharedByBirth(binding: string): boolean {
  return SHARED.some((path) => path.test(binding))
}

/** The answers of one notification that hold for another baby of the same birth. */
export function sharedByBirth(form: CompiledForm, answers: Answers): Answers {
  const shared = new Set(
    form.pages
      .flatMap(({ items }) => items)
      .filter((item) => 'binding' in item && item.binding !== undefined && isSharedByBirth(item.binding))
      .map(({ linkId }) => linkId),
  )
  return Object.fromEntries(Object.entries(answers).filter(([linkId]) => shared.has(linkId)))
}

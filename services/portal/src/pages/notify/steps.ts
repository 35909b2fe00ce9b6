import { type Answers, type CompiledForm, completeness, pageModel } from '@cdop/forms'

/** True when something on the page is asked, given the answers of the others. */
function isAsked(form: CompiledForm, section: string, values: Answers): boolean {
  const [drawn] = pageModel(form, { section, values }).sections
  return drawn?.fieldsets.some(({ fields }) => fields.some(({ kind }) => kind !== 'note')) ?? false
}

/** The pages of the form that are asked with these answers, in order. */
export function askedPages(form: CompiledForm, answers: Answers): string[] {
  return form.pages.map(({ linkId }) => linkId).filter((page) => isAsked(form, page, answers))
}

/** The next page that is asked; null when the answers are to be checked. */
export function pageAfter(form: CompiledForm, answers: Answers, page: string): string | null {
  const order = form.pages.map(({ linkId }) => linkId)
  const here = order.indexOf(page)
  return askedPages(form, answers).find((next) => order.indexOf(next) > here) ?? null
}

/** The page asked before; null when it is the first. */
export function pageBefore(form: CompiledForm, answers: Answers, page: string): string | null {
  const order = form.pages.map(({ linkId }) => linkId)
  const here = order.indexOf(page)
  return askedPages(form, answers).findLast((before) => order.indexOf(before) < here) ?? null
}

/** The pages on which something that must be answered is not. */
export function unfinishedPages(form: CompiledForm, answers: Answers): { page: string; title: string }[] {
  const missing = new Set(
    completeness(form, answers)
      .filter(({ required, status }) => required && status === 'blank')
      .map(({ section }) => section),
  )
  return form.pages
    .filter(({ linkId }) => missing.has(linkId))
    .map(({ linkId, title }) => ({ page: linkId, title }))
}

import { pageModel, parseSubmission, statutoryForms } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { errorItems } from '../../components/form-fields/error-items.ts'
import { formFields } from '../../components/form-fields/form-fields.ts'
import { type Html, html } from '../../components/html.ts'
import { page } from '../page.ts'
import { frame } from './frame.ts'

/** A whole statutory form on one page, as it comes back when it was sent empty. */
export function formPage(url: string): Html {
  const form = statutoryForms.find((candidate) => candidate.url === url)
  if (!form) throw new Error(`There is no form ${url}`)
  const read = parseSubmission(form, {}, { today: '2026-11-14' })
  const errors = read.ok ? [] : read.errors
  return page({
    ...frame,
    title: form.title,
    section: 'Cases',
    error: errorItems(errors),
    backLink: '/cases',
    main: html`<h1 class="govuk-heading-l">${form.title}</h1>
<form method="post" novalidate>${formFields(pageModel(form, { typed: {}, errors }))}
${button({ text: 'Continue' })}</form>`,
  })
}

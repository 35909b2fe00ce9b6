import { type Html, html } from '../components/html.ts'
import type { CopyFormat } from './form-copy.ts'

const words: Readonly<Record<CopyFormat, string>> = {
  pdf: 'PDF',
  json: 'JSON',
  fhir: 'FHIR QuestionnaireResponse',
}

/**
 * Links to a form's copies, one list for each form.
 * @param path where the copies of a form lie, such as `/return/copies`
 * @param query of every link: which version is meant
 */
export function copyLinks(
  forms: readonly { readonly name: string; readonly title: string }[],
  { path, query = '' }: { path: string; query?: string },
): Html {
  return html`${forms.map(
    ({ name, title }) => html`<p class="govuk-body">${title}:
${Object.entries(words).map(
  ([as, text], place) =>
    html`${place > 0 && ', '}<a class="govuk-link" href="${path}/${name}/${as}${query}" download>${text}<span
class="govuk-visually-hidden"> of ${title}</span></a>`,
)}</p>`,
  )}`
}

/** Links to blank forms, as Word files. */
export function blankLinks(
  forms: readonly { readonly name: string; readonly title: string }[],
  path: string,
): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${forms.map(
    ({ name, title }) =>
      html`<li><a class="govuk-link" href="${path}/${name}" download>${title} (Word file)</a></li>`,
  )}</ul>`
}

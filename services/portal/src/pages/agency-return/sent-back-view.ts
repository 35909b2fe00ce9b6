import type { SupplementaryFormKind } from '@cdop/domain'
import { type Answers, type CompiledForm, summary } from '@cdop/forms'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { typedText } from '../../wording/typed-text.ts'

/** What the panel's office asked for when it sent the form back. */
export type SentBack = {
  readonly questions: readonly { readonly form: 'reporting' | SupplementaryFormKind; readonly path: string }[]
  readonly note: string | null
}

/** A question that is asked once more, and the section it stands in. */
export type AskedAgain = { readonly label: string; readonly href: string }

type Part = {
  readonly name: string
  readonly path: string
  readonly form: CompiledForm
  readonly answers: Answers
}

/** The questions a form was sent back for, in the order of the forms: those that are still asked. */
export function askedAgain({ questions }: SentBack, parts: readonly Part[]): AskedAgain[] {
  const wanted = new Set(questions.map(({ form, path }) => `${form}/${path}`))
  return parts.flatMap(({ name, path: sections, form, answers }) =>
    summary(form, answers).flatMap(({ linkId, rows }) =>
      rows
        .filter(({ path }) => wanted.has(`${name}/${path}`))
        .map(({ label, entry }) => ({
          label: entry === undefined ? label : `${entry.label}: ${label}`,
          href: `${sections}/${linkId}`,
        })),
    ),
  )
}

/** Stands above the sections: what is missing, each question with the way to it. */
export function sentBackView({
  questions,
  note,
}: {
  questions: readonly AskedAgain[]
  note: string | null
}): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-m">Sent back: ${questions.length > 0 ? 'these questions' : 'more is needed'}</h2>
<p class="govuk-body">We have read what you sent, and need more. What you sent is kept.</p>
${
  questions.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${questions.map(
    ({ label, href }) => html`<li><a class="govuk-link" href="${href}">${label}</a></li>`,
  )}</ul>`
}
${note !== null && html`<p class="govuk-body">${typedText(note)}</p>`}`,
  })
}

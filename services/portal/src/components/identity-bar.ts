import { type Html, html } from './html.ts'
import { macro } from './macro.ts'

type MacroOptions = { title: { html: Html }; classes?: string }
const bar = macro<MacroOptions>('moj/components/identity-bar/macro.njk', 'mojIdentityBar')

export type IdentityBarOptions = {
  /** The case reference, never a name. */
  readonly reference: string
  /** What tells one case from another without identifying the child, such as "Age at death: 4 months". */
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  /** Who the child was, to somebody who may see it. Not printed. */
  readonly name?: string
  /** A badge, or the "Show name" form. */
  readonly actions?: Html
}

/** Which case a page is about. */
export function identityBar({ reference, facts, name, actions }: IdentityBarOptions): Html {
  return bar({
    title: {
      html: html`<strong class="cdop-identity__reference"><span class="govuk-visually-hidden">Case </span>${reference}</strong>${
        name !== undefined &&
        html` <strong class="cdop-identity__name govuk-!-display-none-print"><span class="govuk-visually-hidden">Child </span>${name}</strong>`
      }${facts.map(
        ({ term, value }) => html` <span class="cdop-identity__fact">${term}: <b>${value}</b></span>`,
      )}${actions && html` <span class="cdop-identity__actions">${actions}</span>`}`,
    },
    classes: 'cdop-identity',
  })
}

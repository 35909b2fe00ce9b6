import { TonightContact, type TonightContacts } from '@cdop/domain'
import { type Html, html } from '../components/html.ts'
import { summaryList } from '../components/summary-list.ts'
import { warningText } from '../components/warning-text.ts'
import { tonightWords } from './tonight-words.ts'

const telephone = (number: string): Html =>
  html`<a class="govuk-link govuk-link--no-visited-state" href="tel:${number.replaceAll(' ', '')}">${number}</a>`

/**
 * Says that the form alerts nobody tonight, and whom to phone. Stands on the first page, the last page and the receipt
 * of every notification.
 */
export function tonightNotice(contacts: TonightContacts): Html {
  return html`<section aria-labelledby="tonight">
<h2 class="govuk-heading-m" id="tonight">If this has just happened, phone now</h2>
${warningText({ text: 'This form alerts nobody tonight. It does not replace a phone call.', iconFallbackText: 'Warning' })}
${summaryList({
  rows: TonightContact.options.map((contact) => {
    const number = contacts[contact]
    return {
      key: { text: tonightWords[contact] },
      value:
        number === null
          ? { text: 'Ask your hospital switchboard or site manager' }
          : { html: telephone(number) },
    }
  }),
})}
<p class="govuk-body">In an emergency phone <a class="govuk-link govuk-link--no-visited-state" href="tel:999">999</a>.</p>
</section>`
}

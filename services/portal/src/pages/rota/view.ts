import type { OnCallPart } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { partWords } from '../../wording/response-words.ts'
import { nobodyOnCallWords } from '../responses/paging-alarm.ts'
import type { TypedFallback } from './form.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['rota']
type Rota = Awaited<ReturnType<Calls['read']['query']>>

export type RotaModel = Rota & {
  hidden: Html
  now: string
  mayKeep: boolean
  typed: TypedFallback
  errors: readonly ErrorItem[]
}

const at = (instant: string) => writtenTime(new Date(instant))

/** Who is on call now and next, and whom nobody else stands in for. */
export function rotaView(model: RotaModel): Html {
  const { turns, now, mayKeep, fallback, webhookSecret } = model
  const current = turns.filter(({ from }) => from <= now)
  const nobodyOnCall = (['lead', 'deputy'] satisfies OnCallPart[]).filter(
    (part) => !current.some((turn) => turn.part === part),
  )
  return html`${pageHeaderActions({
    heading: { text: 'On-call rota', classes: 'govuk-heading-l' },
    items: mayKeep ? [{ text: 'Put somebody on call', href: '/rota/new' }] : [],
  })}
<p class="govuk-body">When a death may need a joint agency response, the lead is paged at once, then the deputy, then
the area contact.</p>
${nobodyOnCall.length > 0 && warningText({ text: nobodyOnCallWords(nobodyOnCall), iconFallbackText: 'Warning' })}
${turns.length === 0 ? html`<p class="govuk-body">Nobody is on the rota.</p>` : list(model)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Area contact</h2>
<p class="govuk-body">${
    fallback === null
      ? 'Nobody is named yet. If nobody is on call, nobody is paged.'
      : `${fallback.name}, ${fallback.email}`
  }</p>
${mayKeep && contactForm(model)}
${
  webhookSecret !== null &&
  details({
    summaryText: 'Pages to a paging system',
    html: html`<p>A turn can name a web address of your paging system. We post to it each page: ids and a link, never who
the child was. Every post is signed (webhook-signature, HMAC-SHA-256) with this secret:</p>
<p class="cdop-answer">${webhookSecret}</p>`,
  })
}
</div></div>`
}

function list({ turns, now, mayKeep, hidden }: RotaModel): Html {
  return scrollRegion(
    'Turns',
    table({
      caption: 'Turns, the nearest first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Part', 'Name', 'Contact', 'From', 'Until', 'Rota'].map((text) => ({ text })),
      rows: turns.map(({ turnId, part, name, email, phone, from, until }) => [
        { text: partWords[part] },
        { text: name },
        {
          html: html`${email}${phone !== null && html`<br><a class="govuk-link" href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`}`,
        },
        { text: from <= now ? `Now, since ${at(from)}` : at(from) },
        { text: at(until) },
        {
          html: mayKeep
            ? html`<form method="post" novalidate>${hidden}<input type="hidden" name="turnId" value="${turnId}">
<button type="submit" name="_action" value="end" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take off<span class="govuk-visually-hidden"> the rota: ${name}, from ${at(from)}</span></button></form>`
            : html``,
        },
      ]),
    }),
  )
}

function contactForm({ hidden, typed, errors }: RotaModel): Html {
  const nameMistake = errorOf(errors, 'name')
  const emailMistake = errorOf(errors, 'email')
  return html`<form method="post" novalidate>${hidden}
${input({
  id: 'name',
  name: 'name',
  label: { text: 'Name' },
  hint: { text: 'The designated doctor, as a rule' },
  value: typed.name,
  autocomplete: 'off',
  spellcheck: false,
  ...(nameMistake && { errorMessage: nameMistake }),
})}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  value: typed.email,
  autocomplete: 'off',
  spellcheck: false,
  ...(emailMistake && { errorMessage: emailMistake }),
})}
${button({ text: 'Save the area contact', name: '_action', value: 'contact', preventDoubleClick: true })}
</form>`
}

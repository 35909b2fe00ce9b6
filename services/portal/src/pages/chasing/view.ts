import { type ChasingSettings, ChasingStep, isMailed, MailedStep, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { chasingStepWords } from '../../wording/chasing-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedChasing } from './form.ts'

export const chasingTitle = 'Chasing agencies'

type Version = {
  readonly version: number
  readonly validFrom: PlainDate | null
  readonly settings: ChasingSettings
}

export type ChasingModel = {
  readonly on: PlainDate
  readonly mails: readonly {
    readonly organisationName: string
    readonly subject: string
    readonly text: string
  }[]
  readonly versions: readonly Version[]
  readonly madeBy: (version: number) => string
  readonly today: PlainDate
}

/** When a step is due, against the date on the request. */
function whenWords(days: number): string {
  if (days === 0) return 'On the date'
  const count = Math.abs(days)
  return `${count} working ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} the date`
}

/** What leaves on the next working day, and the steps of the area. */
export function chasingView({ on, mails, versions, madeBy, today }: ChasingModel): Html {
  const inForce = versions.find(({ validFrom }) => validFrom === null || validFrom <= today)
  const coming = versions.filter(({ validFrom }) => validFrom !== null && validFrom > today)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${chasingTitle}</h1>
<p class="govuk-body">An agency that has not answered is chased on working mornings, in one email a day about everything it
owes. It stops when the agency answers, and goes on while a case is on hold. What no email can do stands on the worklist.</p>
<h2 class="govuk-heading-m">What leaves on ${writtenDate(on)}</h2>
${
  mails.length === 0
    ? html`<p class="govuk-body">No email, if nothing changes.</p>`
    : mails.map(({ organisationName, subject, text }) =>
        details({
          summaryText: `${organisationName}: ${subject}`,
          html: html`${text.split('\n\n').map((part) => html`<p class="govuk-body cdop-answer">${part}</p>`)}`,
        }),
      )
}
<h2 class="govuk-heading-m">Steps</h2>
${inForce && steps(inForce.settings)}
${inForce && promised(inForce.settings)}
<p class="govuk-body">${madeBy(inForce?.version ?? 0)}. <a class="govuk-link" href="/chasing/change">Change the steps and the words</a></p>
${coming.map(
  ({ version, validFrom }) =>
    html`<p class="govuk-body">From ${validFrom && writtenDate(validFrom)} other steps or words hold. ${madeBy(version)}.</p>`,
)}
${versions.length > 1 && earlier(versions, madeBy)}
</div></div>`
}

function earlier(versions: readonly Version[], madeBy: ChasingModel['madeBy']): Html {
  return details({
    summaryText: 'Earlier versions',
    html: html`<ul class="govuk-list">${versions.map(
      ({ version }) =>
        html`<li>${madeBy(version)} <a class="govuk-link" href="/chasing/change?version=${version}">Look at it and put it
back<span class="govuk-visually-hidden"> (version ${version})</span></a></li>`,
    )}</ul>`,
  })
}

/** What an agency may promise that sends a part. */
function promised({ promise: { workingDays, renewals } }: ChasingSettings): Html {
  const days = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`
  const anew = renewals === 0 ? 'once' : `once, and ${renewals} more ${renewals === 1 ? 'time' : 'times'}`
  return html`<p class="govuk-body">An agency that sends a part of its answer can promise the rest for a day up to ${days}
ahead: ${anew}.</p>`
}

function steps({ ladder }: ChasingSettings): Html {
  if (ladder.length === 0) return html`<p class="govuk-body">No steps: nobody is chased.</p>`
  return scrollRegion(
    'Steps',
    table({
      caption: 'Steps of this area',
      captionClasses: 'govuk-visually-hidden',
      head: ['Step', 'When', 'Who'].map((text) => ({ text })),
      rows: ladder.map(({ step, workingDays }) => [
        { text: chasingStepWords[step] },
        { text: whenWords(workingDays) },
        { text: isMailed(step) ? 'By itself' : 'A person' },
      ]),
    }),
  )
}

/** The form that changes how an area chases. */
export function changeChasingView({
  hidden,
  version,
  typed,
  errors,
}: {
  hidden: Html
  version: number
  typed: TypedChasing
  errors: readonly ErrorItem[]
}): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Steps and words</h1>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
<h2 class="govuk-heading-m">When each step is due</h2>
<p class="govuk-body">Working days after the date on the request, with a minus sign before it. Leave a step empty that you
do not use.</p>
${ChasingStep.options.map((step) =>
  input({
    id: `days-${step}`,
    name: `days-${step}`,
    label: { text: chasingStepWords[step] },
    suffix: { text: 'working days' },
    classes: 'govuk-input--width-4',
    value: typed.days[step],
    autocomplete: 'off',
    errorMessage: errorOf(errors, `days-${step}`),
  }),
)}
<h2 class="govuk-heading-m">What the emails say</h2>
<p class="govuk-body">The same words go to every agency. {area} and {requests} are filled in. References, dates and links are
added below them.</p>
${MailedStep.options.map((step) =>
  textarea({
    id: `text-${step}`,
    name: `text-${step}`,
    rows: 4,
    label: { text: chasingStepWords[step] },
    value: typed.texts[step],
    errorMessage: errorOf(errors, `text-${step}`),
  }),
)}
<h2 class="govuk-heading-m">When an agency sends a part of its answer</h2>
<p class="govuk-body">It promises a day for the rest. Nobody chases it before that day is over; the date on the request stays.</p>
${input({
  id: 'promise-days',
  name: 'promise-days',
  label: { text: 'How far ahead can it promise the rest?' },
  suffix: { text: 'working days' },
  classes: 'govuk-input--width-4',
  value: typed.promise.workingDays,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'promise-days'),
})}
${input({
  id: 'promise-renewals',
  name: 'promise-renewals',
  label: { text: 'How often can it promise another day?' },
  suffix: { text: 'times' },
  classes: 'govuk-input--width-4',
  value: typed.promise.renewals,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'promise-renewals'),
})}
${dateField({ name: 'from', legend: 'From which day?', value: typed.from, errors })}
${button({ text: 'Save changes', preventDoubleClick: true })}
</form>
</div></div>`
}

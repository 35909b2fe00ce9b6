import type { CaseReference, PlainDate } from '@cdop/domain'
import type { SectionProgress, SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { panel } from '../../components/panel.ts'
import { summaryList } from '../../components/summary-list.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { blankLinks, copyLinks } from '../../form-copy/copy-links.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { putBackWords } from '../../statutory-form/section-completed.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Child } from './begun-return.ts'
import { type AskedAgain, sentBackView } from './sent-back-view.ts'

export const formName = 'Child death reporting form (Form B)'

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

/** "999 000 0018", as it is printed. */
const inThrees = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`

function whichChild({ name, dateOfBirth, dateOfDeath, nhsNumber }: Child): Html {
  return summaryList({
    card: { title: { text: 'The child', headingLevel: 2 } },
    rows: [
      { key: { text: 'Name' }, value: { text: name } },
      { key: { text: 'Born' }, value: { text: writtenDate(dateOfBirth) } },
      { key: { text: 'Died' }, value: { text: writtenDate(dateOfDeath) } },
      {
        key: { text: 'NHS number' },
        value: { text: nhsNumber === null ? 'Not known' : inThrees(nhsNumber) },
      },
    ],
  })
}

const leaveLink = html`<p class="govuk-body"><a class="govuk-link" href="/return/leave">Leave the form</a></p>`

export type TasksView = {
  readonly organisationName: string
  readonly reference: CaseReference
  readonly dueOn: PlainDate
  readonly child: Child
  /** What was asked for when the form was sent back. */
  readonly sentBack: { readonly questions: readonly AskedAgain[]; readonly note: string | null } | null
  /** What was sent in part, and whether another part may be. */
  readonly part: { readonly promisedOn: PlainDate; readonly sentAt: string } | null
  readonly mayPromise: object | null
  readonly parts: readonly {
    name: string
    path: string
    title: string
    sections: readonly SectionProgress[]
    unfinished: readonly SectionProgress[]
  }[]
}

/** That a part lies with the office, and when the rest was promised for. */
const partSent = ({ promisedOn, sentAt }: NonNullable<TasksView['part']>) =>
  insetText({
    text: `You sent a part of this on ${writtenTime(new Date(sentAt))}. You promised the rest for ${writtenDate(promisedOn)}. Go on where you left off: what you sent stays as it was.`,
  })

/** The sections of the form and how far each is. */
export function tasksView(model: TasksView): Html {
  const { organisationName, reference, dueOn, child, sentBack, part, mayPromise, parts } = model
  const ready = parts.every(({ unfinished }) => unfinished.length === 0)
  return twoThirds(html`<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${formName}</h1>
<p class="govuk-body">Case reference <strong>${reference}</strong>. Return the form by
<strong>${writtenDate(dueOn)}</strong>.</p>
${sentBack && sentBackView(sentBack)}
${part && partSent(part)}
${whichChild(child)}
${parts.map(
  ({ path, title, sections: own }, place) => html`<h2 class="govuk-heading-m">${
    parts.length === 1 ? 'Fill in the form' : title
  }</h2>
${taskList({
  idPrefix: place === 0 ? 'section' : `section-${place}`,
  items: own.map(({ linkId, title: name, optional, status, putBack }) => ({
    title: { text: optional ? `${name} (optional)` : name },
    href: `${path}/${linkId}`,
    ...(putBack && { hint: { text: putBackWords } }),
    status: taskStatus(status),
  })),
})}`,
)}
<h2 class="govuk-heading-m">Documents</h2>
<p class="govuk-body"><a class="govuk-link" href="/return/documents">Add documents that support your answers</a></p>
<h2 class="govuk-heading-m">Check and send</h2>
${taskList({
  idPrefix: 'send',
  items: [
    {
      title: { text: 'Check your answers and send them' },
      ...(ready
        ? { href: '/return/check', status: taskStatus('incomplete') }
        : {
            hint: { text: 'Starts when every section you have to fill in or have begun is completed' },
            status: taskStatus('cannot-start-yet'),
          }),
    },
  ],
})}
${
  mayPromise &&
  !ready &&
  html`<p class="govuk-body">If you cannot complete it yet, <a class="govuk-link" href="/return/part">send what you have
now</a> and say when the rest will come.</p>`
}
<h2 class="govuk-heading-m">${sentBack === null && part === null ? 'If the form is not for you' : 'Another way to answer'}</h2>
<ul class="govuk-list">
${
  sentBack === null &&
  part === null &&
  html`<li><a class="govuk-link" href="/return/nothing-known">Nothing is known about this child</a></li>
<li><a class="govuk-link" href="/return/pass-on">Pass the form to a colleague</a></li>`
}
<li><a class="govuk-link" href="/return/upload">Upload a form you filled in elsewhere</a></li>
</ul>
${keepCopy(parts)}
<p class="govuk-body">To collect answers from colleagues, download a blank form:</p>
${blankLinks(parts, '/return/blank')}
${leaveLink}`)
}

/** Copies of the reporter's own, of each form. */
const keepCopy = (forms: readonly { name: string; title: string }[]) =>
  forms.length > 0 &&
  html`<h2 class="govuk-heading-m">Keep a copy</h2>${copyLinks(forms, { path: '/return/copies' })}`

export const checkTitle = 'Check your answers'
export const declarationName = 'declaration'

export type CheckView = {
  readonly hidden: Html
  readonly parts: readonly { path: string; title: string; sections: readonly SummarySection[] }[]
  readonly unfinished: readonly { title: string; href: string; putBack: boolean }[]
  readonly declared: boolean
  readonly error: string | undefined
}

/** Every answer once more, and the declaration under which they are sent. */
export function checkView({ hidden, parts, unfinished, declared, error }: CheckView): Html {
  return twoThirds(html`<span class="govuk-caption-l">${formName}</span>
<h1 class="govuk-heading-l">${checkTitle}</h1>
${parts.map(
  ({ path, title, sections }, place) => html`${place > 0 && html`<h2 class="govuk-heading-m">${title}</h2>`}
${summaryCards(sections, { change: (section) => `${path}/${section}?from=check` })}`,
)}
${
  unfinished.length > 0
    ? insetText({
        html: html`<p class="govuk-body">You cannot send the form yet. These sections are not completed:</p>
<ul class="govuk-list govuk-list--bullet">${unfinished.map(
          ({ title, href, putBack }) =>
            html`<li><a class="govuk-link" href="${href}">${title}</a>${putBack && html`. ${putBackWords}`}</li>`,
        )}</ul>`,
      })
    : html`<form method="post" novalidate>
${hidden}
${checkboxes({
  idPrefix: declarationName,
  name: declarationName,
  fieldset: { legend: { text: 'Declaration', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'What you send is kept as it is. You can correct it later, as a new version' },
  errorMessage: error === undefined ? undefined : { text: error },
  items: [
    {
      value: 'yes',
      text: 'I answer for my agency, and the answers are right as far as we know',
      checked: declared,
    },
  ],
})}
${button({ text: 'Send the form', preventDoubleClick: true })}
</form>`
}`)
}

export const receiptTitle = 'Form returned'

/** What the reporter keeps: nothing of it says who the child is. */
export function receiptView({
  reference,
  organisationName,
  nothingKnown,
  forms,
  fromInbox,
}: {
  reference: CaseReference
  organisationName: string
  nothingKnown: boolean
  /** What was sent; nothing where nothing is known. */
  forms: readonly { name: string; title: string }[]
  /** The inbox of the mailbox is open in this browser too. */
  fromInbox: boolean
}): Html {
  return twoThirds(html`${panel({
    titleText: receiptTitle,
    headingLevel: 1,
    html: html`Case reference<br><strong>${reference}</strong>`,
  })}
<p class="govuk-body">${nothingKnown ? html`We have your answer that nothing is known to ${organisationName} about this child.` : html`We have the reporting form of ${organisationName}.`}</p>
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">The coordinator of the child death review reads the form. If something is unclear, they will
contact you.</p>
<p class="govuk-body">The panel sees the coded answers only, without names.</p>
<p class="govuk-body">If something you sent was not right, <a class="govuk-link" href="/return/correct">correct your
answers</a>. What you sent before is kept.</p>
${keepCopy(forms)}
${fromInbox && html`<p class="govuk-body"><a class="govuk-link" href="/inbox">Everything asked of your mailbox</a></p>`}
${leaveLink}`)
}

export const leaveTitle = 'Leave the form'

export function leaveView(formFields: Html, returned: boolean): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${leaveTitle}</h1>
<p class="govuk-body">${
    returned
      ? 'You have returned the form. Nothing else is needed.'
      : 'We keep what you saved. To come back, open the link in the email and ask for a new code.'
  }</p>
<form method="post" novalidate>
${formFields}
${button({ text: leaveTitle, preventDoubleClick: true })}
</form>`)
}

export const leftTitle = 'You have left the form'

export function leftView(): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${leftTitle}</h1>
<p class="govuk-body">Nobody can open the form from this browser without a new code.</p>
<p class="govuk-body">To open it again, follow the link in the email.</p>`)
}

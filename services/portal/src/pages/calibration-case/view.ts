import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import type { SectionStatus } from '../../statutory-form/section-status.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { listed } from '../../wording/in-words.ts'
import { uncheckedWords } from '../calibration/view.ts'

export const caseTitle = 'Code an invented case'
export const checkCaseTitle = 'Check and finish your coding'
export const calibrationCaption = 'Your coding of an invented case (Form C)'

type CaseText = { readonly title: string; readonly paragraphs: readonly string[] }

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

const read = ({ paragraphs }: CaseText) =>
  html`${paragraphs.map((words) => html`<p class="govuk-body">${words}</p>`)}`

/** The text of the case, folded: it is read beside each section. */
export const caseText = (about: CaseText): Html =>
  details({ summaryText: `The case: ${about.title}`, html: read(about) })

export type CaseModel = CaseText & { readonly base: string; readonly sections: readonly SectionStatus[] }

export function caseView({ base, sections, ...about }: CaseModel): Html {
  const ready = sections.every(({ status }) => status === 'completed')
  return twoThirds(html`<h1 class="govuk-heading-l">${caseTitle}</h1>
<p class="govuk-body">Nobody in this case lived. It is about the death of a child and may be hard to read. ${uncheckedWords}</p>
<h2 class="govuk-heading-m">${about.title}</h2>
${read(about)}
<h2 class="govuk-heading-m">Your coding</h2>
<p class="govuk-body">Code what the text says, and nothing you would guess beyond it. Only you see what you put down.</p>
${taskList({
  idPrefix: 'section',
  items: sections.map(({ linkId, title, status }) => ({
    title: { text: title },
    href: `${base}/sections/${linkId}`,
    status: taskStatus(status),
  })),
})}
${taskList({
  idPrefix: 'finish',
  items: [
    {
      title: { text: checkCaseTitle },
      ...(ready
        ? { href: `${base}/check`, status: taskStatus('incomplete') }
        : {
            hint: { text: 'Starts when every section is completed' },
            status: taskStatus('cannot-start-yet'),
          }),
    },
  ],
})}`)
}

export type CheckCaseModel = {
  readonly base: string
  readonly hidden: Html
  readonly sections: readonly SummarySection[]
  readonly unfinished: readonly SectionStatus[]
}

export function checkCaseView({ base, hidden, sections, unfinished }: CheckCaseModel): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${checkCaseTitle}</h1>
${summaryCards(sections, { change: (section) => `${base}/sections/${section}?from=check` })}
${
  unfinished.length > 0
    ? insetText({
        text: `You cannot finish yet. Complete ${listed(unfinished.map(({ title }) => `“${title}”`))} first.`,
      })
    : html`<h2 class="govuk-heading-m">Finish</h2>
<form method="post" novalidate>
${hidden}
<p class="govuk-body">Once it is finished, your coding cannot be changed. Then you see what was intended, and why.</p>
${button({ text: 'Finish my coding', preventDoubleClick: true })}
</form>`
}`)
}
